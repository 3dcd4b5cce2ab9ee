import { diagnosticData } from "../../index.ts";
import type { Context } from "../context.ts";
import type { TemplateNewOptions } from "../define-templates.ts";
import { EXIT } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { openTemplates } from "../open-templates.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import type { Screen } from "../terminal.ts";
import { writeTemplateFiles } from "../write-template-files.ts";

/** `brief template new`: makes a small template set that extends another. */
export function newTemplate(name: string, options: TemplateNewOptions, context: Context): Promise<number> {
  const { folder, out, err } = context.terminal;
  return openTemplates(context, options, { set: null, files: [] }, async ({ library, refuse }) => {
    const planned = await library.planNew(name, options.from);
    if (!planned.ok) return refuse(planned.diagnostics);
    const { written, fault } = await writeTemplateFiles(planned.value.files, folder);
    if (fault !== undefined) return refuse([fault]);
    const shown = shownPath(folder, planned.value.folder);
    if (options.json) {
      const set = { name, extends: planned.value.extends, folder: shown };
      printJson(out, { ok: true, set, files: written, diagnostics: planned.diagnostics.map(diagnosticData) });
      return EXIT.done;
    }
    showFindings(planned.diagnostics, err);
    for (const file of written) out.write(`${out.colors.green("✓")} Wrote ${file}\n`);
    tellNextSteps(name, planned.value.extends, out);
    return EXIT.done;
  });
}

function tellNextSteps(name: string, base: string, { write, colors }: Screen): void {
  const { cyan } = colors;
  write(`\n“${name}” looks like ${base} until you change its files.\n`);
  write(`  See it on a brief:        ${cyan(`brief build --template ${name}`)}\n`);
  write(`  Use it for every brief:   write ${cyan(`template: ${name}`)} into brief.config.yaml\n`);
  write(`  Take over a single piece: ${cyan(`brief template eject ${name} partials/caveat.hbs`)}\n`);
}
