import { diagnosticData, type ListedSet, openTemplateLibrary } from "../../index.ts";
import type { Context } from "../context.ts";
import type { TemplateListOptions } from "../define-templates.ts";
import { EXIT, exitCodeFor } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import type { Screen } from "../terminal.ts";

/** `brief template list`: lists the template sets that briefs can name. */
export async function listTemplates(options: TemplateListOptions, { terminal }: Context): Promise<number> {
  const { folder, out, err } = terminal;
  const opened = await openTemplateLibrary(folder);
  if (!opened.ok) {
    if (options.json)
      printJson(out, { ok: false, sets: [], diagnostics: opened.diagnostics.map(diagnosticData) });
    else showFindings(opened.diagnostics, err);
    return exitCodeFor(opened.diagnostics);
  }
  const { project, list } = opened.value;
  const sets = await list();
  if (options.json) {
    const data = sets.map((set) => ({ ...set, diagnostics: set.diagnostics.map(diagnosticData) }));
    printJson(out, { ok: true, sets: data, diagnostics: [] });
    return EXIT.done;
  }
  const width = Math.max(...sets.map(({ name }) => name.length));
  for (const set of sets) {
    const isUsed = set.name === project.config.template;
    out.write(`${isUsed ? out.colors.green("●") : " "} ${out.colors.bold(set.name.padEnd(width))}  `);
    out.write(`${set.description ?? out.colors.red("cannot be used as it is")}\n`);
    out.write(`  ${" ".repeat(width)}  ${out.colors.dim(origin(set, shownPath(folder, set.folder)))}\n`);
    showFindings(set.diagnostics, err);
  }
  tellWhatIsNext(sets, project.config.template, out);
  return EXIT.done;
}

/** Where a set comes from and what it builds on, in words. */
function origin({ origin, version, extends: bases }: ListedSet, shown: string): string {
  const places = {
    project: `in ${shown}`,
    execbrief: `comes with Execbrief ${version ?? ""}`.trimEnd(),
    package: `package ${version ?? ""} in ${shown}`,
  };
  const names = bases.map(({ name, version }) => (version === null ? name : `${name} ${version}`));
  return [places[origin], ...(names.length === 0 ? [] : [`extends ${names.join(", which extends ")}`])].join(
    "; ",
  );
}

function tellWhatIsNext(sets: readonly ListedSet[], used: string, out: Screen): void {
  const isThere = sets.some(({ name }) => name === used);
  if (isThere)
    out.write(`\n${out.colors.green("●")} is what this project’s briefs wear, unless they name another.\n`);
  out.write(`Make one of your own with: ${out.colors.cyan("brief template new my-look")}\n`);
}
