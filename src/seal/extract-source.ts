import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, hasError, type Outcome, success } from "../diagnostics/outcome.ts";
import { checkFiles } from "./check-files.ts";
import { openSealed } from "./open-sealed.ts";
import { safePath } from "./safe-path.ts";
import type { Seal } from "./seal.ts";

/** The source in a PDF, and how it was built. */
export interface ExtractedSource extends Pick<Seal, "creator" | "date" | "edition"> {
  /** The brief first, then what it names; paths are seen from the brief’s folder and do not lead out of it. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Takes the source out of a PDF; files that are not those which it was made with are refused. */
export function extractSource(bytes: Uint8Array, name: string): Outcome<ExtractedSource> {
  const opened = openSealed(bytes);
  if ("problem" in opened) return failure([refusal(opened.problem, name)]);
  const { creator, date, edition, files } = opened.seal;
  const checked = checkFiles(opened);
  if (hasError(checked.diagnostics.filter(({ code }) => code !== "seal-file-added"))) {
    return failure(checked.diagnostics);
  }
  const unsafe = files.filter(({ path }) => safePath(path) !== path);
  if (unsafe.length > 0) return failure(unsafe.map(({ path }) => diagnose("extract-unsafe", { path })));
  const taken = files.map(({ path }) => ({ path, bytes: checked.contents.get(path) ?? new Uint8Array() }));
  return success({ creator, date, edition, files: taken });
}

function refusal(problem: "unreadable" | "missing" | "damaged" | "newer", name: string): Diagnostic {
  switch (problem) {
    case "unreadable":
      return diagnose("seal-unreadable", { name });
    case "missing":
      return diagnose("seal-missing", { name });
    case "damaged":
      return diagnose("seal-damaged", { name });
    case "newer":
      return diagnose("seal-newer", { name });
  }
}
