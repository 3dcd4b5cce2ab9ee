import { openLexer } from "../../pdf/pdf-lexer.ts";
import { isKeyword, isStream, isString } from "../../pdf/pdf-value.ts";
import type { RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** How the bytes of a file are put together. */
export const FILE_BYTES: RuleGroup = {
  name: "The file",
  mend: "Write the file anew with a program that makes PDF/A; do not append to it or pass it through a program that shortens files.",
  isOnBytes: true,
  rules: [
    {
      ua: "6.1-a",
      a: "6.1.1-a",
      asks: "The file is a PDF with at least one page that can be read.",
      *judge({ pages }) {
        if (pages.length === 0) yield { what: "there is no page that can be read" };
      },
    },
    {
      ua: "6.1-1",
      a: "6.1.2-1",
      asks: "The file begins with “%PDF-1.n”, n from 0 to 7, and the end of a line.",
      *judge({ bytes }) {
        const head = latin(bytes, 0, 10);
        if (!/^%PDF-1\.[0-7][\r\n]/.test(head))
          yield { what: `it begins with “${printable(head.slice(0, 8))}”` };
      },
    },
    {
      a: "6.1.2-2",
      asks: "The second line is a comment of at least four bytes above 127, so that no program takes the file for text.",
      *judge({ bytes }) {
        const second = /^%PDF-\d\.\d(?:\r\n|\r|\n)(.{5})/s.exec(latin(bytes, 0, 32))?.[1] ?? "";
        if (!/^%[\x80-\xff]{4}/.test(second)) yield { what: "there is no such line" };
      },
    },
    {
      a: "6.1.3-1",
      asks: "The trailer has an ID of two strings.",
      *judge({ file }) {
        const id = file.array(file.trailer.get("ID")).map((part) => file.resolve(part));
        if (id.length !== 2 || !id.every((part) => isString(part) && part.chars !== ""))
          yield { what: "the trailer has none" };
      },
    },
    {
      a: "6.1.3-2",
      asks: "The file is not encrypted.",
      *judge({ file }) {
        if (file.trailer.has("Encrypt")) yield { what: "the trailer has an Encrypt entry" };
      },
    },
    {
      ua: "7.16-1",
      asks: "An encrypted file lets screen readers have its text: bit 10 of its permissions is set.",
      *judge({ file }) {
        const encryption = file.dictionary(file.trailer.get("Encrypt"));
        if (encryption.size === 0) return;
        const permissions = file.resolve(encryption.get("P"));
        if (typeof permissions !== "number" || (permissions & 512) === 0)
          yield { what: "its permissions keep screen readers out" };
      },
    },
    {
      a: "6.1.3-3",
      asks: "Nothing follows the last “%%EOF” but one end of a line.",
      *judge({ bytes }) {
        const tail = latin(bytes, Math.max(0, bytes.length - 4096), bytes.length);
        const after = /%%EOF(?![\s\S]*%%EOF)([\s\S]*)$/.exec(tail)?.[1];
        if (after === undefined) yield { what: "the file does not end with “%%EOF”" };
        else if (!/^(?:\r\n|\r|\n)?$/.test(after)) yield { what: `${after.length} bytes follow` };
      },
    },
    {
      a: "6.1.4-a",
      asks: "The cross-reference table leads to every object at its place.",
      *judge(subject) {
        if (subject.file.isRepaired) yield { what: "the table is damaged; objects had to be searched for" };
        else yield* misplaced(subject);
      },
    },
    {
      a: "6.1.7.1-1",
      asks: "A stream is as long as its Length says.",
      *judge({ file }) {
        for (const object of file.places.keys()) {
          const value = file.resolve({ type: "reference", object });
          if (isStream(value) && !value.isLengthRight && value.encoded.length > 0)
            yield { what: "the Length is wrong", where: { object } };
        }
      },
    },
    {
      a: "6.1.13-7",
      asks: "There are at most 8,388,607 objects.",
      *judge({ file }) {
        if (file.places.size > 8_388_607) yield { what: `there are ${file.places.size}` };
      },
    },
  ],
};

function* misplaced({ bytes, file }: Subject) {
  for (const [object, place] of file.places) {
    if (!("offset" in place)) continue;
    const lexer = openLexer(bytes, place.offset);
    const number = lexer.read();
    lexer.read();
    const keyword = lexer.read();
    const isThere = number === object && isKeyword(keyword) && keyword.keyword === "obj";
    if (!isThere) yield { what: "another object stands at its place", where: { object } };
  }
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, "·");
