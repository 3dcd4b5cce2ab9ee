/** A document in two parts: its one style sheet, fonts and all, and the rest. */
export interface SeparatedDocument {
  readonly style: string;
  readonly rest: string;
}

const START = "<style>";
const END = "</style>";

/** Whatever else could style a document or must be parsed with it. */
const OTHER_STYLE = /<style|<link\b[^>]*stylesheet|\sstyle=/i;

/** Takes the style sheet out of a document; undefined when it has not just the one. */
export function separateStyle(html: string): SeparatedDocument | undefined {
  const start = html.indexOf(START);
  const end = html.indexOf(END, start);
  if (start < 0 || end < 0) return undefined;
  const rest = html.slice(0, start) + html.slice(end + END.length);
  return OTHER_STYLE.test(rest) ? undefined : { style: html.slice(start + START.length, end), rest };
}

const FONTS = /^(?:\s*@font-face\s*\{[^{}]*\})+/;

/**
 * Gives the fonts at the start of a document’s style sheet a sheet of their own: when the medium changes, a sheet that has
 * rules for media is applied anew, and with its fonts all text would be shaped anew.
 */
export function setFontsApart(html: string, { style }: SeparatedDocument): string {
  const fonts = FONTS.exec(style)?.[0];
  if (fonts === undefined) return html;
  const end = html.indexOf(START) + START.length + fonts.length;
  return `${html.slice(0, end)}${END}${START}${html.slice(end)}`;
}

/**
 * Replaces all of a document but its style sheet. Decoding a sheet’s fonts takes as long as laying the page out a few
 * times, and the pages of one template set have the same. It runs inside the page and can use nothing from outside itself.
 */
export function swapContent(html: string): void {
  const next = new DOMParser().parseFromString(html, "text/html");
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  for (const element of [...document.head.children]) {
    if (element.tagName !== "STYLE") element.remove();
  }
  // A policy stays in force when its element is gone, and another would only be added to it.
  for (const element of next.head.querySelectorAll("title, meta[name], meta[property]")) {
    document.head.append(document.adoptNode(element));
  }
  document.body.replaceWith(document.adoptNode(next.body));
}
