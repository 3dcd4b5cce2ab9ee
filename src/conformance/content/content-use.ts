import type { PdfDictionary, PdfValue } from "../../pdf/pdf-value.ts";
import type { FaultPlace } from "../rule.ts";

/** What the pages of a file draw, with what, and how it is marked. */
export interface ContentUse {
  /** How often each marked content of a page or form appears, by the object number of its owner and by its id. */
  readonly marks: ReadonlyMap<number, ReadonlyMap<number, MarkUse>>;
  /** What is wrong in the content itself, by kind. */
  readonly faults: ReadonlyMap<
    ContentFault,
    readonly { readonly what: string; readonly where: FaultPlace }[]
  >;
  readonly fonts: ReadonlyMap<PdfDictionary, FontUse>;
  /** Colour spaces that are used, as they are written; those of devices by their names. */
  readonly colours: ReadonlyMap<PdfValue, FaultPlace>;
  readonly states: ReadonlyMap<PdfDictionary, FaultPlace>;
  readonly images: ReadonlyMap<PdfDictionary, FaultPlace>;
  readonly forms: ReadonlyMap<PdfDictionary, FaultPlace>;
  /** Rendering intents that operators set. */
  readonly intents: ReadonlyMap<string, FaultPlace>;
  /** Pages, counted from 1, on which something is drawn through something else. */
  readonly transparent: ReadonlySet<number>;
  /** Languages that marked content names. */
  readonly languages: readonly { readonly text: string; readonly where: FaultPlace }[];
  /** Whether there was more than can be followed. */
  readonly isCut: boolean;
}

/** A piece of marked content. */
export interface MarkUse {
  count: number;
  readonly page: number;
  readonly tag: string;
}

/** What content can do wrong by itself. */
export type ContentFault =
  | "unmarked"
  | "artifact-in-content"
  | "content-in-artifact"
  | "unknown-operator"
  | "resources-inherited"
  | "nesting"
  | "inline-filter"
  | "inline-interpolation"
  | "unreadable"
  | "form-repeated";

/** A font and the codes that are shown with it. */
export interface FontUse {
  readonly where: FaultPlace;
  readonly codes: ReadonlyMap<number, CodeUse>;
}

/** How one code of a font is used. */
export interface CodeUse {
  readonly page: number;
  /** Whether it is ever drawn, and not only there to be copied. */
  isDrawn: boolean;
  /** Whether it ever stands for itself, without a text in its place. */
  isBare: boolean;
}
