import type { FitStep, Overflow, SectionLength } from "../formats/pdf-printer.ts";

/** What came of fitting a page to its sheet. */
export interface SheetFit {
  /** Index in the ladder of the rung that is applied now: the roomiest that fits, or the tightest. */
  readonly rung: number;
  /** Words that could still be added at the tightest rung, an estimate; present when they are asked for and the page fits. */
  readonly spareWords?: number;
  /** Present when even the tightest rung does not fit. */
  readonly overflow?: Overflow;
}

/** A rung that was too roomy: its size, and by how many pixels it was over. */
interface Try {
  readonly size: number;
  readonly overPx: number;
}

/**
 * Applies the roomiest rung of the ladder that fits the sheet, searching from `firstRung` on and never above
 * `roomiest`. It runs inside the page, so it can use nothing from outside itself. The sheet is the element with
 * `data-sheet`, a box of the page's fixed size; within it the element with `data-fit` is the row that takes what height is
 * left, and what it holds may overflow it.
 */
export function fitSheet(
  ladder: readonly FitStep[],
  firstRung: number,
  roomiest = 0,
  isSpareCounted = false,
): SheetFit {
  /** Half a CSS pixel: what layout rounds away is not overflow. */
  const tolerancePx = 0.5;
  const pxPerPt = 96 / 72;
  const sheet = document.querySelector<HTMLElement>("[data-sheet]") ?? document.body;
  const row = sheet.querySelector<HTMLElement>("[data-fit]") ?? sheet;
  // What is inside a drawing is clipped by the drawing.
  const boxes = [...sheet.querySelectorAll<HTMLElement>("*:not(svg *)")];
  const inRow = boxes.filter((box) => box !== row && row.contains(box));
  const outsideRow = boxes.filter((box) => !row.contains(box) && !box.contains(row));
  const texts = textNodesIn(sheet);

  return search();

  /**
   * Every try lays the page out anew, which is most of a print’s cost, but for the first, at which the page is already set.
   * How far one try is over tells where the next should be; without that the search strides out, and halves what is left.
   * It ends between a rung that fits and the next roomier, which does not.
   */
  function search(): SheetFit {
    const tightest = Math.max(0, ladder.length - 1);
    let tooRoomy = roomiest - 1;
    let fitting = ladder.length;
    let next = Math.min(Math.max(firstRung, roomiest), tightest);
    let applied = next;
    let lastMiss: Try | undefined;
    for (let stride = 1; tooRoomy + 1 < fitting; stride *= 2) {
      applied = next;
      const overPx = tryRung(next);
      if (overPx > tolerancePx) {
        tooRoomy = next;
        const miss = { size: sizeOf(next), overPx };
        next = Math.max(firstFitting(miss, lastMiss), tooRoomy + 1);
        lastMiss = miss;
      } else {
        fitting = next;
        next = lastMiss ? Math.floor((tooRoomy + fitting) / 2) : fitting - stride;
      }
      next = Math.min(Math.max(next, tooRoomy + 1), fitting - 1);
    }
    if (fitting > tightest) return { rung: tightest, overflow: overflow(tightest) };
    const spareWords = isSpareCounted ? countSpareWords(tightest) : undefined;
    if (applied !== fitting || isSpareCounted) apply(fitting);
    return { rung: fitting, ...(spareWords === undefined ? {} : { spareWords }) };
  }

  /** The words that the fullest column would still take where it has the longest prose, since that is where one writes. */
  function countSpareWords(tightest: number): number {
    apply(tightest);
    const { bottomPx } = measureLimits();
    const content = boxesWithContent();
    const columns = [...sheet.querySelectorAll<HTMLElement>("[data-section]")]
      .filter((section) => row.contains(section))
      .map((section) => ({ section, sparePx: -columnOverPx(section, content, bottomPx) }))
      .filter(({ sparePx }) => Number.isFinite(sparePx));
    const leastPx = Math.min(...columns.map(({ sparePx }) => sparePx));
    const [longest] = columns
      .filter(({ sparePx }) => sparePx < leastPx + 1)
      .map(({ section }) => longestProse(section))
      .sort((one, other) => other.words - one.words);
    const lineHeightPx = longest?.lineHeightPx || bodyLineHeightPx(tightest);
    const lines = Math.max(0, Math.floor((leastPx + tolerancePx) / lineHeightPx));
    // A line of many holds fewer words than one that is full to its end.
    return longest ? Math.floor((lines * longest.words) / longest.lines) : 0;
  }

  /** How many pixels the page is too high at this rung, or too wide; 0 or less where it fits. */
  function tryRung(rung: number): number {
    apply(rung);
    const limits = measureLimits();
    const overPx = overflowPx(limits);
    return overPx > tolerancePx ? overPx : widthOverflowPx(limits.rightPx);
  }

  /**
   * The roomiest rung that should fit if height follows size: in a straight line through two tries, or, after one, in
   * proportion and a twentieth further, since lines break where they must and what is set small shrinks no more.
   */
  function firstFitting({ size, overPx }: Try, lastTry: Try | undefined): number {
    const heightPx = sheet.clientHeight;
    const slope = lastTry ? (lastTry.overPx - overPx) / (lastTry.size - size) : 0;
    const inLine = slope > 0 ? size - overPx / slope : 0;
    const target = lastTry ? inLine : size * (heightPx / (heightPx + overPx) - 0.05);
    const smaller = ladder.findIndex((_, index) => sizeOf(index) <= target);
    return smaller < 0 ? ladder.length - 1 : smaller;
  }

  /** The height of a page at a rung, in any unit: text takes lines by the square of its size, white space a quarter of that. */
  function sizeOf(rung: number): number {
    const { typePt, leading, space } = ladder[rung] ?? { typePt: 1, leading: 1, space: 1 };
    return typePt * (typePt * leading + 4 * space);
  }

  function apply(rung: number): void {
    const step = ladder[rung];
    if (!step) return;
    const { style } = document.documentElement;
    style.setProperty("--fit-type", `${step.typePt}pt`);
    style.setProperty("--fit-leading", String(step.leading));
    style.setProperty("--fit-space", String(step.space));
  }

  /** The edges that nothing in the row may cross. What the row's surroundings lack in height is taken from the row. */
  function measureLimits() {
    const sheetEdges = contentEdges(sheet);
    const pushedOffPx = Math.max(0, ...outsideRow.map((box) => bottomOf(box) - sheetEdges.bottomPx));
    const rowBottomPx = Math.min(contentEdges(row).bottomPx, sheetEdges.bottomPx);
    return { bottomPx: rowBottomPx - pushedOffPx, rightPx: sheetEdges.rightPx, pushedOffPx };
  }

  function overflowPx({ bottomPx, pushedOffPx }: { bottomPx: number; pushedOffPx: number }): number {
    return inRow.reduce((over, box) => Math.max(over, bottomOf(box) - bottomPx), pushedOffPx);
  }

  /** How far the widest line or box reaches over the right edge; a long word leaves its box, so the text itself is measured. */
  function widthOverflowPx(rightPx: number): number {
    const range = document.createRange();
    let over = 0;
    for (const text of texts) {
      range.selectNodeContents(text);
      over = Math.max(over, range.getBoundingClientRect().right - rightPx);
    }
    for (const box of boxes) over = Math.max(over, box.getBoundingClientRect().right - rightPx);
    return over;
  }

  function overflow(rung: number): Overflow {
    const limits = measureLimits();
    const lineHeightPx = bodyLineHeightPx(rung);
    const lines = Math.max(1, Math.ceil((overflowPx(limits) - tolerancePx) / lineHeightPx));
    const content = boxesWithContent();
    const sections = [...sheet.querySelectorAll<HTMLElement>("[data-section]")].map((section) => ({
      section,
      overPx: Math.max(0, columnOverPx(section, content, limits.bottomPx)),
    }));
    const inTheWay = sections.filter(({ overPx }) => overPx > tolerancePx);
    const lengths = (inTheWay.length > 0 ? inTheWay : sections).map(({ section, overPx }) =>
      measureSection(section, overPx, lineHeightPx),
    );
    return { lines, sections: lengths.sort((one, other) => other.heightPx - one.heightPx) };
  }

  function bodyLineHeightPx(rung: number): number {
    const step = ladder[rung];
    if (step) return step.typePt * pxPerPt * step.leading;
    const style = getComputedStyle(row);
    return Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2;
  }

  function boxesWithContent(): HTMLElement[] {
    return boxes.filter((box) => box.matches("img, svg, hr") || ownText(box) !== "");
  }

  /** How far the section's column is over: shortening a section moves only itself and what stands below it. */
  function columnOverPx(section: HTMLElement, content: HTMLElement[], bottomPx: number): number {
    const { left, right, top } = section.getBoundingClientRect();
    const below = content.filter((box) => {
      const rect = box.getBoundingClientRect();
      return row.contains(box) && rect.right > left + 1 && rect.left < right - 1 && rect.bottom > top;
    });
    return Math.max(...below.map((box) => bottomOf(box) - bottomPx));
  }

  function measureSection(section: HTMLElement, overPx: number, bodyLinePx: number): SectionLength {
    const prose = longestProse(section);
    const linesToCut = Math.max(1, Math.ceil((overPx - tolerancePx) / (prose.lineHeightPx || bodyLinePx)));
    return {
      name: section.dataset.section ?? "",
      words: textNodesIn(section).reduce((sum, text) => sum + countWords(text.data), 0),
      heightPx: Math.round(section.getBoundingClientRect().height),
      // One word more, because a cut seldom ends where a line does.
      wordsToCut: Math.ceil(linesToCut * prose.wordsPerLine) + 1,
    };
  }

  /** The section's longest paragraph, which a writer shortens first: its line height and the words on a full line. */
  function longestProse(section: HTMLElement) {
    const blocks = [section, ...section.querySelectorAll<HTMLElement>("*:not(svg *)")];
    const longest = blocks.reduce((one, other) =>
      ownText(other).length > ownText(one).length ? other : one,
    );
    const lineHeightPx = Number.parseFloat(getComputedStyle(longest).lineHeight) || 0;
    const range = document.createRange();
    range.selectNodeContents(longest);
    const lines = lineHeightPx > 0 ? Math.round(range.getBoundingClientRect().height / lineHeightPx) : 1;
    const words = countWords(ownText(longest));
    // The last line is seldom full, and advice that is not quite enough would send the writer back a second time.
    return { words, lines: Math.max(1, lines), lineHeightPx, wordsPerLine: words / Math.max(1, lines - 1) };
  }

  /** The block's own text, that of its inline elements included; empty for an inline element. */
  function ownText(box: HTMLElement): string {
    if (getComputedStyle(box).display.startsWith("inline")) return "";
    const pieces = [...box.childNodes].map((node) => {
      if (node instanceof Text) return node.data;
      return node instanceof HTMLElement && getComputedStyle(node).display === "inline"
        ? node.textContent
        : " ";
    });
    return pieces.join("").trim();
  }

  function countWords(text: string): number {
    return text.split(/\s+/).filter(Boolean).length;
  }

  /** The lower edge of a visible box. */
  function bottomOf(box: HTMLElement): number {
    const { bottom, width, height } = box.getBoundingClientRect();
    return width > 0 && height > 0 ? bottom : Number.NEGATIVE_INFINITY;
  }

  function contentEdges(box: HTMLElement) {
    const rect = box.getBoundingClientRect();
    const style = getComputedStyle(box);
    const inset = (side: "Bottom" | "Right") =>
      Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`]);
    return { bottomPx: rect.bottom - inset("Bottom"), rightPx: rect.right - inset("Right") };
  }

  function textNodesIn(root: HTMLElement): Text[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && node.data.trim() && !node.parentElement?.closest("svg, style, title")) {
        found.push(node);
      }
    }
    return found;
  }
}
