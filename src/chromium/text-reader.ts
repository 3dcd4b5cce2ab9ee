import type { ViewFaultKind } from "../formats/page-view.ts";
import type { Colour, ColourSense } from "./colour-sense.ts";
import type { ElementReader, MayBeSet, Setting } from "./element-reader.ts";
import type { Box, TextRun } from "./text-run.ts";

/** A text node as it is seen. */
export interface ReadText {
  readonly run: TextRun | undefined;
  /** Its words that can be seen. */
  readonly text: string;
  readonly faults: readonly {
    readonly kind: ViewFaultKind;
    readonly detail: string;
    readonly part: string;
  }[];
}

interface TextPlace {
  readonly frame: Box;
  readonly isPaper: boolean;
  readonly isSvg: boolean;
  readonly mayBeSet: MayBeSet;
}

/** What can be said of the text in a page. */
export type TextReader = ReturnType<typeof textReader>;

/** Measures text. It runs inside the page, so it can use nothing from outside itself and what it is given. */
export function textReader(colours: ColourSense, elements: ElementReader) {
  /** Below this nobody reads it, whatever the medium. */
  const VANISHED_PX = 3;
  const SMALLEST_PX = { paper: (8 * 96) / 72, screen: 9, raised: (5 * 96) / 72 };
  const range = document.createRange();
  return { readerFor, paintOf, boxOfPseudo };

  /** Reads the text nodes of one element, whose style is looked up once. */
  function readerFor(element: Element, style: CSSStyleDeclaration, setting: Setting, place: TextPlace) {
    let known: ReturnType<typeof readType> | undefined;
    return (node: Text, order: number, piece: number): ReadText => {
      known ??= readType(element, style, setting, place);
      const { fault, type } = known;
      if (fault) return { run: undefined, text: "", faults: [{ ...fault, part: node.data }] };
      range.selectNodeContents(node);
      const lines = elements.boxesOf(range, "inline").filter(({ left, right }) => right > left);
      if (lines.length === 0) return unseen(node, "hidden", "not laid out or of no size");
      const tallest = Math.max(...lines.map(({ top, bottom }) => bottom - top));
      if (tallest < 0.5 * type.sizePx && !setting.isRotated)
        return unseen(node, "hidden", "letters of no height");
      const cut = lines.map((line) => cutOf(line, type.sizePx, setting, place));
      const whole = lines.filter((_, index) => cut[index] === "");
      const run = { node, element, block: setting.block, lines: whole, order, piece, ...type };
      const faults = type.faults.map((one) => ({ ...one, part: node.data }));
      const worst = cut.find((one) => one !== "");
      if (worst === undefined) return { run, text: node.data, faults };
      const words = splitBySight(node, setting, place);
      const kind = worst.startsWith("off ") ? "off-sheet" : "clipped";
      return {
        run,
        text: words.seen,
        faults: [...faults, { kind, detail: worst, part: words.lost || node.data }],
      };
    };
  }

  function unseen(node: Text, kind: ViewFaultKind, detail: string): ReadText {
    return { run: undefined, text: "", faults: [{ kind, detail, part: node.data }] };
  }

  function readType(
    element: Element,
    style: CSSStyleDeclaration,
    setting: Setting,
    { isPaper, isSvg, mayBeSet }: TextPlace,
  ) {
    const { opacity, isRotated, isMasked, isSunk, ground, effect } = setting;
    const sizePx = Number.parseFloat(style.fontSize) * setting.scale * (isSvg ? svgScale(element) : 1);
    const { letters, halo } = isSvg ? paintOfLabel(style) : { letters: lettersOf(style), halo: undefined };
    const type = {
      sizePx,
      // It matters only for letters that are large.
      isBold: sizePx > 18 && Number(style.fontWeight) >= 700,
      isRotated,
      isMasked,
      isSunk,
      opacity,
      ground,
      colours: letters,
      halo,
      faults: [] as { kind: ViewFaultKind; detail: string }[],
    };
    const strength = Math.max(0, ...letters.map(({ alpha }) => alpha)) * opacity;
    const hidden = hiddenBy(style, sizePx, strength, mayBeSet);
    if (hidden) return { type, fault: { kind: "hidden" as const, detail: hidden } };
    const isSqueezed = mayBeSet("letter-spacing") && Number.parseFloat(style.letterSpacing) < -0.25 * sizePx;
    if (isSqueezed)
      return { type, fault: { kind: "overlap" as const, detail: `letter-spacing: ${style.letterSpacing}` } };
    if (effect) type.faults.push({ kind: "faint", detail: effect });
    const usual = isPaper ? SMALLEST_PX.paper : SMALLEST_PX.screen;
    const least = sizePx < usual && element.closest("sup, sub") ? SMALLEST_PX.raised : usual;
    if (sizePx < least - 0.05) {
      const size = isPaper ? `${round((sizePx * 72) / 96)} pt` : `${round(sizePx)} px`;
      type.faults.push({ kind: "small", detail: size });
    }
    return { type, fault: undefined };
  }

  function hiddenBy(
    style: CSSStyleDeclaration,
    sizePx: number,
    strength: number,
    mayBeSet: MayBeSet,
  ): string {
    const { fontSize } = style;
    const visibility = mayBeSet("visibility") ? style.visibility : "visible";
    const security = mayBeSet("-webkit-text-security")
      ? style.getPropertyValue("-webkit-text-security")
      : "none";
    const isTurned =
      mayBeSet("unicode-bidi") && style.unicodeBidi.includes("override") && style.direction === "rtl";
    if (visibility !== "visible") return `visibility: ${visibility}`;
    if (sizePx < VANISHED_PX) return `font-size: ${fontSize}`;
    if (strength < 0.1) return "color: transparent";
    if (security !== "" && security !== "none") return `-webkit-text-security: ${security}`;
    return isTurned ? `unicode-bidi: ${style.unicodeBidi}` : "";
  }

  /** The colours that letters in an element have now. */
  function paintOf(element: Element): { letters: Colour[]; halo: Colour | undefined } {
    const style = getComputedStyle(element);
    return element instanceof SVGElement
      ? paintOfLabel(style)
      : { letters: lettersOf(style), halo: undefined };
  }

  /** Filled with the background, letters have its colours. */
  function lettersOf(style: CSSStyleDeclaration): Colour[] {
    const fill = colours.read(style.webkitTextFillColor);
    if (fill.alpha >= 0.1 || style.backgroundClip !== "text") return [fill];
    return [colours.read(style.backgroundColor), ...colours.coloursOf(style.backgroundImage)].filter(
      ({ alpha }) => alpha > 0,
    );
  }

  function paintOfLabel(style: CSSStyleDeclaration) {
    const { fill, stroke, strokeWidth, paintOrder } = style;
    const isHalo =
      paintOrder.startsWith("stroke") && stroke.startsWith("rgb") && Number.parseFloat(strokeWidth) >= 2;
    const halo = isHalo ? colours.read(stroke) : undefined;
    if (fill === "none") return { letters: [], halo };
    if (fill.startsWith("url(")) return { letters: [{ red: 0, green: 0, blue: 0, alpha: 1 }], halo };
    const colour = colours.read(fill);
    const alpha = colour.alpha * Number(style.fillOpacity);
    return { letters: [alpha === 1 ? colour : { ...colour, alpha }], halo };
  }

  function svgScale(element: Element): number {
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    return matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1;
  }

  /** What cuts a line more than the space around its letters; empty when nothing does. */
  function cutOf(line: Box, sizePx: number, { clip }: Setting, { frame, isPaper }: TextPlace): string {
    if (isCutBy(line, clip, sizePx)) return "overflow";
    return isCutBy(line, frame, sizePx) ? `off the ${isPaper ? "sheet" : "screen"}` : "";
  }

  function isCutBy(line: Box, clip: Box, sizePx: number): boolean {
    const height = line.bottom - line.top;
    const spare = 0.3 * sizePx;
    return (
      clip.top - line.top > 0.25 * height ||
      line.bottom - clip.bottom > 0.2 * height ||
      clip.left - line.left > spare ||
      line.right - clip.right > spare
    );
  }

  /** Which words of a text that is cut can be seen. */
  function splitBySight(node: Text, { clip }: Setting, { frame }: TextPlace) {
    const open = elements.intersect(clip, frame);
    const seen: string[] = [];
    const lost: string[] = [];
    for (const match of node.data.matchAll(/\s*\S+\s*/g)) {
      const word = match[0];
      const start = match.index + word.length - word.trimStart().length;
      range.setStart(node, start);
      range.setEnd(node, start + word.trim().length);
      const boxes = elements.boxesOf(range, "inline");
      const isWhole =
        boxes.length > 0 && boxes.every((box) => !isCutBy(box, open, (box.bottom - box.top) / 4));
      (isWhole ? seen : lost).push(word);
    }
    return { seen: seen.join(""), lost: lost.join("") };
  }

  /** Where an absolutely positioned pseudo-element is; a page cannot ask for that. */
  function boxOfPseudo(element: Element, style: CSSStyleDeclaration): Box {
    let holder: Element | null = element;
    while (holder && holder !== document.documentElement && getComputedStyle(holder).position === "static") {
      holder = holder.parentElement;
    }
    const within = holder ?? document.documentElement;
    const [outer] = elements.boxesOf(within, "");
    const px = (value: string) => Number.parseFloat(value) || 0;
    const left = (style.position === "fixed" ? 0 : (outer?.left ?? 0) + within.clientLeft) + px(style.left);
    const top = (style.position === "fixed" ? 0 : (outer?.top ?? 0) + within.clientTop) + px(style.top);
    const isBorderBox = style.boxSizing === "border-box";
    const extra = (...sides: string[]) => (isBorderBox ? 0 : sides.reduce((sum, side) => sum + px(side), 0));
    const width =
      px(style.width) +
      extra(style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth);
    const height =
      px(style.height) +
      extra(style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth);
    return { left, top, right: left + width, bottom: top + height };
  }

  function round(value: number): number {
    return Math.round(value * 10) / 10;
  }
}
