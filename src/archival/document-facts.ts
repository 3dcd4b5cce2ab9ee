import type { Attachment } from "./attachment.ts";

/** What a finished PDF says of itself; nothing of it is taken from the clock or the machine. */
export interface DocumentFacts {
  readonly title: string;
  /** Who answers for it; null where nobody is named. */
  readonly author: string | null;
  /** Its point, in plain words. */
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47 language tag. */
  readonly lang: string;
  readonly date: Date;
  /** The program that made it, with its version. */
  readonly creator: string;
  /** The links of its page in their order, with what a screen reader says of each. */
  readonly links: readonly DocumentLink[];
  /** The headings of its page in their order. */
  readonly headings: readonly string[];
  /** Whether its page lets everybody hear it as PDF/UA asks, so that the file may say that it meets that standard. */
  readonly isAccessible: boolean;
  /** Files that it carries; none when left out. */
  readonly attachments?: readonly Attachment[];
}

/** A link of the page that was printed. */
export interface DocumentLink {
  /** As written: an address, or `#` and a fragment. */
  readonly href: string;
  readonly text: string;
}
