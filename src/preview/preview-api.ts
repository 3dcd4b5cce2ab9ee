import type { diagnosticData } from "../diagnostics/diagnostic-data.ts";
import type { FitStep, PageSize } from "../formats/pdf-printer.ts";

// What the preview’s page and its server say to each other, as JSON. Addresses are below /<token>/.
//
//   GET  /                  the page; /assets/<file> its modules and styles
//   GET  /state             PreviewState
//   GET  /events            server-sent events: `state` with a PreviewState, whenever it has changed; `bye` when the server closes
//   POST /select            Selection, or some of its fields → PreviewState; what is being shown, for this browser and all others;
//                           400 for what is none of the choices
//   POST /try               { token: value, … } → 204; tokens tried without being written, {} gives them up; they hold for the
//                           template set that is shown, and not for another
//   POST /keep              { tokens: […] } → 204; writes tried tokens into brief.config.yaml, its comments kept; or 409 with
//                           { findings: Finding[] }, which say why nothing was written
//   POST /open              { file, line, column } → 204; opens a place of a finding in the author’s editor; 404 for other files
//   GET  /view/<view>?v=<revision>   the html, pdf (application/pdf), sheet (PNG of page ?page=1), email (?dark=1, ?images=off), text of
//                           the last good build

/** What is looked at. */
export interface Selection {
  /** The brief’s file, seen from the project. */
  readonly brief: string;
  readonly audience: string;
  readonly template: string;
  readonly page: PageSize["name"];
  readonly locale: string;
}

/** The ways in which a brief is shown. */
export const VIEWS = ["sheet", "html", "email", "text"] as const;
export type View = (typeof VIEWS)[number];

/** All that the preview’s page knows. */
export interface PreviewState {
  /** Counts up with every change. */
  readonly revision: number;
  readonly selection: Selection;
  readonly choices: Choices;
  /**
   * `building`: new views are on their way. `broken`: the newest build has errors among its findings; the views that it could
   * not make are the last good ones, and are listed in `stale`.
   */
  readonly status: "building" | "good" | "broken";
  /** Views that are older than the newest save, since it gave none; empty while a build is under way. */
  readonly stale: readonly View[];
  /** Revision at which each view last changed, for its address; null where it was never good, or the template set has none. */
  readonly views: Readonly<Record<View, number | null>>;
  /** Sheets of paper that the edition fills; 0 where it was never printed. */
  readonly sheets: number;
  readonly paper: { readonly widthMm: number; readonly heightMm: number };
  readonly fit: FitMeter | null;
  /** Of the newest build, as `brief build --json` tells them, with a frame of the lines around each place. */
  readonly findings: readonly Finding[];
  readonly tokens: readonly ThemeToken[];
  /** The message’s subject and first words, as a list of messages shows them; null where there is no good message. */
  readonly mail: { readonly subject: string; readonly preheader: string; readonly bytes: number } | null;
}

export type Finding = ReturnType<typeof diagnosticData> & { readonly frame: string | null };

/** What can be chosen. */
export interface Choices {
  readonly briefs: readonly Choice[];
  readonly audiences: readonly Choice[];
  readonly templates: readonly Choice[];
  readonly pages: readonly Choice[];
  readonly locales: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** How full the sheet is. */
export interface FitMeter extends FitStep {
  /** Rungs from the design’s own setting; see Fit. */
  readonly step: number;
  /** Words that could still be added before the page overflows, or, negative, that must go; an estimate; null where unknown. */
  readonly spareWords: number | null;
}

/** A token of the template set in use, and the control that suits it. */
export interface ThemeToken {
  readonly name: string;
  readonly type: "colour" | "font" | "length" | "number" | "choice";
  readonly description: string;
  /** What it is now, as CSS; colours as #rrggbb. */
  readonly value: string;
  readonly from: "set" | "brand" | "project" | "brief";
  /** Whether it is being tried and not yet written, wherever it is from. */
  readonly isTried: boolean;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly options?: readonly string[];
}
