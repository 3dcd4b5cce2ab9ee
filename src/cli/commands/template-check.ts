import { type Diagnostic, diagnosticData } from "../../index.ts";
import type { Context } from "../context.ts";
import type { TemplateCheckOptions } from "../define-templates.ts";
import { EXIT, exitCodeFor, hasWarning } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { openTemplates } from "../open-templates.ts";
import { reportCheck } from "../report-check.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";

/** `brief template check`: checks template sets like code, without any brief. */
export function checkTemplates(
  names: readonly string[],
  options: TemplateCheckOptions,
  context: Context,
): Promise<number> {
  const { folder, out, err } = context.terminal;
  return openTemplates(context, options, { sets: [] }, async ({ library }) => {
    const wanted = names.length === 0 ? [library.project.config.template] : [...new Set(names)];
    const sets: { name: string; diagnostics: readonly Diagnostic[] }[] = [];
    for (const name of wanted) {
      const found = await library.check(name);
      sets.push({ name, diagnostics: found.map((finding) => shown(finding, folder)) });
    }
    const all = sets.flatMap(({ diagnostics }) => diagnostics);
    const isStrict = options.strict === true;
    const code = exitCodeFor(all);
    const exitCode = code === EXIT.done && isStrict && hasWarning(all) ? EXIT.content : code;
    if (options.json) {
      const data = sets.map(({ name, diagnostics }) => ({
        name,
        diagnostics: diagnostics.map(diagnosticData),
      }));
      printJson(out, { ok: exitCode === EXIT.done, sets: data, diagnostics: [] });
      return exitCode;
    }
    const checked = sets.map(({ name, diagnostics }) => ({ file: name, accepted: 0, diagnostics }));
    reportCheck({ briefs: checked, project: [], isStrict }, out, {
      isQuiet: options.quiet === true,
      noun: "template set",
      show: (findings) => showFindings(findings, err),
    });
    return exitCode;
  });
}

/** The finding with its file as a person here would type it. */
const shown = (finding: Diagnostic, folder: string): Diagnostic =>
  finding.where === undefined
    ? finding
    : { ...finding, where: { ...finding.where, file: shownPath(folder, finding.where.file) } };
