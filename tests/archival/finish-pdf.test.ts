import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { finishPdf } from "../../src/archival/finish-pdf.ts";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import { judgePdf } from "../../src/conformance/judge-pdf.ts";
import { hearPage } from "../../src/formats/page-speech.ts";
import { PAGE_SIZES } from "../../src/formats/pdf-printer.ts";
import { readPdf } from "../../src/pdf/read-pdf.ts";
import { testSurroundings } from "../support/surroundings.ts";
import { type Construct, pageOf, TITLE } from "./construct.ts";
import { DRAWINGS } from "./constructs/drawings.ts";
import { LAYOUT } from "./constructs/layout.ts";
import { LISTS_AND_TABLES } from "./constructs/lists-and-tables.ts";
import { WORDS } from "./constructs/words.ts";
import { outlineOf } from "./outline-of.ts";
import { PLAIN_FACTS } from "./plain-facts.ts";
import { readTagged, type TaggedFile, textIn } from "./tagged-file.ts";

const CONSTRUCTS = [...LISTS_AND_TABLES, ...DRAWINGS, ...WORDS, ...LAYOUT];

const printer = openChromiumPrinter({ surroundings: testSurroundings(), tabs: 1 });
afterAll(() => printer[Symbol.asyncDispose]());

interface Finished {
  readonly printed: Uint8Array;
  readonly bytes: Uint8Array;
  readonly tagged: TaggedFile;
}

const known = new Map<string, Promise<Finished>>();

/** Each construct is printed once for all tests of it. */
function finished(construct: Construct): Promise<Finished> {
  const found = known.get(construct.name) ?? finish(construct);
  known.set(construct.name, found);
  return found;
}

async function finish(construct: Construct): Promise<Finished> {
  const page = { page: PAGE_SIZES.A4, ladder: [], firstRung: 0, maxPages: 3 };
  const outcome = await printer.print({ html: pageOf(construct), ...page });
  if (!outcome.ok || outcome.value.kind !== "printed") throw new Error(`${construct.name} was not printed.`);
  const { links, headings } = hearPage(TITLE + construct.body);
  const words = { links, headings: headings.map(({ text }) => text) };
  const printed = outcome.value.bytes;
  const bytes = await finishPdf(printed, { ...PLAIN_FACTS, ...words });
  return { printed, bytes, tagged: readTagged(bytes) };
}

describe.each(CONSTRUCTS)("$name", (construct) => {
  test("is what it should be to a screen reader", async () => {
    const { tagged } = await finished(construct);
    const inside = construct.tree === "" ? "" : ` ${construct.tree}`;
    expect(withoutPictograms(outlineOf(tagged))).toBe(
      withoutPictograms(`Document[Lang=en](H1“Title”${inside})`),
    );
  });

  test("leaves nothing unmarked, and marks nothing twice", async () => {
    const { tagged } = await finished(construct);
    for (const { unmarked, nested, marks } of tagged.pages) {
      expect(unmarked).toEqual([]);
      expect(nested).toEqual([]);
      for (const ids of marks.values()) expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("leads from all content to its element, and back", async () => {
    const { tagged } = await finished(construct);
    const { forward, back } = contentPlaces(tagged);
    expect(forward.length).toBeGreaterThan(0);
    expect(back).toEqual(forward);
  });

  test("keeps the structure’s rules", async () => {
    const { tagged } = await finished(construct);
    expect(brokenRules(tagged)).toEqual([]);
  });

  test("is all that the standards ask, as far as software can tell", async () => {
    const { bytes } = await finished(construct);
    const breaches = judgePdf(bytes, ["pdfua-1", "pdfa-2a"]).filter(({ isAdvice }) => !isAdvice);
    const unexpected = breaches.filter(({ rule }) => !(construct.flaws ?? []).includes(rule));
    expect(unexpected.map(({ rule, what, where }) => ({ rule, what, where }))).toEqual([]);
  });

  test("looks and reads as it was printed", async () => {
    const { printed, bytes } = await finished(construct);
    expect(seenIn(bytes)).toEqual(seenIn(printed));
  });
});

describe.skipIf(spawnSync("pdftoppm", ["-v"]).error !== undefined)(
  "drawn by poppler, where it is installed",
  () => {
    const DRAWN = ["opacity in opacity", "mask", "shadows and grounds", "blend mode", "table", "emoji"];
    test.each(CONSTRUCTS.filter(({ name }) => DRAWN.includes(name)))(
      "$name keeps its pixels",
      async (construct) => {
        const { printed, bytes } = await finished(construct);
        expect(drawn(bytes).equals(drawn(printed))).toBe(true);
      },
    );
  },
);

/** Not every machine has a typeface for them. */
const withoutPictograms = (text: string): string =>
  text.replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFFFD\0]/gu, "");

/** Every piece of marked content with the element that holds it: by the tree, and by the way back from the streams. */
function contentPlaces({ file, pages, elements, parentOf }: TaggedFile): {
  forward: string[];
  back: string[];
} {
  const forward = elements.flatMap(({ object, kids }) =>
    kids.flatMap((kid) => (kid.kind === "content" ? [`${kid.page}/${kid.stream}/${kid.id} ${object}`] : [])),
  );
  const back = pages.flatMap(({ object, dictionary, marks }) =>
    [...marks].flatMap(([stream, ids]) => {
      const holder = stream === 0 ? dictionary : file.dictionary({ type: "reference", object: stream });
      const key = Number(file.resolve(holder.get("StructParents")));
      return ids.map((id) => `${object}/${stream}/${id} ${parentOf(key, id)}`);
    }),
  );
  return { forward: forward.sort(), back: back.sort() };
}

/** What ISO 14289-1 and ISO 32000-1, 14.8 ask of elements and links, in words; nothing for a good tree. */
function brokenRules({ file, catalog, pages, elements, parentOf }: TaggedFile): string[] {
  const broken: string[] = [];
  const top = elements.filter(({ around }) => around.length === 0).map(({ type }) => type);
  if (top.join() !== "Document") broken.push(`the tree begins with ${top.join()}`);
  const mark = file.dictionary(catalog.get("MarkInfo"));
  if (mark.get("Marked") !== true || mark.has("Suspects"))
    broken.push("the document does not say that it is tagged");
  let level = 0;
  for (const { type, dictionary, kids, around, object } of elements) {
    const types = kids.map((kid) => (kid.kind === "element" ? kid.element.type : kid.kind));
    if (kids.length === 0 && !["TD", "TH"].includes(type)) broken.push(`an empty ${type}`);
    if (type === "L" && types.some((kid) => !["LI", "Caption", "L"].includes(kid)))
      broken.push(`an L with ${types}`);
    if (type === "LI" && types.some((kid) => !["Lbl", "LBody"].includes(kid)))
      broken.push(`an LI with ${types}`);
    if (type === "TR" && types.some((kid) => !["TH", "TD"].includes(kid))) broken.push(`a TR with ${types}`);
    if (type === "Figure" && textIn(file, dictionary, "Alt") === undefined)
      broken.push("a Figure without Alt");
    if (["LI", "Lbl", "LBody"].includes(type) && !around.some((outer) => outer.type === "L"))
      broken.push(`an ${type} outside a list`);
    const heading = /^H([1-6])$/.exec(type)?.[1];
    if (heading !== undefined && Number(heading) > level + 1) broken.push(`${type} after H${level}`);
    if (heading !== undefined) level = Number(heading);
    for (const kid of kids) {
      if (kid.kind !== "object") continue;
      if (type !== "Link") broken.push(`a link in a ${type}`);
      const key = Number(file.resolve(kid.dictionary.get("StructParent")));
      if (parentOf(key) !== object) broken.push("a link that does not lead back to its element");
    }
  }
  const linked = new Set(
    elements.flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === "object" ? [kid.object] : []))),
  );
  for (const { dictionary } of pages) {
    const annotations = file.array(dictionary.get("Annots"));
    if (annotations.length > 0 && dictionary.get("Tabs") !== "S")
      broken.push("a page without an order of its links");
    for (const annotation of annotations) {
      if (!linked.has((annotation as { object: number }).object)) broken.push("a link outside the structure");
      if ((textIn(file, file.dictionary(annotation), "Contents") ?? "") === "")
        broken.push("a link without words");
    }
  }
  return broken;
}

/** All that our own reader sees of a file, but for its marks. */
function seenIn(bytes: Uint8Array) {
  const content = readPdf(bytes);
  if ("problem" in content) throw new Error(content.problem);
  return content.pages.map(({ runs, fills, images, sheet, links }) => ({
    ...{ fills, images, sheet, links },
    runs: runs.map(({ text, box, sizePt, colour, opacity, visibility, missingGlyphs, layer, font }) => ({
      ...{ text, box, sizePt, colour, opacity, visibility, missingGlyphs, layer },
      font: font.name,
    })),
  }));
}

/** The sheets as poppler draws them. */
function drawn(bytes: Uint8Array): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), "execbrief-test-"));
  try {
    const file = path.join(folder, "page.pdf");
    writeFileSync(file, bytes);
    execFileSync("pdftoppm", ["-r", "50", "-singlefile", file, path.join(folder, "page")]);
    return readFileSync(path.join(folder, "page.ppm"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
