import type { Command } from "commander";

/** Options of `brief template list`. */
export interface TemplateListOptions {
  readonly json?: true;
}

/** What the commands around template sets do. */
export interface TemplateHandlers {
  listTemplates(options: TemplateListOptions): Promise<void>;
}

/** Defines `brief template …`. */
export function defineTemplates(program: Command, handlers: TemplateHandlers): void {
  const template = program
    .command("template")
    .summary("make template sets your own")
    .description("Lists, makes and compares template sets, which decide the look of your briefs.");
  defineList(template, handlers);
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
