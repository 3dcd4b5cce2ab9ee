import { printable } from "./printable.ts";

/**
 * The text with character references replaced by their characters: all numeric ones and the names that
 * people type. Any other name stays as written, so that it is shown and not lost.
 */
export function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (written, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return fromCodePoint(Number.parseInt(decimal, 10));
    return NAMED.get(name ?? "") ?? written;
  });
}

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]{2,8}));/g;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00A0"],
  ["ensp", "\u2002"],
  ["emsp", "\u2003"],
  ["thinsp", "\u2009"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["minus", "−"],
  ["times", "×"],
  ["plusmn", "±"],
  ["hellip", "…"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["euro", "€"],
  ["pound", "£"],
  ["yen", "¥"],
  ["sect", "§"],
  ["copy", "©"],
  ["reg", "®"],
  ["trade", "™"],
  ["deg", "°"],
  ["permil", "‰"],
]);

function fromCodePoint(codePoint: number): string {
  if (codePoint === 0 || codePoint > 0x10ffff) return "\uFFFD";
  return printable(String.fromCodePoint(codePoint));
}
