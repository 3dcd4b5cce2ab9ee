import path from "node:path";
import { decodeText } from "../brief/decode-text.ts";
import { type ParsedBrief, parseBrief } from "../brief/parse-brief.ts";
import type { Brief } from "../brief/schema.ts";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { EMBEDDED_MAX_BYTES, readEnclosed } from "../render/read-enclosed.ts";

/** Reads the edition before, which `parsed` names under `previous`, from the brief’s folder; null where it names none. */
export async function loadPrevious(
  { brief, locate }: ParsedBrief,
  briefFile: string,
  knownAudiences: readonly string[],
): Promise<Outcome<Brief | null>> {
  const named = brief.previous;
  if (named === undefined) return success(null);
  const where = locate(["previous"]);
  const folder = path.dirname(briefFile);
  const file = path.resolve(folder, named);
  if (file === briefFile) return failure([diagnose("previous-itself", {}, where)]);

  const parsed = await parseEnclosed(named, folder, knownAudiences, where);
  if (!parsed.ok) return parsed;
  const previous = parsed.value.brief;
  const facts = { path: named, date: previous.date, own: brief.date };
  return success(previous, previous.date > brief.date ? [diagnose("previous-newer", facts, where)] : []);
}

async function parseEnclosed(
  named: string,
  folder: string,
  knownAudiences: readonly string[],
  where: Place,
): Promise<Outcome<ParsedBrief>> {
  const found = await readEnclosed(path.resolve(folder, named), folder);
  switch (found.kind) {
    case "missing":
      return failure([diagnose("previous-missing", { path: named }, where)]);
    case "outside":
      return failure([diagnose("previous-outside", { path: named }, where)]);
    case "too-large": {
      const facts = { path: named, bytes: found.sizeBytes, limit: EMBEDDED_MAX_BYTES };
      return failure([diagnose("file-too-large", facts, where)]);
    }
  }
  const text = decodeText(named, found.bytes);
  const parsed = text.ok ? parseBrief({ path: named, text: text.value }, { knownAudiences }) : text;
  return parsed.ok ? parsed : failure([inOne(named, parsed.diagnostics, where)]);
}

/** The faults of another file are not this brief’s: one finding names the first and counts the rest. */
function inOne(named: string, diagnostics: readonly Diagnostic[], where: Place): Diagnostic {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const facts = { line: first?.where?.line ?? 1, problem: first?.message ?? "", count: errors.length };
  return diagnose("previous-invalid", { path: named, ...facts }, where);
}
