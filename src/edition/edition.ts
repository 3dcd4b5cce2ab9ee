import type { Confidence, Likelihood } from "../brief/schema.ts";
import type { Labels } from "./labels.ts";

/** A brief as one audience will read it, in one locale: all that a template may print. Absent parts are null or empty, never missing. */
export interface Edition {
  /** BCP 47 language tag of the labels and, by convention, of the brief. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly audience: Audience;
  readonly title: string;
  readonly date: Day;
  readonly author: Author | null;
  readonly organisation: Organisation | null;
  readonly classification: string | null;
  /** What the organisation says at the foot of every page. */
  readonly footer: string | null;
  /** A picture that sets the scene. */
  readonly image: Picture | null;
  readonly bottomLine: RichText;
  readonly readingTime: ReadingTime;
  readonly summary: RichText;
  readonly figures: readonly Figure[];
  readonly chart: Chart | null;
  readonly timeline: readonly TimelineEntry[];
  readonly quotes: readonly Quote[];
  readonly caveats: readonly Caveat[];
  readonly implications: readonly Implication[];
  readonly questions: readonly Question[];
  readonly decision: Decision | null;
  /** What a reader of the edition before this one must know; null where the brief names none. */
  readonly changes: Changes | null;
  /** The sources this edition cites, numbered by first appearance. */
  readonly sources: readonly Source[];
  readonly labels: Labels;
}

/** Text with markup and the same text without; plain text is made from the content, never stripped from HTML. */
export interface RichText {
  /** Safe HTML: everything the author wrote is escaped or built from an allow-list. */
  readonly html: string;
  readonly text: string;
}

export interface Audience {
  readonly id: string;
  readonly label: string;
}

/** A calendar day, for machines and for readers. */
export interface Day {
  /** YYYY-MM-DD */
  readonly iso: string;
  /** Long form in the edition’s locale. */
  readonly long: string;
  /** Short form in the edition’s locale. */
  readonly short: string;
}

export interface Author {
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
}

export interface Organisation {
  readonly name: string;
  /** data: address of the logo. */
  readonly logo: string | null;
}

export interface Picture {
  /** data: address of the image. */
  readonly src: string;
  readonly alt: string;
  readonly credit: string | null;
  /** Size of the image in its own pixels. */
  readonly width: number;
  readonly height: number;
}

export interface ReadingTime {
  readonly words: number;
  readonly minutes: number;
  /** In words, in the edition’s locale: “2 min read”. */
  readonly text: string;
}

/** A reference from a statement to the numbered source list. */
export interface Citation {
  readonly number: number;
  /** Fragment of the source’s entry on the page, without `#`. */
  readonly anchor: string;
  /** What a screen reader says: “Source 3: Title”. */
  readonly label: string;
}

/** A reference from a number to the caveat that must be read with it. */
export interface CaveatMark {
  readonly number: number;
  /** Fragment of the caveat on the page, without `#`. */
  readonly anchor: string;
  /** In words: “Caveat 2”. */
  readonly label: string;
}

export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly trend: Trend | null;
  readonly caveat: CaveatMark | null;
  readonly citations: readonly Citation[];
}

/** A small line beside a figure. */
export interface Trend {
  readonly label: string;
  /** `html` is the drawing, an SVG; `text` says in words what it shows. */
  readonly drawing: RichText;
}

/** A small plot of the brief’s data, drawn once for every format. */
export interface Chart {
  readonly title: string;
  /** A unit that is too long to stand at every number; null where each number carries it. */
  readonly unit: string | null;
  /** `html` is the drawing, an SVG that the style sheet colours; `text` says in words what it shows. */
  readonly drawing: RichText;
  /** The same data for readers who cannot see the drawing. */
  readonly table: ChartTable;
  readonly caveat: CaveatMark | null;
  readonly citations: readonly Citation[];
}

export interface ChartTable {
  /** Heads of the columns; the first is that of the labels. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export interface TimelineEntry {
  readonly date: Day;
  readonly text: RichText;
  readonly citations: readonly Citation[];
}

export interface Quote {
  readonly text: RichText;
  readonly by: string;
  readonly role: string | null;
  readonly citations: readonly Citation[];
}

/** A level on a short scale, drawn as filled and empty steps beside its words: never colour alone. */
export interface Grade<Level extends string> {
  readonly level: Level;
  readonly label: string;
  /** One entry a step of the scale, true where filled. */
  readonly steps: readonly boolean[];
}

export interface Caveat {
  readonly number: number;
  /** What other parts call it: “Caveat 2”. */
  readonly label: string;
  /** Fragment of the caveat on the page, without `#`. */
  readonly anchor: string;
  readonly claim: RichText;
  readonly caveat: RichText;
  readonly confidence: Grade<Confidence>;
  readonly likelihood: Grade<Likelihood> | null;
  readonly citations: readonly Citation[];
}

export interface Implication {
  readonly audience: Audience;
  readonly text: RichText;
}

export interface Question {
  readonly number: number;
  readonly question: RichText;
  readonly why: RichText | null;
  readonly audiences: readonly Audience[];
  readonly owner: string | null;
  readonly by: Day | null;
  /** What came back; null while the question is open. */
  readonly answer: RichText | null;
}

export interface Decision {
  readonly ask: RichText;
  readonly options: readonly { readonly label: string; readonly text: RichText }[];
  readonly recommendation: RichText | null;
  readonly owner: string | null;
  readonly by: Day | null;
}

export interface Source {
  readonly number: number;
  readonly anchor: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  /** The address without scheme and trailing slash, for print. */
  readonly shortUrl: string | null;
  readonly date: Day | null;
  readonly accessed: Day | null;
  readonly grade: string | null;
}

/** What changed since the edition before this one. */
export interface Changes {
  /** Date of the edition before. */
  readonly since: Day;
  /** Heading with that date: “What changed since 28 January 2025”. */
  readonly title: string;
  readonly items: readonly Change[];
}

/** One change, in the words of a careful colleague. */
export interface Change {
  /** What kind of thing changed, for style sheets. */
  readonly kind: ChangeKind;
  readonly text: string;
}

/** The kinds of changes, most important first. */
export type ChangeKind =
  | "caveat"
  | "figure"
  | "confidence"
  | "likelihood"
  | "question"
  | "decision"
  | "message";
