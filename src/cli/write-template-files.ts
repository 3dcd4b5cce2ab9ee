import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose, type PlannedFile } from "../index.ts";
import { explainWriteError } from "./explain-write-error.ts";
import { shownPath } from "./shown-path.ts";

/** Writes files that must not be there yet, one after the other; stops at the first that cannot be written. */
export async function writeTemplateFiles(
  files: readonly PlannedFile[],
  folder: string,
): Promise<{ readonly written: readonly string[]; readonly fault?: Diagnostic }> {
  const written: string[] = [];
  for (const { file, content } of files) {
    const shown = shownPath(folder, file);
    const fault = await writeNew(file, content, shown);
    if (fault !== undefined) return { written, fault };
    written.push(shown);
  }
  return { written };
}

/** The flag `wx` makes looking and writing one step, so that no file is ever overwritten. */
async function writeNew(
  absolute: string,
  content: string | Uint8Array,
  shown: string,
): Promise<Diagnostic | undefined> {
  try {
    await mkdir(path.dirname(absolute), { recursive: true });
    await writeFile(absolute, content, { flag: "wx" });
    return undefined;
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST" && "path" in error;
    return isThere && error.path === absolute
      ? diagnose("template-file-exists", { path: shown })
      : diagnose("output-not-writable", { path: shown, reason: explainWriteError(error) });
  }
}
