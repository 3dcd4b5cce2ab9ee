import { isUnsupported } from "./check-support.ts";
import { readElements, tagText, type WrittenTag } from "./read-elements.ts";

/** How a message is looked at in a proof. */
export interface ProofView {
  readonly isDark?: boolean;
  readonly isNarrow?: boolean;
  readonly hasImages?: boolean;
  /** Whether what Outlook for Windows does not know is taken away, and what it alone reads is shown. */
  readonly isOutlook?: boolean;
}

/** A message as it would stand in one mail program: the content of an element of its own. */
export function proofView(html: string, images: ReadonlyMap<string, string>, view: ProofView): string {
  const { isOutlook = false, hasImages = true } = view;
  const shown = isOutlook ? asInOutlook(html) : withoutComments(html);
  const [, bodyStyle = "", body = ""] = /<body[^>]*style="([^"]*)"[^>]*>([\s\S]*)<\/body>/.exec(shown) ?? [];
  const sheets = isOutlook
    ? []
    : [...shown.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = ""]) => css);
  const css = sheets.flatMap((sheet) => rulesFor(sheet, view)).join("");
  const placed = body.replace(/src="cid:([^"]*)"/g, (_, id: string) =>
    hasImages ? `src="${images.get(id) ?? ""}"` : 'src="data:,"',
  );
  return `<style>:host{color-scheme:${view.isDark ? "dark" : "light"}}${css}</style><div style="${bodyStyle}">${placed}</div>`;
}

const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, "");

/** The rules of a sheet that hold in this view, out of their media blocks. */
function rulesFor(css: string, { isDark = false, isNarrow = false }: ProofView): string[] {
  return splitBlocks(css).flatMap((block) => {
    const [, condition = "", inner = ""] = /^@media([^{]*)\{([\s\S]*)\}$/.exec(block) ?? [];
    // Outlook sets these marks itself.
    if (condition === "") return block.startsWith("[data-ogs") ? [] : [block];
    const holds = /prefers-color-scheme/.test(condition) ? isDark : isNarrow;
    return holds ? [inner] : [];
  });
}

/** The rules and at-rules of a sheet, each with its braces. */
function splitBlocks(css: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < css.length; index += 1) {
    if (css[index] === "{") depth += 1;
    if (css[index] === "}") depth -= 1;
    if (css[index] !== "}" || depth > 0) continue;
    blocks.push(css.slice(start, index + 1).trim());
    start = index + 1;
  }
  return blocks;
}

/** The message without what Outlook for Windows ignores, by the support table, and with what it alone reads. */
function asInOutlook(html: string): string {
  const revealed = html
    .replace(/<!--\[if !mso\]><!-->[\s\S]*?<!--<!\[endif\]-->/g, "")
    .replace(/<!--\[if mso\]>([\s\S]*?)<!\[endif\]-->/g, "$1")
    .replace(/<v:roundrect[\s\S]*?<\/v:roundrect>/g, drawnButton);
  const pieces: string[] = [];
  let position = 0;
  for (const tag of readElements(revealed)) {
    const style = tag.attributes.get("style");
    if (tag.isEnd || style === undefined) continue;
    pieces.push(
      revealed.slice(position, tag.start),
      tagText(tag.name, new Map([...tag.attributes, ["style", knownStyle(style, tag)]])),
    );
    position = tag.end;
  }
  return withoutComments(pieces.join("") + revealed.slice(position));
}

/** The declarations that Outlook honours on this element. */
function knownStyle(style: string, { name }: WrittenTag): string {
  const isCell = name === "td" || name === "th" || name === "table";
  const known = style.split(";").filter((declaration) => {
    const property = declaration.slice(0, declaration.indexOf(":")).trim();
    const isBox = /^(?:padding|max-width|width|height)/.test(property);
    return !(isBox && !isCell) && !isUnsupported(property, "outlook-windows");
  });
  // Hidden by a property of its own that browsers do not know.
  return style.includes("mso-hide:all") ? "display:none" : known.join(";");
}

/** A stand-in for the drawing of a button. */
function drawnButton(vml: string): string {
  const [, size = ""] = / style="([^"]*)"/.exec(vml) ?? [];
  const [, fill = ""] = / fillcolor="([^"]*)"/.exec(vml) ?? [];
  const [, text = "", label = ""] = /<center style="([^"]*)">([\s\S]*?)<\/center>/.exec(vml) ?? [];
  return `<table cellpadding="0" cellspacing="0"><tr><td align="center" style="background-color:${fill};${size};${text}">${label}</td></tr></table>`;
}
