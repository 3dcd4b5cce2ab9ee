import { isString, type PdfDictionary, type PdfValue } from "../../pdf/pdf-value.ts";
import { STANDARD_TYPES } from "../roles.ts";
import type { FaultPlace, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** Filters that streams may be packed with (ISO 32000-1, table 6, without LZW). */
const FILTERS = new Set(
  "ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode".split(
    " ",
  ),
);
const BOXES = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"] as const;

/** What the objects of a file may be. */
export const FILE_OBJECTS: RuleGroup = {
  name: "Objects",
  mend: "Write the file anew with a program that makes PDF/A, from the document that it was made from.",
  rules: [
    {
      a: "6.1.7.1-3",
      asks: "The data of a stream stand in the file and not in another one.",
      *judge({ dictionaries }) {
        for (const { object, dictionary, isStream } of dictionaries) {
          const key = ["F", "FFilter", "FDecodeParms"].find((name) => isStream && dictionary.has(name));
          if (key !== undefined) yield { what: `the stream has the entry ${key}`, where: { object } };
        }
      },
    },
    {
      a: "6.1.7.2-1",
      asks: "No stream is packed with LZW, encrypted, or packed in a way that PDF 1.7 does not know.",
      *judge({ file, dictionaries }) {
        for (const { object, dictionary, isStream } of dictionaries) {
          if (!isStream) continue;
          const filter = file.resolve(dictionary.get("Filter"));
          for (const item of Array.isArray(filter) ? filter : [filter]) {
            const name = file.resolve(item);
            if (name !== null && !(typeof name === "string" && FILTERS.has(name)))
              yield { what: `the stream is packed with ${String(name)}`, where: { object } };
          }
        }
      },
    },
    {
      a: "6.1.8-1",
      asks: "Names of fonts and of structure types are written in UTF-8.",
      *judge({ dictionaries, structure }) {
        for (const { object, dictionary } of dictionaries) {
          const name = dictionary.get("Type") === "Font" ? dictionary.get("BaseFont") : undefined;
          if (typeof name === "string" && !isUtf8(name))
            yield { what: "the name of the font is not", where: { object } };
        }
        const types = new Set(structure?.elements.map(({ type }) => type));
        for (const type of types)
          if (!STANDARD_TYPES.has(type) && !isUtf8(type)) yield { what: "a structure type is not" };
      },
    },
    {
      a: "6.1.12-1",
      asks: "Permissions are those of a signature alone.",
      *judge({ file, catalog }) {
        for (const key of file.dictionary(catalog.get("Perms")).keys())
          if (key !== "UR3" && key !== "DocMDP") yield { what: `the catalogue’s Perms has the entry ${key}` };
      },
    },
    {
      a: "6.1.13-1",
      asks: "Whole numbers fit 32 bits.",
      judge: (subject) =>
        valuesWhere(subject, (value) =>
          typeof value === "number" &&
          Number.isInteger(value) &&
          (value > 2_147_483_647 || value < -2_147_483_648)
            ? `the number ${value} does not`
            : undefined,
        ),
    },
    {
      a: "6.1.13-3",
      asks: "Strings are at most 32,767 bytes long.",
      judge: (subject) =>
        valuesWhere(subject, (value) =>
          isString(value) && value.chars.length > 32_767 ? `one has ${value.chars.length}` : undefined,
        ),
    },
    {
      a: "6.1.13-4",
      asks: "Names are at most 127 bytes long.",
      *judge(subject) {
        yield* valuesWhere(subject, (value) =>
          typeof value === "string" && value.length > 127 ? `one has ${value.length}` : undefined,
        );
        for (const { object, dictionary } of subject.dictionaries)
          for (const key of dictionary.keys())
            if (key.length > 127) yield { what: `one has ${key.length}`, where: { object } };
      },
    },
    {
      a: "6.1.13-8",
      asks: "The graphics state is saved at most 28 times within itself.",
      judge: ({ content }) => content.faults.get("nesting") ?? [],
    },
    {
      a: "6.1.13-11",
      asks: "Sheets are from 3 to 14,400 points wide and high.",
      *judge({ file, pages }) {
        for (const [index, { dictionary, object }] of pages.entries()) {
          for (const box of BOXES) {
            const corners = file.array(dictionary.get(box)).map((corner) => Number(file.resolve(corner)));
            if (corners.length !== 4) continue;
            const [left = 0, bottom = 0, right = 0, top = 0] = corners;
            const sides = [Math.abs(right - left), Math.abs(top - bottom)];
            if (sides.some((side) => !(side >= 3 && side <= 14_400)))
              yield {
                what: `the ${box} is ${sides.join(" by ")} points`,
                where: { page: index + 1, object },
              };
          }
        }
      },
    },
    {
      a: "6.2.2-1",
      asks: "Content has operators of PDF 1.7 alone.",
      judge: ({ content }) => content.faults.get("unknown-operator") ?? [],
    },
    {
      a: "6.2.2-2",
      asks: "Content that needs fonts, images or the like has resources of its own.",
      judge: ({ content }) => (content.faults.get("resources-inherited") ?? []).slice(0, 20),
    },
    {
      a: "6.2.2-a",
      ua: "6.1-b",
      asks: "The content of every page can be decoded, and is no longer than a page can be.",
      *judge({ content }) {
        yield* content.faults.get("unreadable") ?? [];
        if (content.isCut) yield { what: "it goes on without an end" };
      },
    },
    {
      a: "6.1.10-1",
      asks: "Images in the content are not packed with LZW.",
      judge: ({ content }) => content.faults.get("inline-filter") ?? [],
    },
    {
      a: "6.10-1",
      asks: "There are no alternate presentations.",
      *judge({ file, catalog }) {
        if (file.dictionary(catalog.get("Names")).has("AlternatePresentations"))
          yield { what: "the catalogue’s Names has AlternatePresentations" };
      },
    },
    {
      a: "6.10-2",
      asks: "No page has steps of a presentation.",
      *judge({ pages }) {
        for (const [index, { own, object }] of pages.entries())
          if (own.has("PresSteps"))
            yield { what: "the page has PresSteps", where: { page: index + 1, object } };
      },
    },
    {
      a: "6.11-1",
      asks: "The file asks nothing of the program that shows it.",
      *judge({ catalog }) {
        if (catalog.has("Requirements")) yield { what: "the catalogue has Requirements" };
      },
    },
  ],
};

/** The places of values that something is wrong with. */
function* valuesWhere({ file, dictionaries }: Subject, judge: (value: PdfValue) => string | undefined) {
  const tell = (value: PdfValue, where: FaultPlace) => {
    const what = judge(value);
    return what === undefined ? [] : [{ what, where }];
  };
  for (const { object, dictionary } of dictionaries)
    yield* inDictionary(dictionary, (value) => tell(value, { object }));
  for (const object of file.places.keys()) {
    const value = file.resolve({ type: "reference", object });
    if (Array.isArray(value)) yield* inArray(value, (item) => tell(item, { object }));
    else if (!(value instanceof Map)) yield* tell(value, { object });
  }
}

function* inDictionary<Found>(dictionary: PdfDictionary, judge: (value: PdfValue) => readonly Found[]) {
  for (const value of dictionary.values()) {
    if (Array.isArray(value)) yield* inArray(value, judge);
    else if (!(value instanceof Map)) yield* judge(value);
  }
}

/** Dictionaries within arrays are judged for themselves. */
function* inArray<Found>(
  values: readonly PdfValue[],
  judge: (value: PdfValue) => readonly Found[],
): Generator<Found> {
  const stack: PdfValue[] = [...values];
  while (stack.length > 0) {
    const value = stack.pop() ?? null;
    if (Array.isArray(value)) for (const item of value) stack.push(item);
    else if (!(value instanceof Map)) yield* judge(value);
  }
}

const isUtf8 = (chars: string): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(chars, "latin1"));
    return true;
  } catch {
    return false;
  }
};
