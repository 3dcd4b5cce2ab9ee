import type { Tokens } from "marked";
import { type Fragment, inElement, joinFragments, plainFragment } from "./fragment.ts";
import { known, type MarkdownToken } from "./parse-markdown.ts";
import { asWritten, DEPTH_MAX, type Prose, renderInline } from "./render-inline.ts";

/** Renders paragraphs and what stands between them. */
export function renderBlocks(tokens: readonly MarkdownToken[], prose: Prose): Fragment {
  const deeper = { ...prose, depth: prose.depth + 1 };
  const shown = tokens.filter(({ type, raw }) => type !== "space" && raw.trim() !== "");
  if (prose.depth > DEPTH_MAX) return joinFragments(shown.map(paragraphAsWritten), "\n\n");
  return joinFragments(
    shown.map((token) => renderBlock(token, deeper)),
    "\n\n",
  );
}

function renderBlock(token: MarkdownToken, prose: Prose): Fragment {
  switch (token.type) {
    case "paragraph":
      return inElement("p", renderInline(known(token.tokens), prose));
    case "text":
      return inElement("p", renderInline([token], prose));
    case "heading":
      // The page owns the order of headings; one inside a text would break it for a screen reader.
      return inElement("p", inElement("strong", renderInline(known(token.tokens), prose)));
    case "list":
      return renderList(token, prose);
    case "blockquote":
      return renderQuotation(token, prose);
    case "code":
      if (token.text.trim() === "") return paragraphAsWritten(token);
      return inElement("pre", inElement("code", plainFragment(token.text)));
    case "hr":
      return { html: "<hr>", text: token.raw.trim() };
    case "table":
      return losesCells(token) ? paragraphAsWritten(token) : renderTable(token, prose);
    default:
      return paragraphAsWritten(token);
  }
}

function paragraphAsWritten({ raw }: { readonly raw: string }): Fragment {
  return inElement("p", asWritten(raw.trim()));
}

function renderList({ ordered, start, items }: Tokens.List, prose: Prose): Fragment {
  const first = ordered && start !== "" ? start : 1;
  const rendered = items.map((item, index) => {
    const { html, text } = renderItem(item, prose);
    const mark = ordered ? `${first + index}. ` : "• ";
    const indented = text.replaceAll("\n", `\n${" ".repeat(mark.length)}`);
    return { html: `<li>${html}</li>`, text: mark + indented };
  });
  const { html, text } = joinFragments(rendered, "\n");
  const opening = ordered ? (first === 1 ? "<ol>" : `<ol start="${first}">`) : "<ul>";
  return { html: `${opening}${html}</${ordered ? "ol" : "ul"}>`, text };
}

/** An item of a tight list stands without paragraphs; the box of a task is text. */
function renderItem({ loose, tokens }: Tokens.ListItem, prose: Prose): Fragment {
  const [first, ...rest] = known(tokens).filter(({ type }) => type !== "space");
  if (first?.type === "checkbox") {
    return joinFragments([asWritten(first.raw), renderItemPieces(rest, loose, prose)]);
  }
  return renderItemPieces(first === undefined ? [] : [first, ...rest], loose, prose);
}

function renderItemPieces(pieces: readonly MarkdownToken[], isLoose: boolean, prose: Prose): Fragment {
  if (isLoose) return renderBlocks(pieces, prose);
  return joinFragments(
    pieces.map((piece) =>
      piece.type === "text" ? renderInline([piece], prose) : renderBlocks([piece], prose),
    ),
    "\n",
  );
}

function renderQuotation({ tokens }: Tokens.Blockquote, prose: Prose): Fragment {
  const { html, text } = inElement("blockquote", renderBlocks(known(tokens), prose));
  return { html, text: text.replace(/^/gm, "> ") };
}

/** Whether a row has more cells than the head; GFM drops those, and figures with them. */
function losesCells({ raw, header, rows }: Tokens.Table): boolean {
  const [head = "", , ...body] = raw.split("\n");
  const cells = [header, ...rows].flat().map(({ text }) => text);
  return content([head, ...body].join("")) !== content(cells.join(""));
}

const content = (text: string): string => text.replace(/[\s|\\]/g, "");

function renderTable({ header, rows }: Tokens.Table, prose: Prose): Fragment {
  const head = renderRow(header, '<th scope="col">', "</th>", prose);
  const body = joinFragments(
    rows.map((row) => renderRow(row, "<td>", "</td>", prose)),
    "\n",
  );
  const bodyHtml = rows.length === 0 ? "" : inElement("tbody", body).html;
  return {
    html: `<table>${inElement("thead", head).html}${bodyHtml}</table>`,
    text: rows.length === 0 ? head.text : `${head.text}\n${body.text}`,
  };
}

function renderRow(cells: readonly Tokens.TableCell[], open: string, close: string, prose: Prose): Fragment {
  const rendered = cells.map((cell) => {
    const { html, text } = renderInline(known(cell.tokens), prose);
    return { html: `${open}${html}${close}`, text };
  });
  return inElement("tr", joinFragments(rendered, " | "));
}
