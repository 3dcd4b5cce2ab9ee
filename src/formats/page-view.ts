/** How a page may be looked at: printed on its paper, or on a wide, light or dark screen. */
export type Medium = "paper" | "screen" | "dark-screen";

/** What a reader sees of a laid-out page on one medium. */
export interface PageView {
  readonly medium: Medium;
  /** The text that can be seen, in the order of the document; blocks stand on lines of their own. */
  readonly text: string;
  readonly links: readonly SeenLink[];
  readonly faults: readonly ViewFault[];
}

/** A link that can be seen, with its address as the browser resolves it. */
export interface SeenLink {
  readonly href: string;
  readonly text: string;
}

/**
 * One thing that a reader cannot see or read well: text that is hidden, clipped, too small, too faint, covered or outside
 * the sheet, a glyph or font that was replaced, a coarse image.
 */
export interface ViewFault {
  readonly kind: ViewFaultKind;
  /** The text at fault, shortened; the alternative text of an image. */
  readonly text: string;
  /** What was measured: “3.1:1”, “6 pt”, “display: none”, “DejaVu Sans”, “96 ppi”. */
  readonly detail: string;
}

export type ViewFaultKind =
  | "hidden"
  | "clipped"
  | "off-sheet"
  | "small"
  | "faint"
  | "overlap"
  | "fallback-font"
  | "missing-glyph"
  | "coarse-image";
