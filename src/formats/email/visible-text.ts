/**
 * The text of a message as a reader has it who sees no images: their alternative texts in their place, blocks on lines of
 * their own, nothing of what is hidden or meant for Outlook alone.
 */
export function visibleText(html: string): string {
  const body = html.slice(Math.max(0, html.indexOf("<body")));
  return body
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(HIDDEN, "")
    .replace(/<img\b(?:[^>"]|"[^"]*")*\balt="([^"]*)"(?:[^>"]|"[^"]*")*>/g, " $1 ")
    .replace(/<(?:br|\/?(?:p|div|td|th|tr|table|h[1-6]|li|ul|ol|blockquote|pre))\b(?:[^>"]|"[^"]*")*>/g, "\n")
    .replace(/<(?:[^>"]|"[^"]*")*>/g, "")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, decode)
    .replace(/[^\S\n]*\n\s*/g, "\n");
}

const HIDDEN = /<(\w+)\b(?:[^>"]|"[^"]*")*style="display:none[^"]*"[^>]*>[\s\S]*?<\/\1>/g;

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

function decode(reference: string, decimal?: string, hex?: string, name?: string): string {
  if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  return NAMED[name ?? ""] ?? reference;
}
