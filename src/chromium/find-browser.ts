import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { BrowserChoice, BrowserEvent } from "./browser-choice.ts";
import { newestCachedBrowser } from "./cached-browser.ts";
import { embeddedBrowser } from "./embedded-browser.ts";
import { namedBrowser } from "./named-browser.ts";
import type { Surroundings } from "./surroundings.ts";
import { systemBrowser } from "./system-browser.ts";

/** What a search for a browser takes. */
export interface BrowserSearch {
  readonly surroundings: Surroundings;
  /** The browser that the user named, a path or a command; it is taken or reported, never replaced. */
  readonly browser?: string | undefined;
  readonly onEvent?: ((event: BrowserEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the browser to print with: the named one, else a downloaded one, else the system's, else the embedded one,
 * which is unpacked when it is needed for the first time.
 */
export async function findBrowser(search: BrowserSearch): Promise<Outcome<BrowserChoice>> {
  const { surroundings } = search;
  const named = await namedBrowser(surroundings, search.browser);
  if (named) return named;
  const installed = (await newestCachedBrowser(surroundings)) ?? (await systemBrowser(surroundings));
  if (installed) return success(installed);
  const embedded = await embeddedBrowser(search);
  if (embedded) return embedded;
  return failure([
    diagnose("browser-missing", { platform: surroundings.platform, architecture: surroundings.arch }),
  ]);
}
