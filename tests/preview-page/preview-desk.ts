import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { openTestPreview } from "../preview/open-test-preview.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";

/** An author’s desk: a project on disk, its preview in a browser, and an editor that notes what it is asked to open. */
export interface PreviewDesk extends AsyncDisposable {
  readonly page: Page;
  /** `file:line:column` of all that was opened. */
  readonly opened: readonly string[];
  /** Every place that the page and its frames asked for something, and all that the browser complained of. */
  readonly origins: ReadonlySet<string>;
  readonly complaints: readonly string[];
  read(file: string): string;
  /** Saves a file with a text in it replaced. */
  edit(file: string, from: string, to: string): void;
  /** What an element says, by its selector. */
  text(selector: string): Promise<string>;
  /** Runs a function on the document that the HTML view shows. */
  inHtml<T>(look: (inner: Document) => T): Promise<T>;
  /** Waits until the function finds in the HTML view what it looks for. */
  untilHtml(look: (inner: Document, wanted: string) => unknown, wanted?: string): Promise<void>;
  /** Waits until all that was saved and chosen is shown. */
  untilGood(): Promise<void>;
  /** Ends the preview and leaves its page open. */
  closePreview(): Promise<void>;
}

export const BRIEF = "briefs/third-party-cookies.yaml";
export const OTHER_BRIEF = "briefs/crowdstrike-outage.yaml";

/** What must survive that a token is written: comments, order, blank lines. */
export const CONFIG = `# How our briefs look.
template: executive # the house style

theme:
  # Agreed with the brand team.
  edge: 9mm # as on our letters

page: A4
`;

/** A build takes a second on a busy machine. */
const PATIENCE_MS = 10_000;

const ROOT = path.resolve(import.meta.dirname, "../..");
const HTML_FRAME = "#html-host > iframe";

/** Opens the preview of a project with two briefs in a browser. */
export async function openPreviewDesk(): Promise<PreviewDesk> {
  const briefs = [BRIEF, OTHER_BRIEF].map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")]);
  const [preview, browser] = await Promise.all([
    openTestPreview({ ...Object.fromEntries(briefs), "brief.config.yaml": CONFIG }, { brief: BRIEF }),
    openReaderBrowser(),
  ]);
  let closed: Promise<void> | undefined;
  const closePreview = () => {
    closed ??= Promise.resolve(preview[Symbol.asyncDispose]());
    return closed;
  };
  const page = await browser.newPage();
  const origins = new Set<string>();
  const complaints: string[] = [];
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.setDefaultTimeout(PATIENCE_MS);
  // What is seen is seen at once.
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(preview.address);
  const read = (file: string) => readFileSync(path.join(preview.folder, file), "utf8");
  return {
    page,
    opened: preview.opened,
    origins,
    complaints,
    read,
    edit(file, from, to) {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not say “${from}”.`);
      preview.write(file, text.replace(from, to));
    },
    text: (selector) => page.$eval(selector, ({ textContent }) => textContent?.trim() ?? ""),
    async inHtml(look) {
      await page.waitForSelector(`${HTML_FRAME}:not(.coming)`);
      const inner = `document.querySelector("${HTML_FRAME}:not(.coming)").contentDocument`;
      return (await page.evaluate(`(${look})(${inner})`)) as ReturnType<typeof look>;
    },
    async untilHtml(look, wanted = "") {
      const inner = `document.querySelector("${HTML_FRAME}:not(.coming)")?.contentDocument`;
      await page.waitForFunction(
        `${inner}?.body && !document.querySelector("${HTML_FRAME}.coming") && (${look})(${inner}, ${JSON.stringify(wanted)})`,
      );
    },
    async untilGood() {
      await page.waitForFunction(
        () => document.body.dataset.status === "good" && document.querySelector("[data-stale]") === null,
      );
    },
    closePreview,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await closePreview();
    },
  };
}
