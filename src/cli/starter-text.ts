import { type Diagnostic, diagnose, type ParsedBrief } from "../index.ts";

/** What of `brief new`’s text still stands in a brief, as one finding with every line. */
export function findStarterText(parsed: ParsedBrief, starter: ParsedBrief): Diagnostic[] {
  const known = new Set(textsOf(starter.brief).map(({ text }) => text));
  const left = textsOf(parsed.brief).filter(({ text }) => known.has(text));
  const places = left.map(({ path }) => parsed.locate(path));
  const [first] = places;
  if (first === undefined) return [];
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const where = places.find(({ line }) => line === lines[0]) ?? first;
  return [diagnose("starter-text", { count: left.length, lines }, where)];
}

type Text = { readonly path: readonly (string | number)[]; readonly text: string };

function textsOf(value: unknown, path: Text["path"] = []): Text[] {
  if (typeof value === "string") return isTelling(value) ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]));
}

/** Longer than any word that another brief would have by chance, and neither an id nor a date. */
const isTelling = (text: string): boolean => text.length > 8 && !/^[a-z0-9-]+$/.test(text);
