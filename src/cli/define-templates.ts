import type { Command } from "commander";

/** Options of `brief template list`. */
export interface TemplateListOptions {
  readonly json?: true;
}

/** Options of `brief template new`. */
export interface TemplateNewOptions {
  readonly from: string;
  readonly json?: true;
}

/** Options of `brief template eject`. */
export interface TemplateEjectOptions {
  readonly json?: true;
}

/** Options of `brief template status`. */
export interface TemplateStatusOptions {
  readonly markSeen?: true;
  readonly exitCode?: true;
  readonly json?: true;
}

/** Options of `brief template check`. */
export interface TemplateCheckOptions {
  readonly strict?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** What the commands around template sets do. */
export interface TemplateHandlers {
  listTemplates(options: TemplateListOptions): Promise<void>;
  newTemplate(name: string, options: TemplateNewOptions): Promise<void>;
  ejectTemplate(set: string, pieces: readonly string[], options: TemplateEjectOptions): Promise<void>;
  checkTemplates(names: readonly string[], options: TemplateCheckOptions): Promise<void>;
  templateStatus(set: string | undefined, options: TemplateStatusOptions): Promise<void>;
}

/** Defines `brief template …`. */
export function defineTemplates(program: Command, handlers: TemplateHandlers): void {
  const template = program
    .command("template")
    .summary("make template sets your own")
    .description("Lists, makes and compares template sets, which decide the look of your briefs.");
  defineList(template, handlers);
  defineNew(template, handlers);
  defineEject(template, handlers);
  defineTemplateCheck(template, handlers);
  defineStatus(template, handlers);
}

function defineList(template: Command, { listTemplates }: TemplateHandlers): void {
  template
    .command("list")
    .summary("list the template sets that there are")
    .description(
      "Lists the template sets that your briefs can name: those of the project, those that Execbrief brings, and packages named execbrief-template-….",
    )
    .option("--json", "print the list as JSON, and nothing else")
    .action((options: TemplateListOptions) => listTemplates(options));
}

function defineNew(template: Command, { newTemplate }: TemplateHandlers): void {
  template
    .command("new")
    .summary("make a template set that extends another")
    .description(
      "Makes a small template set in templates/ of the project. It works at once, looks like the one that it extends, and holds nothing but what you change. What is there already is never touched.",
    )
    .argument("<name>", "the new set’s name: small letters, digits and hyphens")
    .option("--from <set>", "the set to extend", "executive")
    .option("--json", "print what was made as JSON, and nothing else")
    .action((name: string, options: TemplateNewOptions) => newTemplate(name, options));
}

function defineEject(template: Command, { ejectTemplate }: TemplateHandlers): void {
  template
    .command("eject")
    .summary("copy single pieces of a set into the project")
    .description(
      "Copies exactly the pieces that you name into templates/<set>/ of the project, where they take the place of the originals; everything else keeps following the set. Without a piece, lists all that there are. What is there already is never touched.",
    )
    .argument("<set>", "the template set")
    .argument("[pieces...]", "files of it, such as page.css or partials/caveat.hbs")
    .option("--json", "print what was copied as JSON, and nothing else")
    .action((set: string, pieces: string[], options: TemplateEjectOptions) =>
      ejectTemplate(set, pieces, options),
    );
}

function defineTemplateCheck(template: Command, { checkTemplates }: TemplateHandlers): void {
  template
    .command("check")
    .summary("check template sets like code")
    .description(
      "Checks template sets without a brief: that every name in them exists, in every branch; that data stands where it can do no harm; that nothing of a brief is left out, its caveats least of all; that style sheets use what is there and what mail programs know.",
    )
    .argument("[names...]", "template sets (default: the one of the project)")
    .option("--strict", "end with exit code 1 for warnings too")
    .option("--json", "print the result as JSON, and nothing else")
    .option("-q, --quiet", "print errors only")
    .action((names: string[], options: TemplateCheckOptions) => checkTemplates(names, options));
}

function defineStatus(template: Command, { templateStatus }: TemplateHandlers): void {
  template
    .command("status")
    .summary("see what has changed in the originals of your copies")
    .description(
      "Tells for each piece that was copied with “brief template eject” whether its original has changed since, and shows what, line by line.",
    )
    .argument("[set]", "one template set of the project (default: all)")
    .option("--mark-seen", "note that you have seen these changes, so that only later ones are shown")
    .option("--exit-code", "end with exit code 1 if an original has changed or is gone")
    .option("--json", "print the result as JSON, and nothing else")
    .action((set: string | undefined, options: TemplateStatusOptions) => templateStatus(set, options));
}
