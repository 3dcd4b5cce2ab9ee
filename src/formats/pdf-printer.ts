import type { Outcome } from "../diagnostics/outcome.ts";
import type { Medium, PageView } from "./page-view.ts";

/** A sheet of paper. */
export interface PageSize {
  readonly name: "A4" | "Letter";
  readonly widthMm: number;
  readonly heightMm: number;
}

/** ISO 216 and ANSI/ASME Y14.1 portrait sheets. */
export const PAGE_SIZES = {
  A4: { name: "A4", widthMm: 210, heightMm: 297 },
  Letter: { name: "Letter", widthMm: 215.9, heightMm: 279.4 },
} as const satisfies Record<PageSize["name"], PageSize>;

/** One rung of the fit ladder; the page's CSS reads it as --fit-type, --fit-leading and --fit-space. */
export interface FitStep {
  /** Body type size in points. */
  readonly typePt: number;
  /** Line height as a multiple of the type size. */
  readonly leading: number;
  /** Multiplier of all vertical white space; 1 is the design's own. */
  readonly space: number;
}

/** A page to be printed, and how it may be made to fit. */
export interface PrintJob {
  /** A complete, self-contained document. */
  readonly html: string;
  readonly page: PageSize;
  /** Rungs from the roomiest to the tightest. */
  readonly ladder: readonly FitStep[];
  /** Index in the ladder of the rung at which the search for the fit begins; a good guess makes it short. */
  readonly firstRung: number;
  /** The number of sheets that the document may fill. */
  readonly maxPages: number;
  /** Whether the sheets are drawn as well, as they are printed. */
  readonly picture?: PictureOrder;
  /** How the page is looked at beside being printed, for the preflight. */
  readonly media?: readonly Medium[];
  /**
   * Called with the PDF as soon as it is there, while the browser may still be looking at the page; called again should the
   * job have to be done anew.
   */
  readonly onPrinted?: (bytes: Uint8Array) => void;
  /** Called with the views of screens as soon as they are there, mostly while the browser still prints; as often as the job is done. */
  readonly onSeen?: (views: readonly PageView[]) => void;
}

/** Pictures of the sheets, and how much more they would hold; only a printer that was opened for drawing gives them. */
export interface PictureOrder {
  /** Pixels of the picture to a CSS pixel of the sheet. */
  readonly scale: number;
  /** Called with the pictures as soon as they are there, mostly before the PDF; as often as the job is done. */
  readonly onTaken?: (pictures: SheetPictures) => void;
}

/** Sheets as they are laid out for print. */
export interface SheetPictures {
  /** One PNG a sheet. */
  readonly sheets: readonly Uint8Array[];
  /** Index in the ladder of the rung that they are set at. */
  readonly rung: number;
  /** Words that could still be added at the tightest rung, an estimate; null where pages break as they come. */
  readonly spareWords: number | null;
}

/** A page to be looked at without being printed. */
export interface LookJob {
  /** A complete, self-contained document, with its own policy in force. */
  readonly html: string;
  readonly page: PageSize;
  readonly media: readonly Medium[];
}

/** What came of a print job whose browser worked. */
export type PrintResult =
  | {
      readonly kind: "printed";
      readonly bytes: Uint8Array;
      readonly pages: number;
      /** Index in the ladder of the rung used. */
      readonly rung: number;
      /** What a reader sees, one view a medium that the job asked for. */
      readonly views: readonly PageView[];
      /** Present when the job asked for them. */
      readonly pictures?: SheetPictures;
    }
  | { readonly kind: "overflow"; readonly overflow: Overflow };

/** How far the tightest rung missed the sheet. */
export interface Overflow {
  /** Lines of body type over the last sheet's edge, at least 1. */
  readonly lines: number;
  /** The sections that stand in the way, longest first. */
  readonly sections: readonly SectionLength[];
}

/** The size of one section (an element with data-section) at the tightest rung. */
export interface SectionLength {
  readonly name: string;
  readonly words: number;
  readonly heightPx: number;
  /** Words to cut here for the page to fit, an estimate. */
  readonly wordsToCut: number;
}

/** Prints pages; the one door to a browser. Environment faults (no browser, a timeout) come back as diagnostics. */
export interface PdfPrinter extends AsyncDisposable {
  /** Starts what printing needs, in the background; printing without it is right, only later. */
  warmUp(): void;
  print(job: PrintJob, signal?: AbortSignal): Promise<Outcome<PrintResult>>;
  /** Looks at a page as a reader would, once a medium. */
  look(job: LookJob, signal?: AbortSignal): Promise<Outcome<readonly PageView[]>>;
}
