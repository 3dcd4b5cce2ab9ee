import type { Fit } from "./fit.ts";

/** The formats that can be asked for. */
export const FORMAT_NAMES = ["pdf", "html"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** One produced file, not yet written anywhere. */
export interface Artifact {
  readonly format: FormatName;
  /** File name without a folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Number of sheets, for formats that have sheets. */
  readonly pages: number | null;
  /** How the sheet was filled, for formats that have sheets. */
  readonly fit: Fit | null;
}
