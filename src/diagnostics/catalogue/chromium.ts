import { entry } from "./entry.ts";

const CHOOSE_ANOTHER =
  "Name another browser with --browser or EXECBRIEF_BROWSER, or run “brief browser install”.";

/** Findings on the browser that prints: finding, installing, launching and supervising it. */
export const chromiumCatalogue = {
  "browser-missing": entry<{ platform: string; architecture: string }>({
    severity: "error",
    cause: "environment",
    about:
      "No Chrome, Chromium, Edge or chrome-headless-shell was found, neither named, nor downloaded, nor on the system, nor embedded. HTML is still built; a PDF needs a browser.",
    message: ({ platform, architecture }) =>
      `No browser to print PDFs with was found on this machine (${platform}, ${architecture}).`,
    hint: () =>
      "Run “brief browser install” to download one, or name an installed Chrome, Chromium or Edge with --browser or EXECBRIEF_BROWSER.",
  }),
  "browser-named-missing": entry<{ path: string; namedBy: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about:
      "A browser was named by option or environment, and it is not there. A named browser is never silently replaced by another.",
    message: ({ path, namedBy, reason }) => `The browser named by ${namedBy}, “${path}”, ${reason}.`,
    hint: ({ namedBy }) => `Correct ${namedBy}, or leave it out to have a browser found.`,
  }),
  "browser-cache-unsafe": entry<{ folder: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about:
      "A browser is only run from a cache folder that nobody else can write to, because whoever can write there could replace it.",
    message: ({ folder, reason }) =>
      `The cache folder “${folder}” cannot be trusted with a browser: ${reason}.`,
    hint: () =>
      "Set EXECBRIEF_CACHE to a folder that belongs to you alone, or name a browser with --browser.",
  }),
  "browser-cache-unwritable": entry<{ folder: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about: "A browser must be unpacked or downloaded once, and the cache folder for it cannot be written.",
    message: ({ folder, reason }) =>
      `The browser could not be stored in the cache folder “${folder}”: ${reason}.`,
    hint: () =>
      "Set EXECBRIEF_CACHE to a folder that you can write to, with 300 MB free, or name a browser with --browser.",
  }),
  "browser-download-failed": entry<{ build: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about: "The download of a browser did not finish. What had arrived was removed.",
    message: ({ build, reason }) => `chrome-headless-shell ${build} could not be downloaded: ${reason}.`,
    hint: () =>
      "Check the connection and the proxy settings and try again, or name an installed Chrome, Chromium or Edge with --browser.",
  }),
  "browser-launch-failed": entry<{ path: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about: "The browser was found, but it ended or stayed silent before it could print.",
    message: ({ path, reason }) => `The browser “${path}” did not start: ${reason}.`,
    hint: () => CHOOSE_ANOTHER,
  }),
  "browser-crashed": entry<{ path: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about: "The browser ended while printing, and again when the page was tried once more in a fresh one.",
    message: ({ path, reason }) => `The browser “${path}” failed twice while printing this page: ${reason}.`,
    hint: () => `Free some memory and try again with --jobs 1. ${CHOOSE_ANOTHER}`,
  }),
  "print-timeout": entry<{ seconds: number }>({
    severity: "error",
    cause: "environment",
    about: "Launching the browser and printing the page share one deadline, so that a build never hangs.",
    message: ({ seconds }) =>
      `Printing did not finish within ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    hint: () =>
      "Try again when the machine is less busy, or with --jobs 1. “brief doctor” tests the browser.",
  }),
  "print-cancelled": entry<Record<never, never>>({
    severity: "error",
    cause: "environment",
    about: "Whoever asked for the PDF took the request back before it was done.",
    message: () => "Printing was cancelled before it finished.",
  }),
  "page-blank": entry<{ path: string }>({
    severity: "error",
    cause: "environment",
    about:
      "A browser that finds no font on the system prints blank pages, even when the page brings its own fonts. Such a PDF is never written.",
    message: ({ path }) =>
      `The browser “${path}” printed a page without any text, because it has no font to print with.`,
    hint: () =>
      "Install a font package (Debian: fonts-liberation; Alpine: ttf-liberation), or name another browser with --browser.",
  }),
  "page-navigated": entry<Record<never, never>>({
    severity: "error",
    cause: "content",
    about: "A page is data and stays where it is; one that loads another page in its place is not printed.",
    message: () => "The page tried to replace itself with another page, so it was not printed.",
    hint: () => "Remove the automatic refresh from the template.",
  }),
} as const;
