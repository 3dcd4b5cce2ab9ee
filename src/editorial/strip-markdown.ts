import { type CitationMatch, matchCitation } from "../brief/citation-pattern.ts";

/** A run of prose: a paragraph, a list item or a table cell, without its markup and citations. */
export interface Prose {
  /** One character for one of `raw`; line breaks and no-break spaces are plain spaces. */
  readonly text: string;
  /** Where each character of `text` stands in the raw text. */
  readonly rawOffsets: readonly number[];
  /** Citations in order; `offset` is where in `text` they were taken out. */
  readonly citations: readonly { readonly ids: readonly string[]; readonly offset: number }[];
  /** Parts of `text` that are code or web addresses, to be left as they are. */
  readonly verbatim: readonly Range[];
}

/** From `start` up to but not including `end`, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The prose of a text without any markup. */
export function plainProse(raw: string): Prose {
  const draft = newDraft();
  for (let at = 0; at < raw.length; at++) push(draft, raw.charAt(at), at);
  return draft;
}

/** The prose of one line of Markdown. */
export function lineProse(raw: string): Prose {
  return stripRange(raw, [{ start: 0, end: raw.length }]);
}

/** The prose of Markdown of several paragraphs, one for each paragraph, list item, heading and table cell; code blocks are no prose. */
export function blockProse(raw: string): Prose[] {
  return blocksOf(raw).map((ranges) => stripRange(raw, ranges));
}

interface Draft {
  text: string;
  rawOffsets: number[];
  citations: { ids: readonly string[]; offset: number }[];
  verbatim: Range[];
}

const newDraft = (): Draft => ({ text: "", rawOffsets: [], citations: [], verbatim: [] });

const BLANK = /\s/;

function push(draft: Draft, character: string, rawOffset: number): void {
  draft.text += BLANK.test(character) ? " " : character;
  draft.rawOffsets.push(rawOffset);
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LIST_ITEM = /^(?:\s*>)*\s*(?:[-*]|\d{1,9}[.)])\s+/;
const HEADING = /^ {0,3}#{1,6}\s+/;
const QUOTATION = /^ {0,3}(?:>\s?)+/;
const INDENT = /^\s*/;
const TABLE_RULE = /^[\s|:-]*\|[\s|:-]*$/;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,}|=+)$/;

/** Each block as the parts of its lines that are prose. */
function blocksOf(raw: string): Range[][] {
  const blocks: Range[][] = [];
  let open: Range[] | undefined;
  let fence: string | undefined;
  for (const { line, start } of linesOf(raw)) {
    const mark = FENCE.exec(line)?.[1]?.slice(0, 3);
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark === fence) fence = undefined;
      open = undefined;
      continue;
    }
    if (line.trim() === "" || RULE.test(line) || TABLE_RULE.test(line)) {
      open = undefined;
      continue;
    }
    if (line.trimStart().startsWith("|")) {
      blocks.push(...cellsOf(line, start).map((cell) => [cell]));
      open = undefined;
      continue;
    }
    const marker = LIST_ITEM.exec(line) ?? HEADING.exec(line);
    const skipped = (marker ?? QUOTATION.exec(line) ?? INDENT.exec(line))?.[0].length ?? 0;
    if (open === undefined || marker !== null) {
      open = [];
      blocks.push(open);
    }
    open.push({ start: start + skipped, end: start + line.length + 1 });
    if (HEADING.test(line)) open = undefined;
  }
  return blocks.map((ranges) => ranges.map(({ start, end }) => ({ start, end: Math.min(end, raw.length) })));
}

function linesOf(raw: string): { line: string; start: number }[] {
  let start = 0;
  return raw.split("\n").map((line) => {
    const here = start;
    start += line.length + 1;
    return { line, start: here };
  });
}

function cellsOf(line: string, lineStart: number): Range[] {
  return [...line.matchAll(/[^|]+/g)]
    .filter(([cell]) => cell.trim() !== "")
    .map(({ 0: cell, index }) => ({ start: lineStart + index, end: lineStart + index + cell.length }));
}

function stripRange(raw: string, ranges: readonly Range[]): Prose {
  const draft = newDraft();
  // Markup such as a link may go on in the next line, so that the lines are read as one text.
  const offsets = ranges.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => start + i),
  );
  strip(offsets.map((offset) => raw.charAt(offset)).join(""), offsets, draft);
  return trimmed(draft);
}

/** Only these characters begin markup; the `h` that of a web address. */
const MAY_BE_MARKUP = /[\\`![<*_hH]/;
const CODE = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/;
const LINK = /^!?\[((?:[^[\]\\]|\\.)*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/;
const AUTOLINK = /^<((?:https?:|mailto:)[^\s<>]*)>/i;
const WEB_ADDRESS = /^https?:\/\/[^\s<>]*[^\s<>.,;:!?)]/i;
const STARRED = /^(\*{1,3})(?=\S)([\s\S]*?\S)\1(?!\*)/;
const UNDERSCORED = /^(_{1,3})(?=\S)([\s\S]*?\S)\1(?![\p{L}\p{N}_])/u;
const ESCAPE = /^\\([!-/:-@[-`{-~])/;

/** Reads `source`, whose characters stand at `offsets` of the raw text, into the draft. */
function strip(source: string, offsets: readonly number[], draft: Draft): void {
  let at = 0;
  const inside = (start: number, length: number) => {
    strip(source.slice(start, start + length), offsets.slice(start, start + length), draft);
  };
  const asItStands = (start: number, length: number) => {
    const from = draft.text.length;
    for (let i = start; i < start + length; i++) push(draft, source.charAt(i), offsets[i] ?? 0);
    draft.verbatim.push({ start: from, end: draft.text.length });
  };
  while (at < source.length) {
    if (!MAY_BE_MARKUP.test(source.charAt(at))) {
      push(draft, source.charAt(at), offsets[at] ?? 0);
      at += 1;
      continue;
    }
    const rest = source.slice(at);
    const isInWord = /[\p{L}\p{N}]/u.test(source.charAt(at - 1));
    const citation = matchCitation(rest);
    const code = CODE.exec(rest);
    const link = LINK.exec(rest);
    const autolink = AUTOLINK.exec(rest);
    const address = WEB_ADDRESS.exec(rest);
    const emphasis = STARRED.exec(rest) ?? (isInWord ? null : UNDERSCORED.exec(rest));
    if (ESCAPE.test(rest)) {
      push(draft, rest.charAt(1), offsets[at + 1] ?? 0);
      at += 2;
    } else if (citation !== undefined) {
      cite(draft, citation);
      at += citation.raw.length;
    } else if (code !== null) {
      asItStands(at + (code[1]?.length ?? 0), code[2]?.length ?? 0);
      at += code[0].length;
    } else if (link !== null) {
      inside(at + link[0].indexOf("[") + 1, link[1]?.length ?? 0);
      at += link[0].length;
    } else if (autolink !== null) {
      asItStands(at + 1, autolink[1]?.length ?? 0);
      at += autolink[0].length;
    } else if (address !== null) {
      asItStands(at, address[0].length);
      at += address[0].length;
    } else if (emphasis !== null) {
      inside(at + (emphasis[1]?.length ?? 0), emphasis[2]?.length ?? 0);
      at += emphasis[0].length;
    } else {
      push(draft, source.charAt(at), offsets[at] ?? 0);
      at += 1;
    }
  }
}

/** A citation goes with the space before it, so that the full stop follows its word. */
function cite(draft: Draft, { ids }: CitationMatch): void {
  const kept = draft.text.trimEnd().length;
  draft.text = draft.text.slice(0, kept);
  draft.rawOffsets.length = kept;
  draft.citations.push({ ids, offset: kept });
}

function trimmed(draft: Draft): Prose {
  const lead = draft.text.length - draft.text.trimStart().length;
  const end = draft.text.trimEnd().length;
  const shift = (offset: number) => Math.max(0, Math.min(offset, end) - lead);
  return {
    text: draft.text.slice(lead, end),
    rawOffsets: draft.rawOffsets.slice(lead, end),
    citations: draft.citations.map(({ ids, offset }) => ({ ids, offset: shift(offset) })),
    verbatim: draft.verbatim.map((range) => ({ start: shift(range.start), end: shift(range.end) })),
  };
}
