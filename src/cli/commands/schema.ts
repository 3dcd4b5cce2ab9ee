import path from "node:path";
import { briefJsonSchema, formatDiagnostic } from "../../index.ts";
import type { Context } from "../context.ts";
import { EXIT, exitCodeFor } from "../exit-code.ts";
import { shownPath } from "../shown-path.ts";
import { writeWhole } from "../write-artifacts.ts";

/** `brief schema`: prints the JSON Schema of brief files, or writes it to a file. */
export async function schema(
  options: { readonly out?: string },
  { terminal: { folder, out, err } }: Context,
): Promise<number> {
  const text = `${JSON.stringify(briefJsonSchema(), null, 2)}\n`;
  if (options.out === undefined) {
    out.write(text);
    return EXIT.done;
  }
  const absolute = path.resolve(folder, options.out);
  const shown = shownPath(folder, absolute);
  const fault = await writeWhole(absolute, text, shown);
  if (fault !== undefined) {
    err.write(`${formatDiagnostic(fault, err.colors)}\n`);
    return exitCodeFor([fault]);
  }
  out.write(`${out.colors.green("✓")} Wrote ${shown}\n`);
  return EXIT.done;
}
