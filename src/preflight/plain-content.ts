/** The blocks of rich text as a page prints them: what stands between the tags, with the numbers of citations. */
export function plainBlocks(html: string): string[] {
  return html
    .split(BLOCK_EDGE)
    .map(plainContent)
    .filter((text) => text.trim() !== "");
}

/** The text between the tags of a piece of rich text; its HTML is ours, so that a tag is what it looks like. */
export function plainContent(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
      (entity, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name] ?? entity;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
      },
    );
}

/** The addresses that a piece of rich text links to, as they are written in its HTML. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/<a href="([^"#][^"]*)"/g)].map(([, href = ""]) => plainContent(href));
}

/** The fragments of the page that a piece of rich text links to, each time it does. */
export function anchorsIn(html: string): string[] {
  return [...html.matchAll(/<a href="#([^"]+)"/g)].map(([, anchor = ""]) => anchor);
}

const BLOCK_EDGE =
  /<(?:\/?(?:p|li|ul|ol|blockquote|pre|table|thead|tbody|tr|td|th|h[1-6]|div)|br|hr)\b[^>]*>/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
