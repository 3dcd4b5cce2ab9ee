import type { Fault, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { readExtensionSchemas } from "../xmp/extension-schemas.ts";
import { isPredefined, PREFIXES } from "../xmp/predefined.ts";
import type { XmpProperty } from "../xmp/read-xmp.ts";

const UA = PREFIXES.pdfuaid;
const A = PREFIXES.pdfaid;

/** What a file says of itself. */
export const METADATA: RuleGroup = {
  name: "Metadata",
  mend: "Give the document a title and a language, and have the program that makes the file write XMP metadata with the standards that it meets.",
  rules: [
    {
      ua: "7.1-8",
      a: "6.6.2.1-1",
      asks: "The catalogue has a stream of XMP metadata.",
      *judge({ file, catalog, xmp }) {
        const metadata = file.dictionary(catalog.get("Metadata"));
        if (xmp === undefined) yield { what: "it has none that can be read" };
        else if (metadata.get("Type") !== "Metadata" || metadata.get("Subtype") !== "XML")
          yield { what: "its Type and Subtype are not Metadata and XML" };
      },
    },
    {
      a: "6.6.2.1-2",
      asks: "The header of the XMP packet has no “bytes”.",
      *judge({ xmp }) {
        if (/\sbytes\s*=/.test(xmp?.header ?? "")) yield { what: "it has" };
      },
    },
    {
      a: "6.6.2.1-3",
      asks: "The header of the XMP packet has no “encoding”.",
      *judge({ xmp }) {
        if (/\sencoding\s*=/.test(xmp?.header ?? "")) yield { what: "it has" };
      },
    },
    {
      ua: "7.1-g",
      a: "6.6.2.1-4",
      asks: "The XMP metadata are well-formed XML and RDF.",
      *judge({ xmp }) {
        if (xmp?.problem !== undefined) yield { what: xmp.problem };
      },
    },
    {
      ua: "5-1",
      asks: "The metadata say that the file meets PDF/UA.",
      judge: (subject) =>
        isRead(subject) && find(subject, UA, "part") === undefined
          ? [{ what: "there is no pdfuaid:part" }]
          : [],
    },
    {
      ua: "5-2",
      asks: "The part of PDF/UA that the metadata name is 1.",
      judge: (subject) => differs(find(subject, UA, "part"), ["1"]),
    },
    {
      ua: "5-3",
      asks: "The properties of PDF/UA’s schema have the prefix pdfuaid.",
      judge: (subject) => prefixed(subject, UA, "pdfuaid"),
    },
    {
      a: "6.6.4-1",
      asks: "The metadata say which part and level of PDF/A the file meets.",
      *judge(subject) {
        if (!isRead(subject)) return;
        for (const name of ["part", "conformance"])
          if (find(subject, A, name) === undefined) yield { what: `there is no pdfaid:${name}` };
      },
    },
    {
      a2: "6.6.4-2",
      asks: "The part of PDF/A that the metadata name is 2.",
      judge: (subject) => differs(find(subject, A, "part"), ["2"]),
    },
    {
      a3: "6.6.4-2",
      asks: "The part of PDF/A that the metadata name is 3.",
      judge: (subject) => differs(find(subject, A, "part"), ["3"]),
    },
    {
      a: "6.6.4-3",
      asks: "The level of PDF/A that the metadata name is A.",
      judge: (subject) => differs(find(subject, A, "conformance"), ["A"]),
    },
    {
      a: "6.6.4-4",
      asks: "The properties of PDF/A’s schema have the prefix pdfaid.",
      judge: (subject) => prefixed(subject, A, "pdfaid"),
    },
    {
      a: "6.6.2.3.1-1",
      asks: "Every property is one of XMP’s own or is described by an extension schema of the file.",
      *judge({ xmp }) {
        const described = readExtensionSchemas(xmp?.properties ?? []).properties;
        for (const { prefix, namespace, name } of xmp?.properties ?? []) {
          if (!isPredefined(namespace, name) && !described.has(`${namespace} ${name}`))
            yield { what: `${prefix}:${name} is described nowhere` };
        }
      },
    },
    {
      a: "6.6.2.3.3-a",
      asks: "Extension schemas have a name, an address and a prefix, and of each property its name, type, category and description.",
      judge: ({ xmp }) => readExtensionSchemas(xmp?.properties ?? []).problems.map((what) => ({ what })),
    },
    {
      ua: "7.1-9",
      asks: "The metadata have a title (dc:title).",
      *judge(subject) {
        if (isRead(subject) && (find(subject, PREFIXES.dc, "title")?.value ?? "") === "")
          yield { what: "there is none" };
      },
    },
    {
      ua: "7.1-10",
      asks: "Programs show the title of the document, not the name of the file.",
      *judge({ file, catalog }) {
        const preferences = file.dictionary(catalog.get("ViewerPreferences"));
        if (file.resolve(preferences.get("DisplayDocTitle")) !== true)
          yield { what: "ViewerPreferences do not set DisplayDocTitle" };
      },
    },
    {
      a: "6.6.3-a",
      asks: "What the Info dictionary says is what the metadata say.",
      isAdvice: true,
      judge: contradictions,
    },
  ],
};

/** Entries of the Info dictionary, and the properties that mean the same (ISO 19005-1, 6.7.3). */
const ALIKE: readonly (readonly [key: string, namespace: string, name: string])[] = [
  ["Title", PREFIXES.dc, "title"],
  ["Author", PREFIXES.dc, "creator"],
  ["Subject", PREFIXES.dc, "description"],
  ["Keywords", PREFIXES.pdf, "Keywords"],
  ["Creator", PREFIXES.xmp, "CreatorTool"],
  ["Producer", PREFIXES.pdf, "Producer"],
  ["CreationDate", PREFIXES.xmp, "CreateDate"],
  ["ModDate", PREFIXES.xmp, "ModifyDate"],
];

function* contradictions(subject: Subject): Generator<Fault> {
  const { file } = subject;
  const info = file.dictionary(file.trailer.get("Info"));
  if (!isRead(subject)) return;
  for (const [key, namespace, name] of ALIKE) {
    const said = subject.text(info, key)?.trim();
    if (said === undefined || said === "") continue;
    const property = find(subject, namespace, name);
    const isDate = key.endsWith("Date");
    const isSame = isDate
      ? momentOf(said) === momentOf(property?.value ?? "")
      : said === property?.value ||
        said === property?.items.join("; ") ||
        said === property?.items.join(", ");
    if (!isSame) yield { what: `${key} is not what ${property?.prefix ?? "XMP"}:${name} says` };
  }
}

/** A date of PDF (`D:20250203120000+01'00'`) or of XMP, in milliseconds; NaN, which is unlike itself, for neither. */
function momentOf(text: string): number {
  const parts =
    /^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(Z|[+-]\d\d)?(?:[':]?(\d\d)'?)?/.exec(
      text,
    );
  if (parts === null) return Number.NaN;
  const [, year, month, day, hour = "00", minute = "00", second = "00", zone = "Z", offset = "00"] = parts;
  const written = zone === "Z" ? "Z" : `${zone}:${offset}`;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${written}`);
}

/** Where metadata cannot be read, that is told once. */
const isRead = ({ xmp }: Subject): boolean => xmp !== undefined && xmp.problem === undefined;

const find = ({ xmp }: Subject, namespace: string, name: string): XmpProperty | undefined =>
  xmp?.properties.find((property) => property.namespace === namespace && property.name === name);

const differs = (property: XmpProperty | undefined, expected: readonly string[]): readonly Fault[] =>
  property === undefined || expected.includes(property.value) ? [] : [{ what: `it is “${property.value}”` }];

const prefixed = ({ xmp }: Subject, namespace: string, prefix: string): readonly Fault[] =>
  (xmp?.properties ?? [])
    .filter((property) => property.namespace === namespace && property.prefix !== prefix)
    .map((property) => ({ what: `${property.prefix}:${property.name} has another` }));
