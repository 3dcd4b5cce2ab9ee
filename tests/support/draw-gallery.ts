import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { readBriefFile } from "../../src/brief/read-brief-file.ts";
import type { Artifact } from "../../src/formats/artifact.ts";
import type { Execbrief } from "../../src/open-execbrief.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** The bundled template sets and briefs, as the gallery shows them. */
export const SETS = readdirSync(path.join(ROOT, "templates")).sort();
export const BRIEFS = readdirSync(path.join(ROOT, "briefs"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => path.basename(name, ".yaml"))
  .sort();

/** How a brief is shown: its sheet of paper, its page on a phone in the dark, its message. */
export const FORMS = ["page", "phone", "email"] as const;
export type Form = (typeof FORMS)[number];

/** Width of the view in CSS pixels, how much of its length is shown, and the colours of the screen; none on paper. */
const VIEWS: Readonly<
  Record<Form, { widthPx: number; heightPx: number; scheme: "light" | "dark" | undefined }>
> = {
  page: { widthPx: 794, heightPx: 1123, scheme: undefined },
  phone: { widthPx: 390, heightPx: 1123, scheme: "dark" },
  email: { widthPx: 680, heightPx: 1123, scheme: "light" },
};

export const pictureName = (set: string, brief: string, form: Form): string => `${set}-${brief}-${form}.webp`;

/** Draws the `all` edition of a bundled brief in every form, as WebP. */
export async function drawForms(
  execbrief: Execbrief,
  browser: Browser,
  set: string,
  brief: string,
): Promise<ReadonlyMap<Form, Uint8Array>> {
  const source = await readBriefFile(path.join(ROOT, "briefs", `${brief}.yaml`));
  if (!source.ok) throw new Error(source.diagnostics[0]?.message);
  const { editions, diagnostics } = await execbrief.build(source.value, {
    template: set,
    audiences: ["all"],
    formats: ["pdf", "html", "email"],
    preflight: false,
  });
  const artifacts = editions[0]?.artifacts ?? [];
  const find = (format: "html" | "email"): Artifact => {
    const artifact = artifacts.find((candidate) => candidate.format === format);
    if (artifact === undefined)
      throw new Error(`${set}, ${brief}: ${diagnostics.map(({ message }) => message)}`);
    return artifact;
  };
  const page = await browser.newPage();
  try {
    const drawn = new Map<Form, Uint8Array>();
    for (const form of FORMS) {
      const html = form === "email" ? withImages(find("email")) : textOf(find("html"));
      drawn.set(form, await draw(page, html, form));
    }
    return drawn;
  } finally {
    await page.close();
  }
}

/** Draws a page as WebP. */
export async function draw(page: Page, html: string, form: Form): Promise<Uint8Array> {
  const { widthPx, heightPx, scheme } = VIEWS[form];
  await page.setViewport({ width: widthPx, height: heightPx });
  // Each of the two undoes the other.
  if (scheme === undefined) await page.emulateMediaType("print");
  else await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setContent(html, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.screenshot({ type: "webp", quality: 80 });
}

const textOf = ({ bytes }: Artifact): string => new TextDecoder().decode(bytes);

/** A message with its images in it, as a mail program shows it. */
function withImages(artifact: Artifact): string {
  return (artifact.mail?.images ?? []).reduce(
    (html, { contentId, mediaType, bytes }) =>
      html.replaceAll(
        `cid:${contentId}`,
        `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`,
      ),
    textOf(artifact),
  );
}
