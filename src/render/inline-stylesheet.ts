import path from "node:path";
import { type CSSToken, type ParseError, TokenType, tokenize } from "@csstools/css-tokenizer";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { placesOf } from "../diagnostics/text-position.ts";
import { loadImage } from "./load-image.ts";
import { readEnclosed } from "./read-enclosed.ts";
import type { TemplateFile } from "./template-set.ts";

/**
 * The stylesheet with every relative `url(…)` embedded as a data: address and without comments. Imports, remote addresses
 * and anything that could end the style element are refused; the page’s content security policy stands behind this check.
 * The sheet is read with the tokenizer of CSS Syntax Level 3, so that escapes and comments hide nothing.
 */
export async function inlineStylesheet(sheet: TemplateFile, folder: string): Promise<Outcome<string>> {
  const css = preprocess(sheet.text);
  const placeAt = placesOf(sheet.file, css);
  const diagnostics: Diagnostic[] = [];
  const refuse = (what: string, offset: number) =>
    diagnostics.push(diagnose("template-style", { what }, placeAt(offset)));

  const onParseError = (error: ParseError) => refuse(BROKEN, error.sourceStart);
  const tokens = tokenize({ css }, { onParseError });
  const brackets: { closer: string; offset: number }[] = [];
  const pieces: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as CSSToken;
    const [type, written, offset] = token;
    const refused = refusedToken(token);
    if (refused !== undefined) refuse(refused, offset);

    const closer = CLOSERS.get(type);
    if (closer !== undefined) brackets.push({ closer, offset });
    if (CLOSING.has(written) && brackets.pop()?.closer !== written) refuse(`a ${written} too many`, offset);

    const reference = referenceAt(tokens, index);
    if (reference === undefined) {
      pieces.push(minified(token));
      continue;
    }
    const address = await embed(reference.address, folder, placeAt(offset));
    if (address.ok) pieces.push(`url("${address.value.replaceAll('"', "%22")}")`);
    else diagnostics.push(...address.diagnostics);
    index = reference.lastIndex;
    if (type === TokenType.Function) brackets.pop();
  }
  const [unclosed] = brackets;
  if (unclosed !== undefined) refuse(`a bracket without its ${unclosed.closer}`, unclosed.offset);

  const inlined = pieces.join("").trim();
  const closing = ENDS_STYLE.exec(inlined);
  // The place of a string or comment that holds it is not known here; it is the same text in the sheet.
  if (closing !== null) refuse(closing[0], Math.max(0, css.indexOf(closing[0])));
  return diagnostics.length > 0 ? failure(diagnostics) : success(inlined);
}

const BROKEN = "a string, comment, address or escape that is not finished";

/** As CSS Syntax 3.3 demands; a browser hashes the text of a style element after the same changes, so the hash holds. */
const preprocess = (css: string): string =>
  css
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?|\f/g, "\n")
    .replaceAll("\0", "\uFFFD");

/** Functions other than `url()` that take an address as a string, and those that look like it in some browser. */
const REFUSED_FUNCTIONS = /^(?:src|image|(?:-webkit-)?image-set|expression)$/i;

/** Why a token may not stand in a sheet at all. */
function refusedToken([type, written, , , facts]: CSSToken): string | undefined {
  if (type === TokenType.AtKeyword && /^(?:import|charset|namespace)$/i.test(facts.value)) return written;
  if (type === TokenType.AtKeyword && /^page$/i.test(facts.value)) {
    return "@page, though the sheet of paper is not the template’s";
  }
  if (type === TokenType.Function && REFUSED_FUNCTIONS.test(facts.value)) return `${written}…)`;
  if (type === TokenType.CDO || type === TokenType.CDC) return written;
  return undefined;
}

const CLOSERS: ReadonlyMap<TokenType, string> = new Map([
  [TokenType.Function, ")"],
  [TokenType.OpenParen, ")"],
  [TokenType.OpenSquare, "]"],
  [TokenType.OpenCurly, "}"],
]);
const CLOSING: ReadonlySet<string> = new Set(CLOSERS.values());

const ENDS_STYLE = /<\/style|<!--/i;

/** The address that `url(…)` at `index` names, escapes resolved, and the token that ends it. */
function referenceAt(
  tokens: readonly CSSToken[],
  index: number,
): { address: string; lastIndex: number } | undefined {
  const [type, , , , facts] = tokens[index] as CSSToken;
  if (type === TokenType.URL) return { address: facts.value, lastIndex: index };
  if (type !== TokenType.Function || !/^url$/i.test(facts.value)) return undefined;
  const end = tokens.findIndex(([inner], at) => at > index && inner === TokenType.CloseParen);
  const inside = tokens
    .slice(index + 1, end)
    .filter(([inner]) => inner !== TokenType.Whitespace && inner !== TokenType.Comment);
  const [only] = inside;
  const isPlain = inside.length === 1 && only?.[0] === TokenType.String;
  // Anything else in url() has no meaning yet, so it is refused like an address with a scheme of its own.
  return {
    address: isPlain ? only[4].value : "about:blank",
    lastIndex: end === -1 ? tokens.length - 1 : end,
  };
}

/** Indentation and comments cost bytes in every page; an empty comment keeps apart what a comment kept apart. */
function minified([type, written]: CSSToken): string {
  if (type === TokenType.Comment) return "/**/";
  if (type === TokenType.Whitespace) return written.includes("\n") ? "\n" : " ";
  return written;
}

/** The address to write instead: the same where it stays in the page, a data: address for a file of the template set. */
async function embed(address: string, folder: string, where: Place): Promise<Outcome<string>> {
  const refuse = (what: string) => failure([diagnose("template-style", { what }, where)]);
  if (/^#[\w-]+$/.test(address)) return success(address);
  if (/^data:(?:image|font)\/[\w.+-]+[;,][^\\\n]*$/i.test(address)) return success(address);
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(address)) return refuse(`the address ${address}`);
  if (/\.(?:woff2?|[ot]tf)$/i.test(address)) {
    const font = await loadFontFile(path.resolve(folder, address), folder);
    return font === undefined
      ? refuse(
          `the font ${address}, which is no WOFF2, WOFF, OTF or TTF file inside the template set of at most 1 MB`,
        )
      : success(font);
  }
  const image = await loadImage(address, folder, folder, where);
  return image.ok ? success(image.value.dataUrl) : image;
}

/** Media types by the first four bytes. */
const FONT_TYPES: ReadonlyMap<string, string> = new Map([
  ["wOF2", "font/woff2"],
  ["wOFF", "font/woff"],
  ["OTTO", "font/otf"],
  ["\0\x01\0\0", "font/ttf"],
]);

async function loadFontFile(file: string, folder: string): Promise<string | undefined> {
  const found = await readEnclosed(file, folder);
  if (found.kind !== "read") return undefined;
  const type = FONT_TYPES.get(found.bytes.subarray(0, 4).toString("latin1"));
  return type === undefined ? undefined : `data:${type};base64,${found.bytes.toString("base64")}`;
}
