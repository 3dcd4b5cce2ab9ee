import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { loadImage } from "./load-image.ts";
import type { TemplateFile } from "./template-set.ts";

const COMMENT = /\/\*[\s\S]*?\*\//g;
const REFERENCE = /@import\b|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi;

/**
 * The stylesheet with every relative `url(…)` embedded as a data: address. Imports, remote addresses and anything that
 * could end the style element are refused; the page’s content security policy stands behind this check.
 */
export async function inlineStylesheet(sheet: TemplateFile, folder: string): Promise<Outcome<string>> {
  const css = sheet.text.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
  const diagnostics: Diagnostic[] = [];
  const pieces: string[] = [];
  let end = 0;
  for (const match of css.matchAll(REFERENCE)) {
    const where = placeAt(sheet, match.index);
    const address = match[1] ?? match[2] ?? match[3]?.trim();
    const image = address === undefined ? undefined : await embed(address, folder, where);
    if (image === undefined) diagnostics.push(diagnose("template-style", { what: match[0] }, where));
    else if (!image.ok) diagnostics.push(...image.diagnostics);
    else pieces.push(css.slice(end, match.index), `url("${image.value}")`);
    end = match.index + match[0].length;
  }
  const closing = /<\/?(?:style|!--)/i.exec(css);
  if (closing !== null) {
    diagnostics.push(diagnose("template-style", { what: closing[0] }, placeAt(sheet, closing.index)));
  }
  return diagnostics.length > 0 ? failure(diagnostics) : success(minify(pieces.join("") + css.slice(end)));
}

/** The data: address for `address`, or undefined if it may not be used at all. */
async function embed(address: string, folder: string, where: ReturnType<typeof placeAt>) {
  if (/^data:(?:image|font)\//i.test(address)) return success(address);
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^[\\/]/i.test(address)) return undefined;
  const image = await loadImage(address, folder, folder, where);
  return image.ok ? success(image.value.dataUrl) : image;
}

function placeAt({ file, text }: TemplateFile, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { file, text, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Blank lines and indentation cost bytes in every page; nothing else is touched. */
const minify = (css: string): string => css.replace(/^\s+|\s+$/gm, "").replace(/\n{2,}/g, "\n");
