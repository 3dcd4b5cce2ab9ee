import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Asset } from "./asset.ts";
import type { Citation, RichText } from "./edition.ts";
import type { Fragment } from "./fragment.ts";
import { known, type MarkdownToken, parseBlocks, parseLine } from "./parse-markdown.ts";
import { printable } from "./printable.ts";
import { renderBlocks } from "./render-blocks.ts";
import { type Prose, renderInline } from "./render-inline.ts";
import { sanitize } from "./sanitize.ts";

/** What a text may refer to, and where it stands. */
export interface ProseContext {
  /** The numbered reference of a source id; undefined when there is no such source. */
  readonly cite: (id: string) => Citation | undefined;
  /** Images by their path as written. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Where to point the author to. */
  readonly where?: Place | undefined;
}

/** Rich text, with a warning for each link and image that it shows as text. Rendering cannot fail. */
export interface RenderedMarkdown {
  readonly richText: RichText;
  readonly warnings: readonly Diagnostic[];
}

/** Safe rich text of a one-line field: line breaks become spaces, images and block markup are shown as text. */
export function lineMarkdown(markdown: string, context: ProseContext): RenderedMarkdown {
  const prose = beginProse(context, false);
  return finish(renderInline(parseLine(printable(markdown).trim()), prose), prose);
}

/** Safe rich text of a field with paragraphs, lists, quotations, code and tables; headings become bold paragraphs. */
export function blockMarkdown(markdown: string, context: ProseContext): RenderedMarkdown {
  const prose = beginProse(context, true);
  return finish(renderBlocks(parseBlocks(printable(markdown)), prose), prose);
}

/** The paths, as written, of the images in a field of paragraphs that could lie beside the brief: no web or data: addresses. */
export function findImages(markdown: string): string[] {
  const paths = allTokens(parseBlocks(printable(markdown))).flatMap((token) =>
    token.type === "image" && !HAS_SCHEME_OR_HOST.test(token.href) ? [token.href] : [],
  );
  return [...new Set(paths)];
}

const HAS_SCHEME_OR_HOST = /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i;

function beginProse(context: ProseContext, hasParagraphs: boolean): Prose {
  return { ...context, hasParagraphs, isInLink: false, depth: 0, warnings: [] };
}

function finish({ html, text }: Fragment, { warnings }: Prose): RenderedMarkdown {
  return { richText: { html: sanitize(html), text: text.trim() }, warnings };
}

function allTokens(tokens: readonly MarkdownToken[]): MarkdownToken[] {
  return tokens.flatMap((token) => [token, ...allTokens(childrenOf(token))]);
}

function childrenOf(token: MarkdownToken): MarkdownToken[] {
  if (token.type === "list") return token.items;
  if (token.type === "table") {
    return [token.header, ...token.rows].flat().flatMap(({ tokens }) => known(tokens));
  }
  return "tokens" in token ? known(token.tokens) : [];
}
