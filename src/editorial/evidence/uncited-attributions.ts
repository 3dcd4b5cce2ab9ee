import type { Brief } from "../../brief/schema.ts";
import { type Finding, finding } from "../finding.ts";
import type { Passage, PassageKind, Sentence } from "../passages.ts";
import { sourcesOf } from "./brief-numbers.ts";

/** Sentences that report what somebody says or expects and cite nothing. English only. */
export function uncitedAttributions(brief: Brief, passages: readonly Passage[]): Finding[] {
  const known = knownNames(brief, passages);
  return passages
    .filter(({ kind }) => REPORTING_KINDS.has(kind))
    .flatMap((passage) =>
      passage.sentences
        .filter((sentence) => sourcesOf(brief, passage, sentence).length === 0)
        .flatMap((sentence) => {
          const speaker = speakerIn(sentence.text, known);
          if (speaker === undefined) return [];
          const rawOffset = sentence.rawOffsetOf(speaker.offset);
          const needle = passage.raw.startsWith(speaker.word, rawOffset) ? speaker.word : "";
          return [finding("attribution-uncited", { who: speaker.name }, passage.path, { rawOffset, needle })];
        }),
    );
}

/** A claim lists its sources; a question or an option says nothing of what was said. The summary has a rule of its own. */
const REPORTING_KINDS: ReadonlySet<PassageKind> = new Set([
  "bottom-line",
  "caveat",
  "implication",
  "why",
  "answer",
  "recommendation",
]);

const NAME_WORD = "\\p{Lu}[\\p{L}\\p{N}&’.-]*[\\p{L}\\p{N}]";
const NAME = `${NAME_WORD}(?: (?:(?:of|for|and|&|de|von|van|the|der) )?${NAME_WORD})*`;
const REPORT =
  "(?:says|said|argues|argued|claims|claimed|estimates|estimated|expects|expected|forecasts|predicts|predicted|" +
  "warns|warned|believes|believed|reckons|thinks|thought|concedes|conceded|reports that|reported|calculates|calculated|" +
  "insists|insisted|maintains|asserts|asserted|denies|denied|sees|puts|states|stated|announced|announces|told|writes|wrote|" +
  "suggests|suggested|admits|admitted|confirms|confirmed|disputes|disputed|attributes|blames|promises|promised|pledges|" +
  "pledged|excludes|excluded)";
/** Verbs that hardly ever follow another word than a name at the start of a sentence. */
const CLEAR_REPORT =
  "(?:says|argues|expects|predicts|warns|warned that|believes|reckons|thinks|concedes|insists|denies|blames|told|argued that|said that)";
const ESTIMATE =
  "(?:estimates?|forecasts?|figures?|projections?|calculations?|reckoning|count|data|surveys?|report|account)";

/** Each with the name as its first group; between name and verb an aside of a few words may stand. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])(${NAME})(?:’s \\p{Ll}+)?(?: of ${NAME})?(?:, [^,.;]{1,50},)?(?: itself| himself| herself)?(?: also| now| still)? ${REPORT}(?!\\p{L})`,
    "gu",
  ),
  new RegExp(`(?:argues?|says|said|warns?|reckons?|writes|wrote|estimates|adds) (${NAME})`, "gu"),
  new RegExp(`(?:[Aa]ccording to|[Ii]n the (?:view|words|opinion) of) (?:the )?(${NAME})`, "gu"),
  new RegExp(`, (${NAME}), ${REPORT}(?!\\p{L})`, "gu"),
  new RegExp(`(?:[Bb]y|[Oo]n|[Ii]n) (${NAME})’s? (?:own )?${ESTIMATE}(?!\\p{L})`, "gu"),
];

/** Somebody named in an earlier sentence. */
const PRONOUN = /^(?:He|She)$/;

/** A name that stands nowhere else in the brief. */
const UNKNOWN = new RegExp(`^(${NAME})(?:’s \\p{Ll}+)? ${CLEAR_REPORT}(?!\\p{L})`, "u");
/** Words that begin a sentence and are nobody: “It says”, “Everyone expects”. */
const NOBODY =
  /^(?:It|This|That|These|Those|They|We|I|You|Who|What|Which|Nobody|Everybody|Everyone|Somebody|Someone|One|None|Neither|Each|Another|Both|All|Some|Many|Most|Few|If|When|As|Whoever|Whether|Anyone|Anybody|The|A|An|Our|Your|Its|Their|His|Her)(?: |$)/;
/** “What Maersk expects” asks for it or names it, and reports nothing. */
const INDIRECT = /(?:what|how|whether|why|where|when|which|who|if|that|than|until|before|once) (?:the )?$/i;

interface Speaker {
  readonly name: string;
  /** First word of the name. */
  readonly word: string;
  readonly offset: number;
}

function speakerIn(text: string, known: ReadonlySet<string>): Speaker | undefined {
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const name = (match[1] ?? "").replace(/’s$/, "");
      const offset = match.index + match[0].indexOf(match[1] ?? "");
      if (INDIRECT.test(text.slice(0, offset))) continue;
      if (PRONOUN.test(name) || name.split(/ /).some((word) => known.has(word)))
        return { name, word: name.split(" ")[0] ?? name, offset };
    }
  }
  const [, unknown] = UNKNOWN.exec(text) ?? [];
  if (unknown === undefined || NOBODY.test(unknown)) return undefined;
  return { name: unknown, word: unknown.split(" ")[0] ?? unknown, offset: 0 };
}

/** Words of names: of publishers, of people quoted, and whatever is written large within a sentence of the brief. */
function knownNames(brief: Brief, passages: readonly Passage[]): ReadonlySet<string> {
  const written = passages.flatMap(({ kind, sentences }) =>
    kind === "title" ? [] : sentences.flatMap(({ text, words }) => namesWithin(text, words)),
  );
  const published = [
    ...brief.sources.map(({ publisher = "" }) => publisher),
    ...brief.event.quotes.map(({ by }) => by),
  ];
  const words = published.flatMap((name) => name.match(/\p{Lu}[\p{L}\p{N}&’.-]*[\p{L}\p{N}]/gu) ?? []);
  return new Set([...written, ...words].filter((word) => !NO_NAMES.has(word)));
}

function namesWithin(text: string, words: Sentence["words"]): string[] {
  return words
    .filter(
      ({ text: word, offset }) =>
        /^\p{Lu}\p{L}/u.test(word) && /[\p{L}\p{N},’] $/u.test(text.slice(0, offset)),
    )
    .map(({ text: word }) => word.replace(/[’']s$/, ""));
}

/** Written large for other reasons. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    "January February March April May June July August September October November December Monday Tuesday Wednesday " +
    "Thursday Friday Saturday Sunday The A An It We They He She This That In On At By For Of And Our CEO CFO COO CMO CIO"
  ).split(" "),
);
