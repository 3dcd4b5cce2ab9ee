import { buttonLook } from "./button-look.ts";
import { forOthers, forOutlook, LAYOUT_TABLE, vmlButton } from "./outlook.ts";
import { readElements, tagText, type WrittenTag } from "./read-elements.ts";

/** What the markup of a message is finished with. */
export interface MailContext {
  /** Where a reference inside the brief, such as `source-3`, leads; undefined where it leads nowhere. */
  readonly linkOf: (anchor: string) => string | undefined;
  /** The address of an embedded image once it travels with the message; undefined where it cannot. */
  readonly imageOf: (dataUrl: string, alt: string) => string | undefined;
  /** Classes that a kept style sheet names; the others have done their work. */
  readonly classes: ReadonlySet<string>;
}

/** The widest an image may be in the text column, in px. */
const IMAGE_MAX_WIDTH = 536;

/**
 * Turns plain markup whose styles are in its elements into what every mail program lays out alike: tables with the
 * attributes that Outlook wants, columns that stand side by side without media queries, buttons that it draws, images by
 * Content-ID, references that lead to their source on the web.
 */
export function finishMarkup(html: string, context: MailContext): string {
  const tags = readElements(html);
  const dataTables = findDataTables(tags);
  const columns = layColumns(tags);
  const links: ("a" | "span")[] = [];
  const pieces: string[] = [];
  let position = 0;
  for (let index = 0; index < tags.length; index += 1) {
    const tag = tags[index] as WrittenTag;
    if (tag.start < position) continue;
    pieces.push(between(html.slice(position, tag.start)));
    position = tag.end;
    const around = columns.get(index);
    if (tag.isEnd) {
      const name = tag.name === "a" ? (links.pop() ?? "a") : tag.name;
      pieces.push(`</${name}>${around?.after ?? ""}`);
      // White space between columns would take room on their line.
      if (around !== undefined) position = skipSpace(html, position);
      continue;
    }
    const attributes = withFewerAttributes(tag, context.classes);
    switch (tag.name) {
      case "table":
        pieces.push(openTable(attributes, dataTables.has(index)));
        break;
      case "a": {
        if (tag.attributes.has("data-button")) {
          const end = html.indexOf("</a>", tag.end);
          pieces.push(button(attributes, html.slice(tag.end, end)));
          position = end + "</a>".length;
          break;
        }
        const opened = openLink(attributes, context);
        links.push(opened.name);
        pieces.push(opened.text);
        break;
      }
      case "img":
        pieces.push(image(attributes, context));
        break;
      default:
        pieces.push(around === undefined ? tagText(tag.name, attributes) : openColumn(attributes, around));
        if (around !== undefined) position = skipSpace(html, position);
    }
  }
  pieces.push(html.slice(position));
  return pieces.join("");
}

/** Indentation and blank lines of templates are bytes that Gmail counts. */
const between = (text: string): string => (/^\s*\n\s*$/.test(text) ? "\n" : text);

/** Without classes that no style sheet reads any more, marks for this program, and quotation marks that cost six bytes. */
function withFewerAttributes(tag: WrittenTag, classes: ReadonlySet<string>): Map<string, string> {
  const attributes = new Map(
    [...tag.attributes].filter(([name]) => !name.startsWith("data-") && name !== "id" && name !== "rel"),
  );
  const kept = (attributes.get("class") ?? "").split(/\s+/).filter((name) => classes.has(name));
  if (kept.length > 0) attributes.set("class", kept.join(" "));
  else attributes.delete("class");
  const style = attributes.get("style");
  if (style !== undefined) attributes.set("style", style.replaceAll("&quot;", "'").replace(/;?\s*$/, ""));
  return attributes;
}

/** Tables with heads of columns or rows are read as tables; all others only arrange. */
function findDataTables(tags: readonly WrittenTag[]): ReadonlySet<number> {
  const open: number[] = [];
  const found = new Set<number>();
  tags.forEach(({ name, isEnd }, index) => {
    if (name === "table" && !isEnd) open.push(index);
    else if (name === "table") open.pop();
    else if (name === "th" && open.length > 0) found.add(open.at(-1) as number);
  });
  return found;
}

function openTable(attributes: Map<string, string>, isData: boolean): string {
  if (isData)
    return tagText(
      "table",
      new Map([...attributes, ["border", "0"], ["cellpadding", "0"], ["cellspacing", "0"]]),
    );
  const width = attributes.get("width") ?? "100%";
  attributes.delete("width");
  attributes.delete("role");
  return tagText("table", attributes).replace(/^<table/, `<table ${LAYOUT_TABLE} width="${width}"`);
}

/** What stands around the tag at an index, for columns. */
interface ColumnMarkup {
  readonly widthPx: number | null;
  readonly before: string;
  readonly after: string;
}

/** Finds groups of columns and says what stands before each start tag and after each end tag. */
function layColumns(tags: readonly WrittenTag[]): ReadonlyMap<number, ColumnMarkup> {
  const markup = new Map<number, ColumnMarkup>();
  tags.forEach((tag, index) => {
    if (tag.isEnd || !tag.attributes.has("data-columns")) return;
    const groupEnd = endOf(tags, index);
    const starts = tags.flatMap((inner, at) =>
      at > index && at < groupEnd && !inner.isEnd && inner.attributes.has("data-column") ? [at] : [],
    );
    const totalPx = Number.parseInt(tag.attributes.get("data-columns") ?? "", 10) || IMAGE_MAX_WIDTH;
    const perRow = columnsPerRow(starts.length);
    const widthPx = Math.floor(totalPx / perRow);
    markup.set(index, { widthPx: null, before: "", after: "" });
    starts.forEach((start, at) => {
      const isFirst = at % perRow === 0;
      const isLast = at % perRow === perRow - 1 || at === starts.length - 1;
      const cell = `<td width="${widthPx}" valign="top">`;
      const opening = isFirst ? `<table ${LAYOUT_TABLE} width="${totalPx}"><tr>${cell}` : cell;
      markup.set(start, { widthPx, before: forOutlook(opening), after: "" });
      markup.set(endOf(tags, start), {
        widthPx,
        before: "",
        after: forOutlook(isLast ? "</td></tr></table>" : "</td>"),
      });
    });
  });
  return markup;
}

/** Four stand two by two; else up to three share a row. */
function columnsPerRow(count: number): number {
  if (count === 4) return 2;
  return Math.max(1, Math.min(3, count));
}

function endOf(tags: readonly WrittenTag[], start: number): number {
  const name = tags[start]?.name;
  let depth = 0;
  for (let index = start; index < tags.length; index += 1) {
    const tag = tags[index];
    if (tag?.name !== name) continue;
    depth += tag?.isEnd ? -1 : 1;
    if (depth === 0) return index;
  }
  return tags.length;
}

/** Columns stand side by side where there is room, by their own width alone, and below each other where there is not. */
function openColumn(attributes: Map<string, string>, { widthPx, before }: ColumnMarkup): string {
  const own = attributes.get("style") ?? "";
  const style =
    widthPx === null
      ? "font-size:0;text-align:inherit"
      : `display:inline-block;width:100%;max-width:${widthPx}px;vertical-align:top`;
  const named = new Map([...attributes, ...(widthPx === null ? [] : [["class", "column"] as const])]);
  named.set("style", own === "" ? style : `${own};${style}`);
  return before + tagText("div", named);
}

const skipSpace = (html: string, from: number): number => {
  let position = from;
  while (/\s/.test(html[position] ?? "")) position += 1;
  return position;
};

function openLink(attributes: Map<string, string>, { linkOf }: MailContext) {
  const href = attributes.get("href") ?? "";
  if (!href.startsWith("#")) return { name: "a" as const, text: tagText("a", attributes) };
  const target = linkOf(href.slice(1));
  if (target !== undefined) return { name: "a" as const, text: tagText("a", attributes.set("href", target)) };
  attributes.delete("href");
  attributes.delete("aria-label");
  return { name: "span" as const, text: tagText("span", attributes) };
}

function button(attributes: Map<string, string>, label: string): string {
  const look = buttonLook(attributes.get("style") ?? "");
  const href = attributes.get("href") ?? "";
  return forOutlook(vmlButton(href, label, look)) + forOthers(`${tagText("a", attributes)}${label}</a>`);
}

function image(attributes: Map<string, string>, { imageOf }: MailContext): string {
  const source = attributes.get("src") ?? "";
  const alt = attributes.get("alt") ?? "";
  if (source.startsWith("data:")) {
    const address = imageOf(source, alt);
    if (address === undefined) return alt;
    attributes.set("src", address);
  }
  // Outlook reads the attribute; all others make the image as narrow as a phone. Without a height it keeps its shape.
  attributes.delete("height");
  const width = Math.min(Number(attributes.get("width")) || IMAGE_MAX_WIDTH, IMAGE_MAX_WIDTH);
  const own = attributes.get("style") ?? "";
  attributes.set("width", String(width));
  attributes.set("style", `${own === "" ? "" : `${own};`}width:100%;max-width:${width}px`);
  return tagText("img", attributes);
}
