import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";
import { matchItems } from "./match-items.ts";

type Source = Brief["sources"][number];

/** Sources that came, went or are described otherwise. */
export function compareSources(before: readonly Source[], after: readonly Source[]): Change[] {
  const { pairs, added, removed } = matchItems(before, after, likeness, 1);
  return [
    ...added.map(
      (source): Change => ({
        kind: "source-added",
        subject: source.title,
        before: null,
        after: line(source),
      }),
    ),
    ...removed.map(
      (source): Change => ({
        kind: "source-removed",
        subject: source.title,
        before: line(source),
        after: null,
      }),
    ),
    ...pairs.flatMap(({ before: old, after: now }): Change[] =>
      line(old) === line(now)
        ? []
        : [{ kind: "source-changed", subject: now.title, before: line(old), after: line(now) }],
    ),
  ];
}

/** The address says which document it is, better than an id that an author may use again. */
function likeness(before: Source, after: Source): number {
  if (before.url !== undefined && before.url === after.url) return 2;
  return before.id === after.id || before.title === after.title ? 1 : 0;
}

const line = ({ title, publisher, date, url, grade }: Source): string =>
  [title, publisher, date, grade, url].filter((part) => part !== undefined).join(", ");
