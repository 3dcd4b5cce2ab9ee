import { createHash } from "node:crypto";
import type { Artifact } from "./artifact.ts";
import type { Fit } from "./fit.ts";
import { NOMINAL_STEP } from "./fit.ts";
import type { Page } from "./page.ts";
import type { FitStep } from "./pdf-printer.ts";
import { type SheetOptions, sheetCss } from "./sheet-css.ts";

/** The self-contained HTML page; with a `fit`, its printout looks like the PDF. */
export function toHtml(page: Page, name: string, fit: Fit | null): Artifact {
  const html = htmlDocument(page, { step: fit ?? NOMINAL_STEP, isMeasured: false, isFixed: fit !== null });
  return {
    format: "html",
    name: `${name}.html`,
    mediaType: "text/html; charset=utf-8",
    bytes: new TextEncoder().encode(html),
    pages: null,
    fit: null,
    mail: null,
  };
}

/**
 * The complete document around a page’s body. The template supplies what is inside the body element and the stylesheet;
 * head, policy and sheet are the same for every template, so that none can open the page.
 */
export function htmlDocument(page: Page, options: SheetOptions & { isMeasured: boolean }): string {
  const { edition } = page;
  // The sheet’s rules come last: a template’s rule of the same weight cannot undo what the fit relies on.
  const css = `${page.css}\n${sheetCss(page, options)}`;
  const description = edition.bottomLine.text;
  const meta = (attribute: "name" | "property", key: string, content: string | null) =>
    content === null ? "" : `<meta ${attribute}="${key}" content="${escapeAttribute(content)}">\n`;
  return [
    "<!DOCTYPE html>\n",
    `<html lang="${escapeAttribute(edition.lang)}" dir="${edition.dir}"${page.maxPages > 1 ? " data-pages" : ""}${attributesOf(page)}>\n<head>\n`,
    '<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(css, options.isMeasured)}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="color-scheme" content="light dark">\n',
    `<title>${escapeText(edition.title)}</title>\n`,
    meta("name", "description", description),
    meta("name", "author", edition.author?.name ?? null),
    meta("name", "referrer", "no-referrer"),
    meta("property", "og:type", "article"),
    meta("property", "og:title", edition.title),
    meta("property", "og:description", description),
    meta("property", "og:locale", edition.lang.replaceAll("-", "_")),
    meta("property", "article:published_time", edition.date.iso),
    // Without an icon of its own, a page served over http makes the browser ask the server for one.
    '<link rel="icon" href="data:,">\n',
    `<style>${css}</style>\n</head>\n<body>\n`,
    page.body.trim(),
    "\n</body>\n</html>\n",
  ].join("");
}

/**
 * Whether a finished page is the document that was printed, but for the policy and for the fit, which is that of the print:
 * what was seen of one is then true of the other.
 */
export function isSameDocument(finished: string, printed: string, fit: FitStep): boolean {
  const style = /<style>([\s\S]*?)<\/style>/.exec(printed)?.[1] ?? "";
  const at = style.lastIndexOf(fitVariables(NOMINAL_STEP));
  // A page that sets these variables itself may obey its own rule in one document and the fit in the other.
  if (at < 0 || setsFit(style.slice(0, at))) return false;
  const css = `${style.slice(0, at)}${fitVariables(fit)}${style.slice(at + fitVariables(NOMINAL_STEP).length)}`;
  const expected = printed
    .replace(contentSecurityPolicy(style, true), () => contentSecurityPolicy(css, false))
    .replace(style, () => css);
  return finished === expected;
}

const fitVariables = ({ typePt, leading, space }: FitStep): string =>
  `:root{--fit-type:${typePt}pt;--fit-leading:${leading};--fit-space:${space}}`;

const setsFit = (css: string): boolean => /--fit-(?:type|leading|space)\s*:/.test(css);

/**
 * Nothing may be loaded or run but this one style sheet and what is embedded in the page (CSP level 3). A page that is
 * printed allows its style without the hash: a browser’s tab that takes one document after the other keeps the policies of
 * all, so the hash of one would forbid the style of the next.
 */
function contentSecurityPolicy(css: string, isMeasured: boolean): string {
  const style = isMeasured
    ? "'unsafe-inline'"
    : `'sha256-${createHash("sha256").update(css).digest("base64")}'`;
  return [
    "default-src 'none'",
    `style-src ${style}`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const attributesOf = ({ attributes }: Page): string =>
  [...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', "&quot;");
