import type { Edition } from "../edition/edition.ts";
import type { PageSize } from "./pdf-printer.ts";

/** An edition laid out by a template set: what every page format is made from. */
export interface Page {
  readonly edition: Edition;
  /** Markup inside the body element, checked to be closed. */
  readonly body: string;
  /** The template set’s stylesheet with everything it needs embedded. */
  readonly css: string;
  /** Attributes of the html element, which the style sheet reads. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Typefaces of what the sheet itself prints, such as its number, as CSS lists them; null for those of the machine. */
  readonly typefaces: string | null;
  readonly size: PageSize;
  /** The number of sheets that the page may fill. */
  readonly maxPages: number;
}
