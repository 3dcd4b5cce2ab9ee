import { deflateSync, inflateSync } from "node:zlib";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import { openPdfFile } from "../../src/pdf/pdf-file.ts";
import { closeSeal } from "../../src/seal/close-seal.ts";
import { sha256 } from "../../src/seal/digests.ts";
import { openSealed } from "../../src/seal/open-sealed.ts";
import { contentOf } from "../../src/seal/read-attachments.ts";

/** Changes a PDF as an editor would, and saves it anew. */
export async function rewrite(bytes: Uint8Array, change: (document: PDFDocument) => void | Promise<void>) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  await change(document);
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}

/** Makes a new seal for a file that was changed, as a careful forger would. */
export function reseal(bytes: Uint8Array): Uint8Array {
  const opened = openSealed(bytes);
  if ("problem" in opened) throw new Error(opened.problem);
  const { file, carried, seal } = opened;
  const files = seal.files.map((one) => {
    const found = carried.find(({ name }) => name === one.name);
    const content = found === undefined ? undefined : contentOf(file, found);
    return content === undefined ? one : { ...one, sha256: sha256(content) };
  });
  return closeSeal(bytes, { ...seal, files }).bytes;
}

/** Appends a change to a file without touching what is there (ISO 32000-1, 7.5.6). */
export function appendObject(bytes: Uint8Array, object: number, content: string): Uint8Array {
  const { trailer } = openPdfFile(bytes);
  const text = Buffer.from(bytes).toString("latin1");
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? "0";
  const root = trailer.get("Root") as { object: number };
  const info = trailer.get("Info") as { object: number };
  const body = `\n${object} 0 obj\n${content}\nendobj\n`;
  const at = bytes.length + body.length;
  const table = `xref\n${object} 1\n${String(bytes.length + 1).padStart(10, "0")} 00000 n \n`;
  const end = `trailer\n<</Size 9999/Root ${root.object} 0 R/Info ${info.object} 0 R/Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(`${body}${table}${end}`, "latin1")]);
}

/** Changes the operators of the first page. */
export function editContent(document: PDFDocument, edit: (content: string) => string): void {
  const page = document.getPage(0).node;
  const contents = page.get(PDFName.of("Contents"));
  const refs = contents instanceof PDFArray ? contents.asArray() : [contents];
  const streams = refs.map((ref) => document.context.lookup(ref));
  const text = streams.map((stream) => (stream instanceof PDFRawStream ? unpack(stream) : "")).join("\n");
  const bytes = deflateSync(Buffer.from(edit(text), "latin1"));
  const dictionary = document.context.obj({ Filter: "FlateDecode", Length: bytes.length });
  page.set(PDFName.of("Contents"), document.context.register(PDFRawStream.of(dictionary, bytes)));
}

function unpack(stream: PDFRawStream): string {
  const isPacked = stream.dict.has(PDFName.of("Filter"));
  const bytes = isPacked ? inflateSync(stream.getContents()) : Buffer.from(stream.getContents());
  return bytes.toString("latin1");
}

/** An operator that shows one glyph. */
interface Glyph {
  readonly start: number;
  readonly end: number;
  readonly character: string;
  readonly codeOf: (character: string) => string | undefined;
}

/** Replaces what shows a text; the printer writes each glyph by an operator of its own. */
export function editText(document: PDFDocument, text: string, edit: (operators: string) => string): void {
  editContent(document, (content) => {
    const { start, end } = placeOf(document, content, text);
    return `${content.slice(0, start)}${edit(content.slice(start, end))}${content.slice(end)}`;
  });
}

/** Draws other characters in the place of `text`, in its own typeface. */
export function retype(document: PDFDocument, text: string, other: string): void {
  editContent(document, (content) => {
    const { glyphs } = placeOf(document, content, text);
    const changes = glyphs.map((glyph, index) => ({
      ...glyph,
      code: glyph.codeOf([...other.replace(/\s/g, "")][index] ?? " "),
    }));
    return changes.reduceRight(
      (edited, { start, end, code }) => `${edited.slice(0, start)}<${code}> Tj${edited.slice(end)}`,
      content,
    );
  });
}

function placeOf(document: PDFDocument, content: string, text: string) {
  const glyphs = glyphsIn(document, content);
  const wanted = [...text.replace(/\s/g, "")];
  const written = glyphs.filter(({ character }) => character.trim() !== "");
  const at = written.findIndex((_, index) =>
    wanted.every((character, offset) => written[index + offset]?.character === character),
  );
  const found = written.slice(at, at + wanted.length);
  const [first, last] = [found[0], found.at(-1)];
  if (at < 0 || first === undefined || last === undefined) throw new Error(`“${text}” is not on the page.`);
  return { start: first.start, end: last.end, glyphs: found };
}

function glyphsIn(document: PDFDocument, content: string): Glyph[] {
  const fonts = fontsOf(document);
  let font = new Map<string, string>();
  const glyphs: Glyph[] = [];
  for (const match of content.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]{4})>\s*Tj/g)) {
    if (match[1] !== undefined) font = fonts.get(match[1]) ?? new Map();
    const code = match[2];
    if (code === undefined) continue;
    const known = font;
    const codeOf = (character: string) => [...known].find(([, other]) => other === character)?.[0];
    const character = known.get(code.toUpperCase()) ?? "";
    glyphs.push({ start: match.index, end: match.index + match[0].length, character, codeOf });
  }
  return glyphs;
}

/** By the names of a page’s fonts: what each code stands for. */
function fontsOf(document: PDFDocument): Map<string, Map<string, string>> {
  const resources = document.getPage(0).node.Resources();
  const fonts = resources?.lookup(PDFName.of("Font"), PDFDict);
  return new Map(
    (fonts?.entries() ?? []).map(([name, ref]): [string, Map<string, string>] => {
      const font = document.context.lookup(ref as PDFRef, PDFDict);
      const stream = font.lookup(PDFName.of("ToUnicode"));
      return [
        name.asString().slice(1),
        stream instanceof PDFRawStream ? unicodeMap(unpack(stream)) : new Map(),
      ];
    }),
  );
}

function unicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");
  for (const [, block = ""] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", to = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      map.set(code.toUpperCase(), String.fromCharCode(Number.parseInt(to.slice(0, 4), 16)));
    }
  }
  for (const [, block = ""] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", start = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
        map.set(hex(code), String.fromCharCode(Number.parseInt(start, 16) + code - first));
      }
    }
  }
  return map;
}
