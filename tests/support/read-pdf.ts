import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader’s program finds in a PDF. */
export interface PdfContent {
  readonly pages: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Text in reading order, one string for the whole file, white space folded. */
  readonly text: string;
  readonly title: string | undefined;
  readonly lang: string | null;
  readonly isTagged: boolean;
  readonly outline: readonly string[];
  /** Addresses of web links. */
  readonly links: readonly string[];
  /** Number of links to another place of the same file. */
  readonly innerLinks: number;
  /** Names of the fonts used, a subset’s tag such as ABCDEF+ included. */
  readonly fonts: readonly string[];
  /** Roles of the structure tree, in reading order. */
  readonly roles: readonly string[];
  /** Sizes of the text set, in points, least first. */
  readonly typeSizes: readonly number[];
}

interface Annotation {
  readonly subtype: string;
  readonly url?: string;
  readonly dest?: unknown;
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

/** Reads a PDF with PDF.js, as Firefox would. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  });
  const document = await task.promise;
  try {
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, (_, index) => readPage(document, index + 1)),
    );
    const [first] = pages;
    const metadata = await document.getMetadata();
    const info = metadata.info as { Title?: string; Language?: string };
    const outline = (await document.getOutline()) ?? [];
    return {
      pages: document.numPages,
      widthMm: first?.widthMm ?? 0,
      heightMm: first?.heightMm ?? 0,
      text: fold(pages.map(({ text }) => text).join(" ")),
      title: info.Title,
      lang: info.Language ?? null,
      isTagged: (await document.getMarkInfo())?.Marked ?? false,
      outline: outline.flatMap(titlesOf),
      links: pages.flatMap(({ annotations }) => annotations.flatMap(({ url }) => url ?? [])),
      innerLinks: pages
        .flatMap(({ annotations }) => annotations)
        .filter(({ dest }) => dest !== null && dest !== undefined).length,
      fonts: [...new Set(pages.flatMap(({ fonts }) => fonts))],
      roles: pages.flatMap(({ roles }) => roles),
      typeSizes: [...new Set(pages.flatMap(({ typeSizes }) => typeSizes))].sort((a, b) => a - b),
    };
  } finally {
    await task.destroy();
  }
}

/** A text with its white space folded; PDF.js knows a glyph by its lowest character and passes over ActualText, which has the right one. */
const fold = (text: string): string =>
  text.normalize("NFKC").replaceAll("ʼ", "’").replace(/\s+/g, " ").trim();

/** A text without any white space, to find a sentence wherever lines broke. */
export const dense = (text: string): string => fold(text).replaceAll(" ", "");

async function readPage(document: Awaited<ReturnType<typeof getDocument>["promise"]>, number: number) {
  const page = await document.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const content = await page.getTextContent();
  await page.getOperatorList();
  const items = content.items.filter((item) => "str" in item);
  const names = [...new Set(items.map(({ fontName }) => fontName))];
  return {
    widthMm: (right - left) * MM_PER_PT,
    heightMm: (top - bottom) * MM_PER_PT,
    text: items.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join(""),
    annotations: (await page.getAnnotations()) as Annotation[],
    fonts: names.map((name) => (page.commonObjs.has(name) ? String(page.commonObjs.get(name).name) : name)),
    roles: rolesOf((await page.getStructTree()) as StructureNode | null),
    typeSizes: items.filter(({ str }) => str.trim() !== "").map(({ height }) => Math.round(height * 10) / 10),
  };
}

const MM_PER_PT = 25.4 / 72;

const rolesOf = (node: StructureNode | null): string[] =>
  node === null
    ? []
    : [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];

interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

const titlesOf = ({ title, items }: OutlineNode): string[] => [title, ...items.flatMap(titlesOf)];
