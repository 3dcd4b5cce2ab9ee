import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Path, Positions } from "./document-positions.ts";
import { isFields, type TextField } from "./schema-fields.ts";

/** The edition that every brief has: everything, for everyone. */
const EVERYONE = "all";

/** Checks that audiences are known and that questions and implications reach an edition. The brief need not be valid. */
export function checkAudiences(
  value: unknown,
  texts: readonly TextField[],
  knownAudiences: readonly string[],
  positions: Positions,
): Diagnostic[] {
  const audiences = isFields(value) ? (value.audiences ?? []) : undefined;
  if (!Array.isArray(audiences)) return [];
  const listed = audiences.flatMap((id: unknown, index) =>
    typeof id === "string" ? [{ id, path: ["audiences", index] }] : [],
  );
  const own = listed.filter(({ id }) => id !== EVERYONE).map(({ id }) => id);
  return [
    ...listed.flatMap(({ id, path }, index) => {
      const code = faultOfEntry(
        id,
        own.indexOf(id) !== own.lastIndexOf(id) && isLater(listed, index),
        knownAudiences,
      );
      return code === undefined ? [] : [diagnoseEntry(code, id, knownAudiences, positions, path)];
    }),
    ...withoutEdition(texts, [EVERYONE, ...own], knownAudiences, positions),
    ...withoutQuestion(value, listed, positions),
  ];
}

type EntryFault = "audience-all" | "duplicate-audience" | "unknown-audience";
type Listed = readonly { readonly id: string; readonly path: Path }[];

const isLater = (listed: Listed, index: number): boolean =>
  listed.slice(0, index).some(({ id }) => id === listed[index]?.id);

function faultOfEntry(id: string, isRepeated: boolean, known: readonly string[]): EntryFault | undefined {
  if (id === EVERYONE) return "audience-all";
  if (isRepeated) return "duplicate-audience";
  return known.includes(id) ? undefined : "unknown-audience";
}

function diagnoseEntry(
  code: EntryFault,
  audience: string,
  known: readonly string[],
  { locate }: Positions,
  path: Path,
): Diagnostic {
  switch (code) {
    case "audience-all":
      return diagnose(code, {}, locate(path));
    case "duplicate-audience":
      return diagnose(code, { audience }, locate(path));
    case "unknown-audience":
      return diagnose(code, { audience, known, suggestion: suggest(audience, known) }, locate(path));
  }
}

function withoutEdition(
  texts: readonly TextField[],
  editions: readonly string[],
  knownAudiences: readonly string[],
  { locate }: Positions,
): Diagnostic[] {
  return texts
    .filter(({ role, text }) => role === "audience-reference" && !editions.includes(text))
    .map(({ path, text: audience }) =>
      diagnose(
        "audience-without-edition",
        {
          audience,
          editions,
          known: knownAudiences.includes(audience),
          suggestion: suggest(audience, editions) ?? suggest(audience, knownAudiences),
        },
        locate(path),
      ),
    );
}

/** A question without `audiences` is for everyone, and so is one for `all`. */
function withoutQuestion(value: unknown, listed: Listed, { locate }: Positions): Diagnostic[] {
  const questions = isFields(value) ? value.questions : undefined;
  if (!Array.isArray(questions) || questions.length === 0) return [];
  const reached = questions.map((question: unknown) => (isFields(question) ? question.audiences : undefined));
  if (reached.some((ids) => !Array.isArray(ids) || ids.includes(EVERYONE))) return [];
  const ids = new Set(reached.flat());
  return listed
    .filter(({ id }) => id !== EVERYONE && !ids.has(id))
    .map(({ id, path }) => diagnose("edition-without-question", { audience: id }, locate(path)));
}
