import type { Edition, RichText } from "../edition/edition.ts";
import { plainContent } from "./plain-content.ts";

/**
 * Plain text as the page has it: a page raises the numbers of sources, which text has in brackets, and has no addresses beside its
 * links, whose words can be a title’s.
 */
export function textAsOnPage(text: string, edition: Edition): string {
  const addresses = new Set(edition.sources.map(({ url }) => url));
  const lines = text.split("\n").filter((line) => !addresses.has(line.trim()));
  const added = richTextsIn(edition).flatMap(addedAddresses);
  const bare = added.reduce((rest, address) => rest.replace(asSet(address), ""), lines.join("\n"));
  return bare.replace(/\[(\d+(?:, \d+)*)\]/g, " $1 ");
}

/** The addresses in brackets that a text has behind its links. */
function addedAddresses({ html, text }: RichText): string[] {
  const shown = plainContent(html);
  return [...text.matchAll(/ \(\S+\)/g)]
    .map(([address]) => address)
    .filter((address) => !shown.includes(address));
}

/** An address may stand on the next line, behind its margin. */
const asSet = (address: string): RegExp => new RegExp(`\\s+${escaped(address.trim())}`);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function richTextsIn(value: unknown): RichText[] {
  if (typeof value !== "object" || value === null) return [];
  if ("html" in value && "text" in value) return [value as RichText];
  return Object.values(value).flatMap(richTextsIn);
}
