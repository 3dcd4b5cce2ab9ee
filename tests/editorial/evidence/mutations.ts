import { findCitations } from "../../../src/brief/citation-pattern.ts";

/** A copy of a brief’s data with one thing removed, and what that was. */
export interface Mutation {
  readonly removed: string;
  readonly data: unknown;
}

type Step = string | number;

/** Every copy of a brief that lacks one citation in prose, one entry of a list of sources, one caveat or one source. */
export function mutationsOf(brief: unknown): Mutation[] {
  return [...citationsRemoved(brief), ...listEntriesRemoved(brief)];
}

function citationsRemoved(brief: unknown): Mutation[] {
  return textsIn(brief).flatMap(({ path, text }) =>
    findCitations(text).flatMap(({ offset, raw, ids }) =>
      ids.map((id) => {
        const rest = ids.filter((other) => other !== id);
        const citation = rest.length === 0 ? "" : `[${rest.map((other) => `@${other}`).join("; ")}]`;
        const before = text.slice(0, offset);
        const changed =
          (citation === "" ? before.trimEnd() : before) + citation + text.slice(offset + raw.length);
        return { removed: `[@${id}] of ${path.join(".")}`, data: replaced(brief, path, changed) };
      }),
    ),
  );
}

/** Sources and caveats themselves, and ids in lists of sources. */
function listEntriesRemoved(brief: unknown): Mutation[] {
  return listsIn(brief)
    .filter(({ path }) => path.at(-1) === "sources" || path.at(-1) === "caveats")
    .flatMap(({ path, list }) =>
      list.map((entry, index) => ({
        removed: `${nameOf(entry)} of ${path.join(".")}`,
        data: replaced(
          brief,
          path,
          list.filter((_, other) => other !== index),
        ),
      })),
    );
}

function nameOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  const { id, claim } = entry as { id?: unknown; claim?: unknown };
  return String(id ?? claim);
}

function textsIn(value: unknown, path: readonly Step[] = []): { path: readonly Step[]; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  return childrenOf(value).flatMap(([step, child]) => textsIn(child, [...path, step]));
}

function listsIn(value: unknown, path: readonly Step[] = []): { path: readonly Step[]; list: unknown[] }[] {
  const own = Array.isArray(value) ? [{ path, list: value as unknown[] }] : [];
  return [...own, ...childrenOf(value).flatMap(([step, child]) => listsIn(child, [...path, step]))];
}

function childrenOf(value: unknown): [Step, unknown][] {
  if (Array.isArray(value)) return value.map((item, index): [Step, unknown] => [index, item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function replaced(value: unknown, [step, ...rest]: readonly Step[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [step]: replaced(fields[step], rest, by) };
}
