import type { PdfDictionary, PdfValue } from "../../pdf/pdf-value.ts";
import type { FaultPlace } from "../rule.ts";
import type { CodeUse, ContentFault, ContentUse, MarkUse } from "./content-use.ts";

/** What is written down while content is followed. */
export interface Notes {
  readonly colours: Map<PdfValue, FaultPlace>;
  readonly states: Map<PdfDictionary, FaultPlace>;
  readonly images: Map<PdfDictionary, FaultPlace>;
  readonly forms: Map<PdfDictionary, FaultPlace>;
  readonly intents: Map<string, FaultPlace>;
  readonly transparent: Set<number>;
  readonly languages: { text: string; where: FaultPlace }[];
  /** Takes from what may still be followed; false where nothing is left. */
  spend(count: number): boolean;
  fault(kind: ContentFault, what: string, where: FaultPlace): void;
  mark(owner: number, id: number, page: number, tag: string): void;
  /** How many pieces of content were marked so far. */
  marked(): number;
  /** Whether the structure has a text in place of a piece of marked content. */
  isReplaced(owner: number, id: number): boolean;
  /** The codes of a font, to be added to. */
  codesOf(font: PdfDictionary, where: FaultPlace): Map<number, CodeUse>;
}

/** Words of content that are read in all; a file of more is an attack. */
const TOKENS_MAX = 8_000_000;
/** Faults of one kind that are written down. */
const FAULTS_MAX = 1000;

/** Opens an empty notebook; `taken` hands over what stands in it. `replaced` has owners and ids of content, with a point between. */
export function openNotes(replaced: ReadonlySet<string>): Notes & { taken(): ContentUse } {
  const marks = new Map<number, Map<number, MarkUse>>();
  const faults = new Map<ContentFault, { what: string; where: FaultPlace }[]>();
  const fonts = new Map<PdfDictionary, { where: FaultPlace; codes: Map<number, CodeUse> }>();
  const sets = {
    colours: new Map<PdfValue, FaultPlace>(),
    states: new Map<PdfDictionary, FaultPlace>(),
    images: new Map<PdfDictionary, FaultPlace>(),
    forms: new Map<PdfDictionary, FaultPlace>(),
    intents: new Map<string, FaultPlace>(),
    transparent: new Set<number>(),
    languages: [] as { text: string; where: FaultPlace }[],
  };
  let left = TOKENS_MAX;
  let marked = 0;
  return {
    ...sets,
    spend(count) {
      left -= count;
      return left >= 0;
    },
    fault(kind, what, where) {
      const known = faults.get(kind) ?? [];
      faults.set(kind, known);
      if (known.length < FAULTS_MAX) known.push({ what, where });
    },
    marked: () => marked,
    isReplaced: (owner, id) => replaced.has(`${owner}.${id}`),
    mark(owner, id, page, tag) {
      marked += 1;
      const ofOwner = marks.get(owner) ?? new Map<number, MarkUse>();
      marks.set(owner, ofOwner);
      const use = ofOwner.get(id);
      if (use === undefined) ofOwner.set(id, { count: 1, page, tag });
      else use.count += 1;
    },
    codesOf(font, where) {
      const known = fonts.get(font) ?? { where, codes: new Map<number, CodeUse>() };
      fonts.set(font, known);
      return known.codes;
    },
    taken: () => ({ ...sets, marks, faults, fonts, isCut: left < 0 }),
  };
}
