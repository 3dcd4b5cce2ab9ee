import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import {
  hearPage,
  type PageHeading,
  type PageLink,
  type PageSpeech,
  type SilentElement,
} from "./page-speech.ts";

/** Finds what of a page’s body a screen reader would not say, or not in its place; told at the template that wrote it. */
export function findUnheard(body: string, file: string): Diagnostic[] {
  return unheardIn(hearPage(body), { file, line: 1, column: 1 });
}

function unheardIn({ headings, silent }: PageSpeech, where: Place): Diagnostic[] {
  return [
    ...(headings.some(({ level }) => level === 1) ? [] : [diagnose("heading-missing", {}, where)]),
    ...skipped(headings).map((facts) => diagnose("heading-skipped", facts, where)),
    ...silent.map((element) => silenceOf(element, where)),
  ];
}

function silenceOf({ kind, what }: SilentElement, where: Place): Diagnostic {
  if (kind === "picture") return diagnose("picture-unnamed", { tag: what }, where);
  if (kind === "link") return diagnose("link-unnamed", { href: what }, where);
  return diagnose("language-unheard", { words: what }, where);
}

/** What a PDF is told of how its page is heard. */
export interface PageHearing {
  readonly links: readonly PageLink[];
  readonly headings: readonly string[];
  /** Whether nothing of it goes unheard. */
  readonly isAccessible: boolean;
}

const NOWHERE: Place = { file: "", line: 1, column: 1 };

/** How a page’s body is heard. */
export function hearingOf(body: string): PageHearing {
  const speech = hearPage(body);
  const { links, headings } = speech;
  const isAccessible = unheardIn(speech, NOWHERE).length === 0;
  return { links, headings: headings.map(({ text }) => text), isAccessible };
}

/** Headings that stand more than one level below the one before (ISO 14289-1, 7.4.2). */
function skipped(headings: readonly PageHeading[]): { text: string; level: number; before: number }[] {
  // Without a first heading there is only that to be said.
  let before = headings.some(({ level }) => level === 1) ? 0 : 6;
  const found: { text: string; level: number; before: number }[] = [];
  for (const { level, text } of headings) {
    if (level > before + 1) found.push({ text, level, before });
    before = level;
  }
  return found;
}
