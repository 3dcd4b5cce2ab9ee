import type { Tokens } from "marked";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { decodeReferences } from "./decode-references.ts";
import type { Citation } from "./edition.ts";
import { escapeHtml } from "./escape-html.ts";
import { type Fragment, inElement, joinFragments, plainFragment } from "./fragment.ts";
import type { ProseContext } from "./markdown.ts";
import { type CitationToken, known, type MarkdownToken } from "./parse-markdown.ts";
import { safeHref } from "./safe-href.ts";
import { isEmbeddable } from "./sanitize.ts";
import { shortUrl } from "./short-url.ts";

/** The state of one text while it is rendered. */
export interface Prose extends ProseContext {
  readonly hasParagraphs: boolean;
  readonly isInLink: boolean;
  readonly depth: number;
  readonly warnings: Diagnostic[];
}

/** Deeper nesting than anyone writes is shown as written; HTML parsers flatten elements from depth 512 on. */
export const DEPTH_MAX = 12;

/** Renders the pieces of a line. */
export function renderInline(tokens: readonly MarkdownToken[], prose: Prose): Fragment {
  if (prose.depth > DEPTH_MAX) return asWritten(tokens.map(({ raw }) => raw).join(""));
  const deeper = { ...prose, depth: prose.depth + 1 };
  const pieces = tokens.map((token) => renderPiece(token, deeper));
  return joinFragments(pieces.map((piece, index) => (isRaised(pieces[index + 1]) ? closeUp(piece) : piece)));
}

/** The author’s characters, line breaks as spaces. */
export function asWritten(raw: string): Fragment {
  return plainFragment(raw.replace(/[ \t]*\n\s*/g, " "));
}

const RAISED = '<sup class="cite">';

const isRaised = (piece: Fragment | undefined): boolean => piece?.html.startsWith(RAISED) ?? false;

/** A raised number follows its word at once; authors write a space before the bracket. */
const closeUp = ({ html, text }: Fragment): Fragment => ({ html: html.replace(/\s+$/, ""), text });

function renderPiece(token: MarkdownToken, prose: Prose): Fragment {
  switch (token.type) {
    case "text":
      if (token.tokens !== undefined) return renderInline(known(token.tokens), prose);
      return asWritten(decodeReferences(token.raw));
    case "escape":
      return plainFragment(token.text);
    case "strong":
    case "em":
      return inElement(token.type, renderInline(known(token.tokens), prose));
    case "codespan":
      return inElement("code", plainFragment(token.text));
    case "br":
      return prose.hasParagraphs ? { html: "<br>", text: "\n" } : plainFragment(" ");
    case "link":
      return renderLink(token, prose);
    case "image":
      return renderImage(token, prose);
    case "citation":
      return renderCitation(token, prose);
    default:
      return asWritten(token.raw);
  }
}

function renderLink(link: Tokens.Link, prose: Prose): Fragment {
  const written = link.autolink ? link.href : decodeReferences(link.href);
  const href = safeHref(written);
  if (href === undefined) {
    prose.warnings.push(diagnose("link-refused", { written: link.raw }, prose.where));
    return asWritten(link.raw);
  }
  const inside = { ...prose, isInLink: true };
  const label = link.autolink ? plainFragment(link.text) : renderInline(known(link.tokens), inside);
  const shown = label.text.trim() === "" ? plainFragment(written) : label;
  if (prose.isInLink) return shown;
  const title = link.title ? ` title="${escapeHtml(decodeReferences(link.title))}"` : "";
  return {
    html: `<a href="${escapeHtml(href)}" rel="noopener noreferrer"${title}>${shown.html}</a>`,
    text: isSameAddress(shown.text, written)
      ? shown.text
      : `${shown.text} (${written.replace(/^mailto:/i, "")})`,
  };
}

function isSameAddress(label: string, address: string): boolean {
  return shortUrl(label.trim()) === shortUrl(address);
}

function renderImage(image: Tokens.Image, prose: Prose): Fragment {
  const asset = prose.assets.get(image.href);
  if (!prose.hasParagraphs || asset === undefined || !isEmbeddable(asset.dataUrl)) {
    const reason = prose.hasParagraphs ? "not-supplied" : "one-line";
    prose.warnings.push(diagnose("image-refused", { written: image.raw, reason }, prose.where));
    return asWritten(image.raw);
  }
  const alt = joinFragments(known(image.tokens).map((token) => renderPiece(token, prose))).text;
  const size = `width="${Math.round(asset.widthPx)}" height="${Math.round(asset.heightPx)}"`;
  return { html: `<img src="${asset.dataUrl}" alt="${escapeHtml(alt)}" ${size}>`, text: alt };
}

function renderCitation({ ids, raw }: CitationToken, prose: Prose): Fragment {
  const citations = ids.flatMap((id) => prose.cite(id) ?? []);
  if (citations.length < ids.length) return asWritten(raw);
  const numbers = citations.map(({ number }) => number).join(", ");
  const links = prose.isInLink ? numbers : citations.map(citationLink).join(", ");
  // Without a space, “in 2025” and a raised 2 would be copied, searched and read aloud as 20252.
  return { html: `${RAISED}${NO_BREAK_SPACE}${links}</sup>`, text: `[${numbers}]` };
}

const NO_BREAK_SPACE = "\u00a0";

function citationLink({ anchor, label, number }: Citation): string {
  return `<a href="#${anchor}" aria-label="${escapeHtml(label)}">${number}</a>`;
}
