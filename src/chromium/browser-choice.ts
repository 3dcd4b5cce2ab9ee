/** Where a browser was found; the order is the order of the search. */
export type BrowserOrigin = "named" | "puppeteer-cache" | "own-cache" | "system" | "embedded";

/** What a browser is; a headless shell has no windows and starts several times faster. */
export type BrowserKind = "headless-shell" | "chrome" | "chromium" | "edge";

/** A browser to launch. */
export interface BrowserChoice {
  readonly executablePath: string;
  readonly kind: BrowserKind;
  readonly origin: BrowserOrigin;
  /** Environment variables that this browser needs besides the surroundings' own. */
  readonly env: Readonly<Record<string, string>>;
  /** Command line arguments that this browser needs besides the usual ones. */
  readonly args: readonly string[];
}

/** What a printer tells while it works, for progress lines and --verbose. */
export type BrowserEvent =
  | { readonly kind: "unpacking"; readonly folder: string }
  | { readonly kind: "found"; readonly choice: BrowserChoice }
  | { readonly kind: "launched"; readonly version: string; readonly launchMs: number }
  | { readonly kind: "sandbox-off"; readonly why: "root" | "unusable" }
  | { readonly kind: "restarted"; readonly reason: string };

/** A choice that needs nothing special. */
export const plainChoice = (
  executablePath: string,
  kind: BrowserKind,
  origin: BrowserOrigin,
): BrowserChoice => ({ executablePath, kind, origin, env: {}, args: [] });
