import type { Place } from "../../diagnostics/diagnostic.ts";
import type { ColourRole, ColourToken } from "./token.ts";

/** The two grounds that a page is read on. */
export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A colour on each of them, `#rrggbb`. */
export type Shades = Readonly<Record<Scheme, string>>;

/** A colour that somebody chose; its form for dark screens may be left to be worked out. */
export interface Chosen {
  readonly light: string;
  readonly dark: string | undefined;
  readonly from: "brand" | "project" | "brief";
  readonly where: Place | undefined;
}

/** A colour token with what is known of it before the palette is worked out. */
export interface Swatch {
  readonly name: string;
  readonly token: ColourToken;
  /** The set’s own colours. */
  readonly own: Shades;
  /** Whether the set says nothing of dark screens. */
  readonly isDarkWorkedOut: boolean;
  readonly chosen: Chosen | undefined;
}

/** The colours of a brand by what they do. */
export type BrandColours = ReadonlyMap<ColourRole, Chosen>;

/** A colour that stands out too little, and what is done about it. */
export interface Shortfall {
  readonly swatch: Swatch;
  readonly scheme: Scheme;
  /** The colour that was wanted. */
  readonly colour: string;
  /** What it meets: the ground under words, or the words that need more of a ground. */
  readonly against: { readonly name: string; readonly colour: string };
  readonly isGround: boolean;
  /** What it has; of a ground, the most that any words can have on it. */
  readonly ratio: number;
  readonly needed: number;
  /** The nearest colour that reaches it; undefined where there is none. */
  readonly nearest: string | undefined;
}
