import { readFile, stat } from "node:fs/promises";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";

/** Reads a secret from a file that nobody but its owner may read; Windows, which has no such rights, is not asked. */
export async function readSecret(
  file: string,
  { what, hasRights }: { readonly what: string; readonly hasRights: boolean },
): Promise<Outcome<string>> {
  try {
    const { mode } = await stat(file);
    if (hasRights && (mode & 0o077) !== 0) {
      return failure([diagnose("secret-open", { path: file, what, mode: (mode & 0o777).toString(8) })]);
    }
    const text = (await readFile(file, "utf8")).replace(/\r?\n$/, "");
    return text === "" ? failure([diagnose("secret-missing", { path: file, what })]) : success(text);
  } catch (error) {
    if (error instanceof Error && "code" in error)
      return failure([diagnose("secret-missing", { path: file, what })]);
    throw error;
  }
}
