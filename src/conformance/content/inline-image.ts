import type { PdfLexer } from "../../pdf/pdf-lexer.ts";
import { isKeyword, type PdfValue } from "../../pdf/pdf-value.ts";
import type { Stream } from "./read-stream.ts";

/** Filters that an image in the content may be packed with (ISO 32000-1, table 94, without LZW). */
const FILTERS = new Set(
  "ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode DCTDecode AHx A85 Fl RL CCF DCT".split(
    " ",
  ),
);

const SPACES: Readonly<Record<string, string>> = { G: "DeviceGray", RGB: "DeviceRGB", CMYK: "DeviceCMYK" };

/** Reads an image that stands in the content itself (ISO 32000-1, 8.9.7): its entries, up to where its data end. */
export function readInlineImage(lexer: PdfLexer, stream: Stream): void {
  const { file, notes, where, resources, state } = stream;
  const words: PdfValue[] = [];
  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (!notes.spend(1)) return;
    if (!isKeyword(token)) {
      if (words.length < 100) words.push(token);
    } else if (token.keyword === "EI") break;
  }
  stream.draw("an image");
  const entries = new Map<PdfValue, PdfValue>();
  // Only the first words are entries; the data that follow may look like anything.
  for (let index = 0; index + 1 < Math.min(words.length, 40); index += 2) {
    const [key = null, value = null] = words.slice(index, index + 2);
    if (typeof key !== "string") break;
    if (!entries.has(key)) entries.set(key, value);
  }
  const entry = (...keys: readonly string[]) =>
    keys.map((key) => entries.get(key)).find((value) => value !== undefined);
  const filter = entry("F", "Filter") ?? [];
  for (const name of Array.isArray(filter) ? filter : [filter]) {
    if (typeof name === "string" && !FILTERS.has(name))
      notes.fault("inline-filter", `an image in the content is packed with ${name}`, where);
  }
  if (entry("I", "Interpolate") === true)
    notes.fault("inline-interpolation", "an image in the content asks to be smoothed", where);
  const space = entry("CS", "ColorSpace");
  if (entry("IM", "ImageMask") === true) resources.paint(state.fill);
  else if (typeof space === "string") resources.paint(SPACES[space] ?? resources.space(space));
  else if (space !== undefined) resources.paint(file.resolve(space));
}
