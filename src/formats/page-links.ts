/** A link of a page, with what a screen reader says of it. */
export interface PageLink {
  /** As written: an address, or `#` and a fragment. */
  readonly href: string;
  readonly text: string;
}

/** The links of a page’s body in their order. The markup was checked to be closed, its attributes stand in quotes. */
export function linksOf(body: string): PageLink[] {
  return [...body.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)].flatMap(([, attributes = "", content = ""]) => {
    const href = attributeIn(attributes, "href");
    if (href === undefined) return [];
    const words = attributeIn(attributes, "aria-label") ?? decoded(content.replace(/<[^>]+>/g, ""));
    const text = words.replace(/\s+/g, " ").trim();
    return [{ href, text: text === "" ? href : text }];
  });
}

function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(attributes);
  return found === null ? undefined : decoded(found[1] ?? found[2] ?? "");
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** The characters that references stand for: those of a number, and the few names that pages are written with. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
