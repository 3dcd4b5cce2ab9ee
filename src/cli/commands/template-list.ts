import { diagnosticData, type ListedSet } from "../../index.ts";
import type { Context } from "../context.ts";
import type { TemplateListOptions } from "../define-templates.ts";
import { EXIT } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { openTemplates } from "../open-templates.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import type { Screen } from "../terminal.ts";

/** `brief template list`: lists the template sets that briefs can name. */
export function listTemplates(options: TemplateListOptions, context: Context): Promise<number> {
  const { folder, out, err } = context.terminal;
  return openTemplates(context, options, { sets: [] }, async ({ library }) => {
    const sets = await library.list();
    if (options.json) {
      const data = sets.map((set) => ({ ...set, diagnostics: set.diagnostics.map(diagnosticData) }));
      printJson(out, { ok: true, sets: data, diagnostics: [] });
      return EXIT.done;
    }
    const { template: used } = library.project.config;
    const width = Math.max(...sets.map(({ name }) => name.length));
    for (const set of sets) {
      const mark = set.name === used ? out.colors.green("●") : " ";
      out.write(`${mark} ${out.colors.bold(set.name.padEnd(width))}  ${describe(set, out)}\n`);
      out.write(`  ${" ".repeat(width)}  ${out.colors.dim(origin(set, shownPath(folder, set.folder)))}\n`);
      showFindings(set.diagnostics, err);
    }
    tellWhatIsNext(sets, used, out);
    return EXIT.done;
  });
}

const describe = ({ description }: ListedSet, { colors }: Screen): string =>
  description ?? colors.red("cannot be used as it is");

/** Where a set comes from and what it builds on, in words. */
function origin({ origin, version, extends: bases }: ListedSet, shown: string): string {
  const number = version === null ? "" : ` ${version}`;
  const places = {
    project: `in ${shown}`,
    execbrief: `comes with Execbrief${number}`,
    package: `package${number} in ${shown}`,
  };
  const names = bases.map(({ name, version }) => (version === null ? name : `${name} ${version}`));
  const builtOn = names.length === 0 ? [] : [`extends ${names.join(", which extends ")}`];
  return [places[origin], ...builtOn].join("; ");
}

function tellWhatIsNext(sets: readonly ListedSet[], used: string, { write, colors }: Screen): void {
  write("\n");
  if (sets.some(({ name }) => name === used)) {
    write(`${colors.green("●")} is what the briefs of this project wear, unless one names another.\n`);
  }
  write(`Make one of your own: ${colors.cyan("brief template new my-look")}\n`);
}
