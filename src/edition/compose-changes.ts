import type { Brief } from "../brief/schema.ts";
import type { Change as BriefChange } from "../changes/change.ts";
import { compareBriefs } from "../changes/compare-briefs.ts";
import type { ReadingContext } from "./compose-edition.ts";
import type { Change, ChangeKind, Changes } from "./edition.ts";
import { fillLabel } from "./fill-label.ts";
import { formatDay } from "./format-day.ts";
import type { Labels } from "./labels.ts";
import { printable } from "./printable.ts";
import { selectForAudience } from "./select-for-audience.ts";

/** The most changes that are told one by one; a strip of more is not read. */
const ITEMS_MAX = 5;
/** Where a quoted claim or question is cut; the whole of it stands further down on the page. */
const QUOTED_MAX_CHARACTERS = 90;

/** What a reader of `audience` who knows the edition before this one must know, the most important first. */
export function composeChanges(selected: Brief, context: ReadingContext, lang: string): Changes | null {
  const { previous, audience, labels } = context;
  if (previous === null) return null;
  const writer = writerFor(labels, lang);
  const items = compareBriefs(selectForAudience(previous, audience), selected, lang)
    .flatMap((change) => writer(change) ?? [])
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const since = formatDay(previous.date, lang);
  return {
    since,
    title: fillLabel(labels.sections.changes, { date: since.long }),
    items:
      items.length === 0 ? [{ kind: "message", text: labels.changes.none }] : firstOf(items, labels, lang),
  };
}

/** In the order of their weight for a reader, as `ChangeKind` lists them. */
const KINDS: readonly ChangeKind[] = [
  "caveat",
  "figure",
  "confidence",
  "likelihood",
  "question",
  "decision",
  "message",
];

function firstOf(items: readonly Change[], labels: Labels, lang: string): Change[] {
  const rest = items.length - ITEMS_MAX;
  if (rest <= 0) return [...items];
  const { more } = labels.changes;
  const label = more[new Intl.PluralRules(lang).select(rest)] ?? more.other;
  const text = fillLabel(label, { count: new Intl.NumberFormat(lang).format(rest) });
  return [...items.slice(0, ITEMS_MAX), { kind: "message", text }];
}

/** What is told of a change; nothing for what a reader sees in its own place, such as a new source or owner. */
function writerFor(labels: Labels, lang: string): (change: BriefChange) => Change | undefined {
  const words = labels.changes;
  const quoted = (text: string | null) =>
    `${labels.quotation.open}${shortened(printable(text ?? ""))}${labels.quotation.close}`;
  const plain = (text: string | null) => printable(text ?? "");
  const item = (kind: ChangeKind, label: string, values: Record<string, string> = {}): Change => ({
    kind,
    text: fillLabel(label, values),
  });

  return (change) => {
    const subject = quoted(change.subject);
    const { before, after } = change;
    switch (change.kind) {
      case "caveat-added":
        return item("caveat", words.caveatAdded, { claim: subject });
      case "caveat-removed":
        return item("caveat", words.caveatRemoved, { claim: subject });
      case "caveat-reworded":
        return item("caveat", words.caveatReworded, { claim: subject });
      case "figure-moved": {
        const values = { label: plain(change.subject), before: plain(before), after: plain(after) };
        return item("figure", words.figureMoved, values);
      }
      case "figure-added":
        return item("figure", words.figureAdded, { label: plain(change.subject), value: plain(after) });
      case "figure-removed":
        return item("figure", words.figureRemoved, { label: plain(change.subject), value: plain(before) });
      case "chart-changed":
        return item("figure", words.chart);
      case "confidence-changed": {
        const { levels } = labels.confidence;
        return item("confidence", words.level, levelsOf(subject, change, levels, words.unstated));
      }
      case "likelihood-changed": {
        const { levels } = labels.likelihood;
        return item("likelihood", words.level, levelsOf(subject, change, levels, words.unstated));
      }
      case "question-answered":
        return item("question", words.questionAnswered, { question: subject });
      case "answer-changed":
        return item("question", words.answerChanged, { question: subject });
      case "question-added":
        return item("question", words.questionAdded, { question: subject });
      case "question-removed":
        return item("question", words.questionRemoved, { question: subject });
      case "decision-added":
        return item("decision", words.decisionAdded, { ask: subject });
      case "decision-removed":
        return item("decision", words.decisionRemoved, { ask: subject });
      case "ask-changed":
        return item("decision", words.decisionAsk, { ask: subject });
      case "options-changed":
        return item("decision", words.decisionOptions);
      case "recommendation-changed":
        return after === null
          ? item("decision", words.recommendationRemoved)
          : item("decision", words.recommendation, { text: quoted(after) });
      case "decider-changed":
        return after === null ? undefined : item("decision", words.decider, { name: plain(after) });
      case "decision-due-changed": {
        if (after === null) return undefined;
        return item("decision", words.decisionDue, { date: formatDay(after, lang).long });
      }
      case "bottom-line-changed":
        return item("message", words.bottomLine);
      case "title-changed":
        return item("message", words.title);
      case "timeline-added": {
        const text = quoted((after ?? "").replace(/^[\d-]+: /, ""));
        return item("message", words.timeline, { date: formatDay(change.subject, lang).long, text });
      }
      default:
        return undefined;
    }
  };
}

/** The names of two levels of a scale; one that is not stated has a name too. */
function levelsOf(
  claim: string,
  { before, after }: BriefChange,
  levels: Readonly<Record<string, string>>,
  unstated: string,
) {
  const name = (level: string | null) => (level === null ? unstated : (levels[level] ?? level));
  return { claim, before: name(before), after: name(after) };
}

/** The text without its full stop, cut between words. */
function shortened(text: string): string {
  const bare = text.replace(/(?<![.…])\.$/, "");
  if (bare.length <= QUOTED_MAX_CHARACTERS) return bare;
  const cut = bare.slice(0, QUOTED_MAX_CHARACTERS);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : cut.length).replace(/[,;:–—-]$/, "")}…`;
}
