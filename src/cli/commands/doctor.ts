import { diagnosticData, formatDiagnostic } from "../../index.ts";
import type { Context } from "../context.ts";
import { type Check, examineMachine } from "../examine-machine.ts";
import { EXIT } from "../exit-code.ts";
import { counted } from "../in-words.ts";
import { printJson } from "../json-output.ts";
import type { DoctorOptions } from "../options.ts";
import { openProgress } from "../progress.ts";
import type { Screen } from "../terminal.ts";

/** `brief doctor`: checks the machine and says how to mend it. */
export async function doctor(options: DoctorOptions, context: Context): Promise<number> {
  const { out } = context.terminal;
  using progress = openProgress(context.terminal);
  const checks: Check[] = [];
  for await (const check of examineMachine(options, context, progress.show)) {
    checks.push(check);
    progress.clear();
    if (!options.json) out.write(line(check, out));
  }
  const bad = checks.filter(({ ok }) => !ok).length;
  if (options.json) printJson(out, { ok: bad === 0, checks: checks.map(dataOf) });
  else if (bad === 0) out.write("\nEverything is in order.\n");
  else out.write(`\n${out.colors.red(`${counted(bad, "check")} failed`)}; each says how to mend it.\n`);
  return bad === 0 ? EXIT.done : EXIT.environment;
}

const NAME_WIDTH = 15;
/** A broken template set has a finding in every file; the first few tell enough. */
const FINDINGS_SHOWN = 3;

function line({ name, ok, detail, diagnostics }: Check, { colors }: Screen): string {
  const mark = ok ? colors.green("✓") : colors.red("✗");
  const findings = diagnostics.slice(0, FINDINGS_SHOWN).map((diagnostic) => {
    if (diagnostic.where !== undefined) return formatDiagnostic(diagnostic, colors);
    const hint = diagnostic.hint === undefined ? [] : [`${colors.cyan("→")} ${diagnostic.hint}`];
    return [diagnostic.message, ...hint].join("\n");
  });
  const more = diagnostics.length - findings.length;
  const text = [...(detail === "" ? [] : [detail]), ...findings, ...(more > 0 ? [`… and ${more} more`] : [])];
  const hanging = text.join("\n").replace(/\n(?!\n)/g, `\n${" ".repeat(NAME_WIDTH + 2)}`);
  return `${mark} ${colors.bold(name.padEnd(NAME_WIDTH))}${hanging}\n`;
}

const dataOf = ({ id, ok, detail, diagnostics }: Check) => ({
  id,
  ok,
  detail,
  diagnostics: diagnostics.map(diagnosticData),
});
