import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";
import { type Matching, matchItems } from "./match-items.ts";
import { isSameWording, plainText } from "./plain-text.ts";
import { similarity } from "./similarity.ts";

/** Texts that were rewritten, and steps, quotes and implications that came or went. */
export function compareTexts(before: Brief, after: Brief): Change[] {
  const title = plainText(after.title);
  const rewritten = (kind: Change["kind"], old: string | undefined, now: string | undefined): Change[] =>
    isSameWording(old ?? "", now ?? "")
      ? []
      : [{ kind, subject: title, before: plainOrNull(old), after: plainOrNull(now) }];
  return [
    ...rewritten("title-changed", before.title, after.title),
    ...rewritten("bottom-line-changed", before.bottomLine, after.bottomLine),
    ...rewritten("summary-changed", before.event.summary, after.event.summary),
    ...compareTimeline(before, after),
    ...compareQuotes(before, after),
    ...compareImplications(before, after),
    ...rewritten("classification-changed", before.classification, after.classification),
  ];
}

/** As in compare-caveats.ts. */
const SAME_TEXT = 0.5;

function compareTimeline({ event: before }: Brief, { event: after }: Brief): Change[] {
  const matching = matchItems(
    before.timeline,
    after.timeline,
    (old, now) => similarity(old.text, now.text) + (old.date === now.date ? 0.2 : 0),
    SAME_TEXT,
  );
  return inKinds(
    matching,
    ({ date }) => date,
    ({ date, text }) => `${date}: ${text}`,
    {
      added: "timeline-added",
      changed: "timeline-changed",
      removed: "timeline-removed",
    },
  );
}

function compareQuotes({ event: before }: Brief, { event: after }: Brief): Change[] {
  const matching = matchItems(
    before.quotes,
    after.quotes,
    (old, now) => (old.by === now.by && isSameWording(old.text, now.text) ? 1 : 0),
    1,
  );
  return inKinds(
    matching,
    ({ by }) => by,
    ({ text }) => text,
    { added: "quote-added", removed: "quote-removed" },
  );
}

function compareImplications({ implications: before }: Brief, { implications: after }: Brief): Change[] {
  const matching = matchItems(
    before,
    after,
    (old, now) => (old.audience === now.audience ? similarity(old.text, now.text) : 0),
    SAME_TEXT,
  );
  return inKinds(
    matching,
    ({ audience }) => audience,
    ({ text }) => text,
    {
      added: "implication-added",
      changed: "implication-reworded",
      removed: "implication-removed",
    },
  );
}

/** The changes of a list of texts; without a kind for changed ones there are none. */
function inKinds<Item>(
  { pairs, added, removed }: Matching<Item>,
  subjectOf: (item: Item) => string,
  textOf: (item: Item) => string,
  kinds: Readonly<Record<"added" | "removed", Change["kind"]>> & { readonly changed?: Change["kind"] },
): Change[] {
  const { changed } = kinds;
  const change = (kind: Change["kind"], old: Item | null, now: Item | null): Change[] => {
    const item = now ?? old;
    if (item === null) return [];
    const text = (side: Item | null) => (side === null ? null : plainText(textOf(side)));
    return [{ kind, subject: subjectOf(item), before: text(old), after: text(now) }];
  };
  return [
    ...added.flatMap((item) => change(kinds.added, null, item)),
    ...removed.flatMap((item) => change(kinds.removed, item, null)),
    ...pairs.flatMap(({ before, after }) =>
      changed === undefined || isSameWording(textOf(before), textOf(after))
        ? []
        : change(changed, before, after),
    ),
  ];
}

const plainOrNull = (text: string | undefined): string | null =>
  text === undefined ? null : plainText(text);
