import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Path, Positions } from "./document-positions.ts";
import { isFields, type TextField } from "./schema-fields.ts";
import { isIdentifier } from "./string-formats.ts";

/** Checks that the caveats which figures and the chart name exist, each once. The brief need not be valid. */
export function checkCaveats(
  value: unknown,
  texts: readonly TextField[],
  { locate }: Positions,
): Diagnostic[] {
  const caveats = caveatsOf(value);
  if (caveats === undefined) return [];
  const known = [...new Set(caveats.map(({ id }) => id))];
  return [
    ...texts
      .filter(({ role, text }) => role === "caveat-reference" && isIdentifier(text) && !known.includes(text))
      .map(({ path, text: id }) =>
        diagnose("unknown-caveat", { id, suggestion: suggest(id, known) }, locate(path)),
      ),
    ...duplicates(caveats, locate),
  ];
}

interface CaveatId {
  readonly id: string;
  readonly path: Path;
}

/** The ids of the list of caveats; undefined where that is not a list, so that nothing is known of them. */
function caveatsOf(value: unknown): CaveatId[] | undefined {
  const list = isFields(value) ? (value.caveats ?? []) : undefined;
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((caveat: unknown, index) => {
    const id = isFields(caveat) ? caveat.id : undefined;
    return typeof id === "string" ? [{ id, path: ["caveats", index, "id"] }] : [];
  });
}

function duplicates(caveats: readonly CaveatId[], locate: Positions["locate"]): Diagnostic[] {
  const first = new Map<string, Path>();
  return caveats.flatMap(({ id, path }) => {
    const earlier = first.get(id);
    if (earlier !== undefined) {
      return [diagnose("duplicate-caveat", { id, firstLine: locate(earlier).line }, locate(path))];
    }
    first.set(id, path);
    return [];
  });
}
