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
  readonly bottomLine: RichText;
  readonly readingTime: ReadingTime;
  readonly summary: RichText;
  readonly figures: readonly Figure[];
  readonly timeline: readonly TimelineEntry[];
  readonly quotes: readonly Quote[];
  readonly caveats: readonly Caveat[];
  readonly implications: readonly Implication[];
  readonly questions: readonly Question[];
  readonly decision: Decision | null;
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

export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly citations: readonly Citation[];
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
