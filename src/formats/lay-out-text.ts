import { VALUE_END, VALUE_START } from "../render/helpers.ts";
import { textWidth } from "./text-width.ts";

/** Columns of a line: what mail programs quote twice without breaking (RFC 3676, 4.2 asks for fewer than 78). */
export const TEXT_COLUMNS = 72;

/**
 * Lays out what a text template wrote. In the template’s own characters, never in a brief’s, these mean something:
 * `# ` and `## ` at the start of a line begin a heading, `---` alone is a rule, blanks at the start indent the whole
 * paragraph, and the first two blanks in a row are a margin: what follows hangs there, on neighbouring lines alike.
 */
export function layOutText(written: string, columns = TEXT_COLUMNS): string {
  const lines = readLines(written);
  alignMargins(lines);
  const text = lines.map((line) => layOutLine(line, columns)).join("\n");
  const tidy = text.replace(/[^\S\n]+$/gm, "").replace(/\n{3,}/g, "\n\n");
  return `${tidy.replace(/^\n+|\n+$/g, "")}\n`;
}

/** One line of the template, with the values that stand in it. */
interface TemplateLine {
  /** 1 and 2 for headings, 0 for all else. */
  readonly level: 0 | 1 | 2;
  readonly isRule: boolean;
  /** What stands before the margin, with the indentation. */
  readonly left: string;
  readonly right: string;
  /** Column of the margin; equal to the width of `left` where there is none. */
  margin: number;
  readonly hasMargin: boolean;
}

function readLines(written: string): TemplateLine[] {
  return splitOutsideValues(written).map(readLine);
}

/** Lines of the template; a value of several lines stays in one. */
function splitOutsideValues(written: string): string[] {
  const lines = [""];
  let isValue = false;
  for (const character of written.replaceAll("\r", "")) {
    if (character === VALUE_START) isValue = true;
    if (character === VALUE_END) isValue = false;
    if (character === "\n" && !isValue) lines.push("");
    else lines[lines.length - 1] += character;
  }
  return lines;
}

function readLine(line: string): TemplateLine {
  const { marks = "", rest = "" } = /^(?<marks>##? )?(?<rest>[\s\S]*)$/.exec(line)?.groups ?? {};
  const level = (marks === undefined ? 0 : marks.trim().length) as 0 | 1 | 2;
  const { left, right, hasMargin } = splitAtMargin(rest);
  const plain = { left: withoutMarks(left), right: withoutMarks(right) };
  return { level, isRule: line === "---", ...plain, hasMargin, margin: textWidth(plain.left) };
}

function splitAtMargin(line: string) {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  let isValue = false;
  for (let index = indent; index < line.length; index += 1) {
    if (line[index] === VALUE_START) isValue = true;
    if (line[index] === VALUE_END) isValue = false;
    if (isValue || !line.startsWith("  ", index)) continue;
    const end = index + (/^ +/.exec(line.slice(index))?.[0].length ?? 0);
    return { left: line.slice(0, end), right: line.slice(end), hasMargin: true };
  }
  return { left: line.slice(0, indent), right: line.slice(indent), hasMargin: false };
}

const withoutMarks = (text: string): string => text.replaceAll(VALUE_START, "").replaceAll(VALUE_END, "");

/** The widest left part that neighbours are aligned with. */
const ALIGNED_MAX = 20;

/** Neighbouring lines with margins share the widest. */
function alignMargins(lines: readonly TemplateLine[]): void {
  let start = 0;
  while (start < lines.length) {
    let end = start;
    while (lines[end]?.hasMargin) end += 1;
    const group = lines.slice(start, end).filter(({ margin }) => margin <= ALIGNED_MAX);
    const margin = Math.max(0, ...group.map((line) => line.margin));
    for (const line of group) line.margin = margin;
    start = end + 1;
  }
}

function layOutLine(
  { level, isRule, left, right, margin, hasMargin }: TemplateLine,
  columns: number,
): string {
  if (isRule) return "-".repeat(columns);
  const first = hasMargin ? left + " ".repeat(Math.max(0, margin - textWidth(left))) : left;
  const rest = " ".repeat(margin);
  const wrapped = right
    .split("\n")
    .map((paragraph, index) => wrapParagraph(paragraph, index === 0 ? first : rest, rest, columns))
    .join("\n");
  if (level === 0) return wrapped;
  const widest = Math.max(...wrapped.split("\n").map(textWidth));
  return `${wrapped}\n${(level === 1 ? "=" : "-").repeat(widest)}`;
}

/** A paragraph of a value; the lines of a list’s item hang behind its mark. */
function wrapParagraph(paragraph: string, first: string, rest: string, columns: number): string {
  const { mark = "", text = "" } =
    /^(?<mark> *(?:(?:• |> |\d{1,3}\. )+)?)(?<text>[\s\S]*)$/.exec(paragraph)?.groups ?? {};
  const hanging = rest + (mark.includes(">") ? mark : " ".repeat(textWidth(mark)));
  const lines: string[] = [];
  let line = first + mark;
  let isEmpty = true;
  for (const word of text.replace(NUMBERS, unbroken).split(/[ \t]+/)) {
    const isTooLong = !isEmpty && textWidth(line) + 1 + textWidth(word) > columns;
    if (isTooLong) {
      lines.push(line);
      line = hanging + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  lines.push(line);
  // A no-break space has done its work; in plain text it would only hide a phrase from a search.
  return lines.join("\n").replaceAll(/[\u00a0\u202f]/g, " ");
}

/** Numbers of sources, which stay on one line. */
const NUMBERS = /\[\d+(?:, \d+)+\]/g;

const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");
