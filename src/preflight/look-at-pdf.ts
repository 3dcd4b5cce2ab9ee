import type { SeenLink, ViewFault } from "../formats/page-view.ts";
import { blend, type Colour, contrastOf, WHITE } from "../pdf/colour.ts";
import { areaOf, type Box, intersection, isInside } from "../pdf/geometry.ts";
import type { DrawnRun } from "../pdf/page-content.ts";
import type { PdfContent, PdfPage } from "../pdf/read-pdf.ts";
import { type DenseText, denseTextOf } from "./dense-text.ts";

/** What a reader sees of a PDF. */
export interface PdfSight {
  /** The runs that can be seen, in reading order, and their text. */
  readonly runs: readonly DrawnRun[];
  readonly seen: DenseText;
  readonly links: readonly SeenLink[];
  readonly faults: readonly ViewFault[];
}

/** Less contrast than this is none: nobody finds the text. */
const CONTRAST_SEEN = 1.4;
/** WCAG 2.2, 1.4.3 (AA): text, and text that is large. */
const CONTRAST_MIN = 4.5;
const CONTRAST_MIN_LARGE = 3;
const LARGE_PT = 18;
const LARGE_BOLD_PT = 14;
/** A text of which so much lies under a box cannot be read. */
const COVERED_SHARE = 0.25;
const COVER_OPACITY = 0.5;
/** Texts of which so much lies on one another cannot be read. */
const OVERLAP_SHARE = 0.2;
/** So far, in sizes of the type, a slanted letter or a wide stop may reach over the next of its line. */
const OVERHANG = 0.6;
/** Text so near to the edge runs over it. */
const EDGE_PT = 2;
/** Stands for glyphs whose text is not known. */
const NO_TEXT = "▯";
/** What a picture needs on paper. */
const PPI_MIN = 150;

/** Looks at what a PDF shows as its reader would; `fontFamilies` are those that the template means, none to allow all. */
export function lookAtPdf(content: PdfContent, fontFamilies: readonly string[]): PdfSight {
  const runs: DrawnRun[] = [];
  const faults: ViewFault[] = [];
  for (const page of content.pages) {
    const shown = page.runs.filter((run) => {
      const fault = faultOf(run, page);
      if (fault !== undefined) faults.push({ ...fault, text: run.text.trim() || NO_TEXT });
      return fault === undefined || fault.isSeen;
    });
    runs.push(...shown);
    faults.push(...overlapsAmong(shown), ...coarseImages(page));
  }
  faults.push(...replacedFonts(runs, fontFamilies));
  return {
    runs,
    seen: denseTextOf(runs.map(({ text }) => text)),
    links: content.pages.flatMap(seenLinks),
    faults,
  };
}

function faultOf(
  run: DrawnRun,
  page: PdfPage,
): { kind: ViewFault["kind"]; detail: string; isSeen: boolean } | undefined {
  if (run.visibility === "clipped") return { kind: "clipped", detail: "cut off by its box", isSeen: false };
  if (run.visibility === "off-sheet")
    return { kind: "off-sheet", detail: "beyond the sheet’s edge", isSeen: false };
  if (run.visibility === "unpainted")
    return { kind: "hidden", detail: "printed transparently", isSeen: false };
  if (isCovered(run, page)) return { kind: "hidden", detail: "covered by a box", isSeen: false };
  if (run.missingGlyphs > 0) {
    return {
      kind: "missing-glyph",
      detail: `${run.font.name} lacks ${run.missingGlyphs} of its characters`,
      isSeen: true,
    };
  }
  // What is wholly beyond the edge is not in the file; what is left of it tells.
  if (run.box.left < page.sheet.left + EDGE_PT || run.box.right > page.sheet.right - EDGE_PT) {
    return { kind: "off-sheet", detail: "cut by the sheet’s edge", isSeen: true };
  }
  const contrast = contrastAt(run, page);
  const isLarge = run.sizePt >= LARGE_PT || (run.font.isBold && run.sizePt >= LARGE_BOLD_PT);
  if (contrast === undefined || contrast >= (isLarge ? CONTRAST_MIN_LARGE : CONTRAST_MIN)) return undefined;
  const isSeen = contrast >= CONTRAST_SEEN;
  return { kind: "faint", detail: `${(Math.floor(contrast * 10) / 10).toFixed(1)}:1`, isSeen };
}

/** Whether boxes or pictures that were drawn later lie over a run. */
function isCovered({ box, layer }: DrawnRun, { fills, images }: PdfPage): boolean {
  const area = areaOf(box);
  const covers = (cover: Box) => areaOf(intersection(box, cover)) > COVERED_SHARE * area;
  return (
    fills.some((fill) => fill.layer >= layer && fill.opacity > COVER_OPACITY && covers(fill.box)) ||
    images.some((image) => image.layer >= layer && covers(image.box))
  );
}

/** Contrast of a run with what was drawn under it; undefined on pictures and patterns. */
function contrastAt(run: DrawnRun, { fills, images }: PdfPage): number | undefined {
  const x = (run.box.left + run.box.right) / 2;
  const y = (run.box.bottom + run.box.top) / 2;
  if (run.colour === undefined) return undefined;
  if (images.some(({ box, layer }) => layer < run.layer && isInside(x, y, box))) return undefined;
  let ground: Colour = WHITE;
  for (const { box, layer, colour, opacity } of fills) {
    if (layer >= run.layer || !isInside(x, y, box)) continue;
    if (colour === undefined) return undefined;
    ground = blend(colour, ground, opacity);
  }
  return contrastOf(blend(run.colour, ground, run.opacity), ground);
}

function overlapsAmong(runs: readonly DrawnRun[]): ViewFault[] {
  // From the foot of the sheet upwards: only the next few can touch.
  const upwards = runs
    .filter(({ text }) => text !== "")
    .map(({ box, sizePt, text }) => ({
      sizePt,
      left: box.left,
      right: box.right,
      bottom: box.bottom - 0.1 * sizePt,
      top: box.top + 0.2 * sizePt,
      text,
    }))
    .sort((one, other) => one.bottom - other.bottom);
  const faults: ViewFault[] = [];
  for (const [index, one] of upwards.entries()) {
    for (let next = index + 1; next < upwards.length; next += 1) {
      const other = upwards[next];
      if (other === undefined || other.bottom >= one.top) break;
      if (other.left >= one.right || other.right <= one.left) continue;
      const shared = areaOf(intersection(one, other));
      if (isOnLine(one, other) && reach(one, other) < OVERHANG * Math.min(one.sizePt, other.sizePt)) continue;
      if (shared <= OVERLAP_SHARE * Math.min(areaOf(one), areaOf(other))) continue;
      faults.push({ kind: "overlap", text: one.text.trim(), detail: `lies on “${other.text.trim()}”` });
    }
  }
  return faults;
}

/** Whether two runs stand beside each other: letters with dots and marks reach further up and down than others. */
function isOnLine(one: Upright, other: Upright): boolean {
  const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  return shared > 0.6 * Math.min(one.top - one.bottom, other.top - other.bottom);
}

type Upright = Pick<Box, "bottom" | "top">;

const reach = (one: Pick<Box, "left" | "right">, other: Pick<Box, "left" | "right">): number =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left);

function coarseImages({ images }: PdfPage): ViewFault[] {
  return images.flatMap(({ box, widthPx, heightPx }) => {
    const ppi = Math.min(widthPx / (box.right - box.left), heightPx / (box.top - box.bottom)) * 72;
    return ppi >= PPI_MIN
      ? []
      : [
          {
            kind: "coarse-image" as const,
            text: `${widthPx} × ${heightPx} pixels`,
            detail: `${Math.floor(ppi)} ppi`,
          },
        ];
  });
}

/** Fonts that are not in the file, and fonts of which the template says nothing, each with the first text set in it. */
function replacedFonts(runs: readonly DrawnRun[], families: readonly string[]): ViewFault[] {
  const meant = families.map(plainName);
  const seen = new Set<string>();
  return runs.flatMap(({ font: { name, isEmbedded }, text }) => {
    if (seen.has(name)) return [];
    seen.add(name);
    const isMeant = meant.length === 0 || meant.some((family) => plainName(name).startsWith(family));
    if (isEmbedded && isMeant) return [];
    return [
      {
        kind: "fallback-font" as const,
        text: text.trim() || NO_TEXT,
        detail: isEmbedded ? name : `${name}, not embedded`,
      },
    ];
  });
}

const plainName = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

function seenLinks({ links, runs }: PdfPage): SeenLink[] {
  return links.map(({ href, box }) => {
    const inside = runs.filter((run) =>
      isInside((run.box.left + run.box.right) / 2, (run.box.bottom + run.box.top) / 2, box),
    );
    return { href, text: inside.map(({ text }) => text).join("") };
  });
}
