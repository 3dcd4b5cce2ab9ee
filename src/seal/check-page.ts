import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import type { PdfFile } from "../pdf/pdf-file.ts";
import { isStream, isString, textOf } from "../pdf/pdf-value.ts";
import type { PdfContent } from "../pdf/read-pdf.ts";
import { openPreflight } from "../preflight/preflight-edition.ts";

/** Whether the words of the language are those that the page was made with. */
interface Words {
  readonly isSame: boolean;
}

/** Holds what a page shows against the edition that its source makes: what a preflight looks for, and nothing of its looks. */
export function checkPage(
  edition: Edition,
  {
    name,
    bytes,
    content,
    template,
  }: { name: string; bytes: Uint8Array; content: PdfContent; template: string },
  words: Words,
): Diagnostic[] {
  const preflight = openPreflight({ edition, template: { name: template, fontFamilies: [] } });
  return preflight
    .pdf(name, bytes, content)
    .filter(({ code, severity }) => severity === "error" && ON_WORDS.test(code))
    .filter(({ code }) => words.isSame || !OF_LABELS.test(code))
    .map(({ hint, ...finding }) => finding);
}

/** What is told of the content; sizes and overlaps were judged when the page was made. */
const ON_WORDS = /-missing$|-altered$|-order$|-wrong$|-hidden$|-clipped$|-off-sheet$/;
/** What is written with the words of a language. */
const OF_LABELS = /^(?:grade|change)-missing$/;

/** Holds the facts that a file names, in both of their places, against the edition that its source makes. */
export function checkFacts(file: PdfFile, { title, author, bottomLine }: Edition): Diagnostic[] {
  const info = file.dictionary(file.trailer.get("Info"));
  const named = (key: string): string => {
    const value = file.resolve(info.get(key));
    return isString(value) ? textOf(value) : "";
  };
  const packet = packetOf(file);
  const facts = [
    { fact: "title", expected: title, found: [named("Title"), textIn(packet, "dc:title")] },
    // Without an author, the publisher is named, whom no brief tells.
    ...(author === null
      ? []
      : [{ fact: "author", expected: author.name, found: [named("Author"), textIn(packet, "dc:creator")] }]),
    {
      fact: "subject",
      expected: bottomLine.text,
      found: [named("Subject"), textIn(packet, "dc:description")],
    },
  ];
  return facts.flatMap(({ fact, expected, found }) => {
    const wrong = found.find((text) => plain(text) !== plain(expected));
    return wrong === undefined ? [] : [diagnose("seal-facts-differ", { fact, found: wrong, expected })];
  });
}

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

function packetOf(file: PdfFile): string {
  const stream = file.resolve(file.dictionary(file.trailer.get("Root")).get("Metadata"));
  return isStream(stream) ? new TextDecoder().decode(file.bytes(stream) ?? stream.encoded) : "";
}

/** The first text of a property of XMP. */
function textIn(packet: string, property: string): string {
  const start = packet.indexOf(`<${property}>`);
  const end = packet.indexOf(`</${property}>`, start);
  const item = start < 0 || end < 0 ? "" : packet.slice(start, end);
  const text = /<rdf:li[^>]*>([^<]*)/.exec(item)?.[1] ?? "";
  return text.replace(/&#(\d{1,7});/g, (_, code: string) =>
    String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
  );
}
