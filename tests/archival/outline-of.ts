import { isString, type PdfValue, textOf } from "../../src/pdf/pdf-value.ts";
import { type TaggedElement, type TaggedFile, type TaggedKid, textIn } from "./tagged-file.ts";

/** Text of a piece that is longer than this ends in an ellipsis. */
const TEXT_MAX = 60;

/**
 * The tree of a file on one line: `Document(H1“Title” L(LI(Lbl“1. ” LBody“One”)))`, with what is said of elements in brackets and of
 * links behind an arrow. Pieces of text that mean nothing but themselves are shown as their text.
 */
export function outlineOf(tagged: TaggedFile): string {
  return tagged.elements
    .filter(({ around }) => around.length === 0)
    .map((element) => outline(tagged, element))
    .join(" ");
}

function outline(tagged: TaggedFile, element: TaggedElement): string {
  const inner = kidsOf(tagged, element.kids);
  const [only] = inner;
  const content = inner.length === 1 && only?.startsWith("“") ? only : `(${inner.join(" ")})`;
  return `${element.type}${saidOf(tagged, element)}${content === "()" ? "" : content}`;
}

function kidsOf(tagged: TaggedFile, kids: readonly TaggedKid[]): string[] {
  const parts: string[] = [];
  for (const kid of kids) {
    if (kid.kind === "element" && !isPiece(tagged, kid.element)) parts.push(outline(tagged, kid.element));
    else if (kid.kind === "element")
      parts.push(
        `“${shortened(kid.element.kids.map((piece) => (piece.kind === "content" ? piece.text : "")).join(""))}”`,
      );
    else if (kid.kind === "object") {
      const words = `→“${textIn(tagged.file, kid.dictionary, "Contents") ?? ""}”`;
      // A link over several lines, or around several boxes, is several annotations of the same words.
      if (parts.at(-1) !== words) parts.push(words);
    } else parts.push(`“${shortened(kid.text)}”`);
  }
  return parts;
}

const isPiece = (tagged: TaggedFile, element: TaggedElement): boolean =>
  element.type === "NonStruct" &&
  saidOf(tagged, element) === "" &&
  element.kids.every(({ kind }) => kind === "content");

const shortened = (text: string): string => (text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text);

function saidOf({ file }: TaggedFile, { dictionary }: TaggedElement): string {
  const said = ["Lang", "Alt", "ActualText", "E", "T"].flatMap((key) => {
    const text = textIn(file, dictionary, key);
    return text === undefined ? [] : [`${key}=${text}`];
  });
  const attributes = file.resolve(dictionary.get("A"));
  const items: readonly PdfValue[] = Array.isArray(attributes) ? attributes : [attributes];
  for (const item of items) {
    for (const [key, value] of file.dictionary(item)) {
      const resolved = file.resolve(value);
      // Every cell has the span of one, if no other.
      if (key === "O" || (key.endsWith("Span") && resolved === 1)) continue;
      if (Array.isArray(resolved))
        said.push(`${key}=${resolved.map((one) => plain(file.resolve(one))).join(",")}`);
      else said.push(`${key}=${plain(resolved)}`);
    }
  }
  return said.length === 0 ? "" : `[${said.join(" ")}]`;
}

const plain = (value: PdfValue): string => (isString(value) ? textOf(value) : String(value));
