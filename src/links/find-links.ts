import type { ParsedBrief } from "../brief/parse-brief.ts";
import { briefSchema } from "../brief/schema.ts";
import { textFields } from "../brief/schema-fields.ts";
import { isWebAddress } from "../brief/string-formats.ts";
import type { Place } from "../diagnostics/diagnostic.ts";

/** A web address in a brief file. */
export interface Link {
  /** As written. */
  readonly url: string;
  readonly where: Place;
}

/** The web addresses of a brief: those of its sources, and those in its prose. */
export function findLinks({ brief, locate, locateText }: ParsedBrief): Link[] {
  const inSources = brief.sources.flatMap(({ url }, index) =>
    url === undefined ? [] : [{ url, where: locate(["sources", index, "url"]) }],
  );
  const inProse = textFields(briefSchema, brief)
    .filter(({ role }) => role === "markdown" || role === "markdown-line")
    .flatMap(({ path, text }) =>
      addressesIn(text).map(({ url, offset }) => ({ url, where: locateText(path, url, offset) })),
    );
  return [...inSources, ...inProse];
}

function addressesIn(text: string): { url: string; offset: number }[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"\]]+/gi)]
    .map(({ 0: match, index }) => ({ url: upToItsEnd(match), offset: index }))
    .filter(({ url }) => isWebAddress(url));
}

/** An address ends before a bracket that it did not open and before the marks that end a sentence, as in GFM autolinks. */
function upToItsEnd(match: string): string {
  let depth = 0;
  for (const [at, character] of [...match].entries()) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) return [...match].slice(0, at).join("");
  }
  return match.replace(/[.,;:!?'’*_~]+$/, "");
}
