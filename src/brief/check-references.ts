import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { findBadCitations, findCitations } from "./citation-pattern.ts";
import type { Path, Positions } from "./document-positions.ts";
import { isFields, type TextField } from "./schema-fields.ts";
import { isIdentifier } from "./string-formats.ts";
import { suggestIdentifier } from "./suggest-value.ts";

/** Checks that citations and sources agree. The brief need not be valid: whatever has the right form is checked. */
export function checkReferences(
  value: unknown,
  texts: readonly TextField[],
  positions: Positions,
): Diagnostic[] {
  const sources = sourcesOf(value);
  const mentions = texts.flatMap(mentionsIn);
  const cited = new Set(mentions.map(({ id }) => id));
  return [
    ...badCitations(texts, positions),
    ...unknownSources(mentions, sources, positions),
    ...duplicateSources(sources ?? [], positions),
    ...(sources ?? [])
      .filter(({ id }) => isIdentifier(id) && !cited.has(id))
      .map(({ id, path }) => diagnose("source-never-cited", { id }, positions.locate(path))),
    ...repeatedIds(mentions, positions),
  ];
}

interface SourceId {
  readonly id: string;
  readonly path: Path;
}

/** One place where a source is named: an item of a list, or a citation in a text. */
interface Mention extends SourceId {
  /** What repeats within is a repetition: the path of the list, or text and offset of the citation. */
  readonly group: string;
  readonly offset?: number;
}

/** The ids of the list of sources; undefined where that is not a list, so that nothing is known of them. */
function sourcesOf(value: unknown): SourceId[] | undefined {
  if (!isFields(value)) return undefined;
  const list = value.sources ?? [];
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((source: unknown, index) => {
    const id = isFields(source) ? source.id : undefined;
    return typeof id === "string" ? [{ id, path: ["sources", index, "id"] }] : [];
  });
}

const isProse = ({ role }: TextField): boolean => role === "markdown" || role === "markdown-line";

function mentionsIn(field: TextField): Mention[] {
  const { path, text, role } = field;
  if (role === "source-reference") {
    return [{ id: text, path, group: JSON.stringify(path.slice(0, -1)) }];
  }
  if (!isProse(field)) return [];
  return findCitations(text).flatMap(({ ids, raw, offset }) => {
    let searchFrom = 0;
    return ids.map((id) => {
      const within = raw.indexOf(`@${id}`, searchFrom);
      searchFrom = within + 1;
      return { id, path, group: JSON.stringify([path, offset]), offset: offset + within };
    });
  });
}

const placeOf = ({ id, path, offset }: Mention, { locate, locateText }: Positions) =>
  offset === undefined ? locate(path) : locateText(path, `@${id}`, offset);

function badCitations(texts: readonly TextField[], { locateText }: Positions): Diagnostic[] {
  return texts
    .filter(isProse)
    .flatMap(({ path, text }) =>
      findBadCitations(text).map(({ raw, offset }) =>
        diagnose("bad-citation", { raw, suggestion: repairedCitation(raw) }, locateText(path, "[@", offset)),
      ),
    );
}

function repairedCitation(raw: string): string | undefined {
  const ids = raw
    .slice(2)
    .split(/[;,\]]/)
    .map((part) => suggestIdentifier(part))
    .filter((id) => id !== undefined);
  return ids.length === 0 || raw.endsWith("…") ? undefined : `[${ids.map((id) => `@${id}`).join("; ")}]`;
}

function unknownSources(
  mentions: readonly Mention[],
  sources: readonly SourceId[] | undefined,
  positions: Positions,
): Diagnostic[] {
  if (sources === undefined) return [];
  const known = new Set(sources.map(({ id }) => id));
  return mentions
    .filter(({ id }) => isIdentifier(id) && !known.has(id))
    .map((mention) =>
      diagnose(
        "unknown-source",
        { id: mention.id, suggestion: suggest(mention.id, [...known]) },
        placeOf(mention, positions),
      ),
    );
}

function duplicateSources(sources: readonly SourceId[], { locate }: Positions): Diagnostic[] {
  const first = new Map<string, Path>();
  return sources.flatMap(({ id, path }) => {
    const earlier = first.get(id);
    if (earlier !== undefined) {
      return [diagnose("duplicate-source", { id, firstLine: locate(earlier).line }, locate(path))];
    }
    first.set(id, path);
    return [];
  });
}

function repeatedIds(mentions: readonly Mention[], positions: Positions): Diagnostic[] {
  const seen = new Set<string>();
  return mentions.flatMap((mention) => {
    const key = `${mention.group} ${mention.id}`;
    if (seen.has(key)) return [diagnose("repeated-id", { id: mention.id }, placeOf(mention, positions))];
    seen.add(key);
    return [];
  });
}
