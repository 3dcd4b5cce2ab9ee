/** How a page may be looked at: printed on its paper, or on a wide, light or dark screen. */
export type Medium = "paper" | "screen" | "dark-screen";

/** What a reader sees of a laid-out page on one medium. */
export interface PageView {
  readonly medium: Medium;
  /**
   * The text that can be seen, in the order of the document; blocks stand on lines of their own, labels of drawings too.
   * It holds what generated content adds and what screen readers skip (aria-hidden), but not what only they read.
   */
  readonly text: string;
  readonly links: readonly SeenLink[];
  readonly faults: readonly ViewFault[];
}

/** A link that can be seen, with its address as the browser resolves it, or as it is written if within the page. */
export interface SeenLink {
  readonly href: string;
  readonly text: string;
}

/**
 * One thing that a reader cannot see or read well: text that is hidden, clipped, too small, too faint, covered or outside
 * the sheet, a glyph or font that was replaced, a coarse image. That something is hidden is no error as such: a page may
 * have it twice, or folded away. It says why a text is missing from {@link PageView.text}.
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
