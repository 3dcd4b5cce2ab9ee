/** What a page is to those who hear it: what assistive technology finds in its markup. */
export interface PageSpeech {
  readonly links: readonly PageLink[];
  readonly headings: readonly PageHeading[];
  /** Pictures and links that nobody hears of, and words that are said in the wrong language, in their order. */
  readonly silent: readonly SilentElement[];
}

/** A link of a page, with what a screen reader says of it. */
export interface PageLink {
  /** As written: an address, or `#` and a fragment. */
  readonly href: string;
  readonly text: string;
}

/** A heading of a page. */
export interface PageHeading {
  /** From 1 to 6. */
  readonly level: number;
  readonly text: string;
}

/** Something without words. */
export interface SilentElement {
  readonly kind: "picture" | "link" | "language";
  /** Its tag as it is written, the address of a link, or words whose language is not said. */
  readonly what: string;
}

/**
 * Hears a page’s body in one walk. The markup was checked to be closed and plain; names are found as in Accessible Name and
 * Description Computation 1.2, as far as pages are written: labels, alternatives, titles of drawings, content.
 */
export function hearPage(body: string): PageSpeech {
  const heard: Heard = { links: [], headings: [], silent: [], words: [], open: [] };
  for (const [token, end, written = "", rest = ""] of body.matchAll(TOKEN)) {
    const name = written.toLowerCase();
    if (name === "") hearText(heard, decoded(token));
    else {
      if (!INLINE.has(name)) say(heard, " ");
      if (end === "/") endElement(heard, name);
      else beginElement(heard, name, rest, token);
    }
  }
  const { links, headings, silent } = heard;
  return { links, headings, silent };
}

interface Heard {
  readonly links: PageLink[];
  readonly headings: PageHeading[];
  readonly silent: SilentElement[];
  /** What was said so far. */
  readonly words: string[];
  readonly open: OpenElement[];
}

/** An element whose end has not come yet. */
interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether it, or what is around it, is hidden from assistive technology. */
  readonly isHidden: boolean;
  /** How many words were said before it. */
  readonly start: number;
  /** The title of a drawing. */
  title: string;
}

/** A tag, or the text up to the next. */
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/gi;
const ATTRIBUTE = /([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Elements without content. */
const VOID = new Set("br hr img wbr col".split(" "));
/** Elements that stand in a line: the words on either side of them are not taken apart. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time tspan u var wbr".split(
    " ",
  ),
);

/** Elements whose language Chromium forgets in its PDF, unless something names them. */
const FORGOTTEN = new Set("span i b q cite small bdi bdo kbd samp u var".split(" "));

function say({ words, open }: Heard, text: string): void {
  if (open.at(-1)?.isHidden !== true) words.push(text);
}

/** The title of a drawing is its name, and not part of what is written in it. */
function hearText(heard: Heard, text: string): void {
  const { open } = heard;
  const drawing = open.at(-1)?.name === "title" ? open.findLast(({ name }) => name === "svg") : undefined;
  if (drawing === undefined) say(heard, text);
  else drawing.title ||= spaced(text);
}

function beginElement(heard: Heard, name: string, rest: string, token: string): void {
  const attributes = attributesIn(rest);
  const isHidden =
    heard.open.at(-1)?.isHidden === true ||
    attributes.get("aria-hidden") === "true" ||
    attributes.has("hidden");
  if (name === "img" && !isHidden) {
    const alternative = attributes.get("aria-label") ?? attributes.get("alt");
    if (alternative === undefined) heard.silent.push({ kind: "picture", what: `${token.slice(0, 50)}…` });
    else say(heard, alternative);
  }
  if (VOID.has(name) || rest.endsWith("/")) return;
  heard.open.push({ name, attributes, isHidden, start: heard.words.length, title: "" });
}

/** The ends of some elements may be left out, so that one end can be that of several. */
function endElement(heard: Heard, name: string): void {
  if (!heard.open.some((one) => one.name === name)) return;
  for (let element = heard.open.pop(); element !== undefined; element = heard.open.pop()) {
    if (!element.isHidden) closeElement(heard, element);
    if (element.name === name) return;
  }
}

function closeElement({ links, headings, silent, words }: Heard, element: OpenElement): void {
  const { name, attributes, start, title } = element;
  const label = (attributes.get("aria-label") ?? "").trim();
  const isNamedElsewhere = attributes.has("aria-labelledby");
  if (name === "svg") {
    const text = label === "" ? title : label;
    if (text === "" && !isNamedElsewhere) silent.push({ kind: "picture", what: "<svg>" });
    // A drawing that has a name says it, and not what is written in it.
    else words.splice(start, words.length, text);
    return;
  }
  if (attributes.has("lang") && FORGOTTEN.has(name) && !attributes.has("id") && label === "")
    silent.push({ kind: "language", what: spaced(words.slice(start).join("")) });
  if (label !== "") words.splice(start, words.length, label);
  const level = levelOf(name, attributes);
  const href = attributes.get("href");
  if (level === 0 && (name !== "a" || href === undefined)) return;
  const text = spaced(words.slice(start).join(""));
  if (level > 0) headings.push({ level, text });
  if (name !== "a" || href === undefined) return;
  if (text === "" && !isNamedElsewhere) silent.push({ kind: "link", what: href });
  links.push({ href, text: text === "" ? href : text });
}

/** The level of a heading; 0 for anything else. */
function levelOf(name: string, attributes: ReadonlyMap<string, string>): number {
  const role = attributes.get("role");
  if (role === "heading") return Number(attributes.get("aria-level") ?? "2");
  return role === undefined && /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

const attributesIn = (rest: string): ReadonlyMap<string, string> =>
  new Map(
    [...rest.matchAll(ATTRIBUTE)].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? bare ?? ""),
    ]),
  );

const spaced = (text: string): string => text.replace(/\s+/g, " ").trim();

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  shy: "\u00ad",
};

/** The characters that references stand for: those of a number, and the few names that pages are written with. */
function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
