import type { Fit } from "./fit.ts";

/** The formats that can be asked for. */
export const FORMAT_NAMES = ["pdf", "html", "email", "text"] as const;
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
  /** What a message needs besides the text, for the email edition alone. */
  readonly mail: MailParts | null;
}

/** What makes an email edition a message. */
export interface MailParts {
  readonly subject: string;
  /** What a list of messages shows after the subject. */
  readonly preheader: string;
  /** Images that the HTML names as `cid:` and their content id. */
  readonly images: readonly InlineImage[];
}

/** An image that travels with a message. */
export interface InlineImage {
  /** Without angle brackets and without `cid:` (RFC 2392). */
  readonly contentId: string;
  /** File name without a folder: `chart.png`. Beside the HTML on disk it is `<name>.email.chart.png`. */
  readonly name: string;
  readonly mediaType: "image/png" | "image/jpeg" | "image/gif";
  readonly bytes: Uint8Array;
}
