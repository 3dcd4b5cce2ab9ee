import type { ViewFaultKind } from "../formats/page-view.ts";
import type { Colour, ColourSense } from "./colour-sense.ts";
import type { Box, Ground, PaintedBox, TextRun } from "./text-run.ts";

/** What was found of a page, to be judged by what is painted over what. */
export interface PaintEvidence {
  readonly runs: readonly TextRun[];
  readonly painted: readonly PaintedBox[];
  /** The pieces of the page’s text; what turns out to be covered is taken out. */
  readonly pieces: string[];
  readonly report: (kind: ViewFaultKind, text: string, detail: string) => void;
  readonly isPaper: boolean;
  readonly isCertain: boolean;
}

/** Judges what is painted over what; says whether that was in doubt. */
export type PaintJudge = ReturnType<typeof paintJudge>;

/**
 * Finds text that stands out too little or is covered. Only what lies behind or before a text without holding it makes the
 * order of painting matter; the browser is asked about it, which takes a window of real height. It runs inside the page, so
 * it can use nothing from outside itself and what it is given.
 */
export function paintJudge(colours: ColourSense) {
  const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

  return ({ runs, painted, pieces, report, isPaper, isCertain }: PaintEvidence): boolean => {
    const boxes = painted.toSorted((one, other) => one.box.top - other.box.top);
    let canvas: Colour | undefined;
    let isInDoubt = false;
    for (const run of runs) {
      const nearby = boxesNear(run, boxes);
      const shapes = nearby.filter((box) => isShapeBeside(box.element, run.element));
      const others = nearby.filter((box) => !shapes.includes(box));
      const isDoubtful = others.length > 0 || run.isMasked || run.isSunk;
      isInDoubt ||= isDoubtful;
      const cover = coverOf(run, shapes) || (isDoubtful && isCertain ? askBrowser(run, others) : "");
      if (cover) {
        pieces[run.piece] = "";
        report("hidden", run.node.data, cover);
      } else if (!isDoubtful) judge(run, (line, part) => groundsOf(run, line, part, shapes));
    }
    if (isCertain) window.scrollTo({ left: 0, top: 0, behavior: "instant" });
    return isInDoubt;

    function judge(run: TextRun, groundsAt: (line: Box, part: number) => Colour[]): void {
      const isLarge = run.sizePx >= 24 || (run.sizePx >= 18.66 && run.isBold);
      const enough = isLarge ? 3 : 4.5;
      let least = Number.POSITIVE_INFINITY;
      const parts = shapesMatter(run) ? [0.05, 0.5, 0.95] : [0.5];
      for (const line of run.lines) {
        for (const part of parts) {
          for (const ground of run.halo ? [run.halo] : groundsAt(line, part)) {
            for (const letters of run.colours) {
              least = Math.min(least, colours.contrast(colours.mix(letters, ground, run.opacity), ground));
            }
          }
        }
      }
      if (least >= enough - 0.005) return;
      const ratio = `${Math.floor(least * 10) / 10}:1`;
      if (least < 1.1) {
        pieces[run.piece] = "";
        report("hidden", run.node.data, `the colour of its background, ${ratio}`);
      } else report("faint", run.node.data, ratio);
    }

    /** What covers a text of a drawing: a shape that is drawn later. */
    function coverOf(run: TextRun, shapes: readonly PaintedBox[]): string {
      const above = shapes.filter(({ order, cover }) => order > run.order && cover >= 0.5);
      const isCovered = above.some(({ element }) =>
        run.lines.some((line) => isInShape(element, centre(line, 0.5))),
      );
      return isCovered ? "covered by a shape" : "";
    }

    function groundsOf(run: TextRun, line: Box, part: number, shapes: readonly PaintedBox[]): Colour[] {
      const point = centre(line, part);
      const below = shapes.filter(
        ({ order, element, colours: [fill] }) => fill && order < run.order && isInShape(element, point),
      );
      const base = layersUnder(run.ground, point);
      return below
        .sort((one, other) => one.order - other.order)
        .reduce(
          (grounds, { colours: [fill], cover }) =>
            fill ? grounds.map((ground) => colours.mix({ ...fill, alpha: cover }, ground)) : grounds,
          base,
        );
    }

    /** What the text’s ancestors paint at a point, each possible colour of it. */
    function layersUnder(ground: Ground | undefined, point: { x: number; y: number }): Colour[] {
      if (!ground) {
        canvas ??= isPaper ? WHITE : canvasColour();
        return [canvas];
      }
      const isThere = !ground.boxes || ground.boxes.some((box) => isInBox(box, point));
      if (!isThere) return layersUnder(ground.under, point);
      const isOpaque = ground.colour.alpha * ground.opacity === 1;
      if (isOpaque && ground.image === "") return [ground.colour];
      const under = isOpaque
        ? [ground.colour]
        : layersUnder(ground.under, point).map((one) => colours.mix(ground.colour, one, ground.opacity));
      if (ground.image === "") return under;
      const shown = colours.coloursOf(ground.image);
      return under.flatMap((one) => shown.map((colour) => colours.mix(colour, one, ground.opacity)));
    }

    /** Scrolls to a text and asks the browser what is painted there, from the top down. */
    function askBrowser(run: TextRun, others: readonly PaintedBox[]): string {
      const records = new Map(
        painted.filter(({ pseudoLevel }) => pseudoLevel === undefined).map((box) => [box.element, box]),
      );
      const undo = makeTouchable([run.element, ...others.map(({ element }) => element)]);
      const found: { line: Box; part: number; grounds: Colour[] }[] = [];
      let cover = "";
      for (const line of run.lines) {
        for (const part of run.isRotated ? [0.5] : [0.1, 0.5, 0.9]) {
          cover ||= ask(line, part);
        }
      }
      undo();
      if (cover === "") {
        judge(run, (line, part) =>
          found
            .filter((one) => one.line === line && Math.abs(one.part - part) < 0.06)
            .flatMap(({ grounds }) => grounds),
        );
      }
      return cover;

      function ask(line: Box, part: number): string {
        const point = centre(line, part);
        window.scrollTo({ left: 0, top: point.y - innerHeight / 2, behavior: "instant" });
        const stack = document.elementsFromPoint(point.x - scrollX, point.y - scrollY);
        const level = stack.findIndex((element) => element === run.element || run.element.contains(element));
        if (stack.length === 0) return "";
        const above = level < 0 ? stack : stack.slice(0, level);
        const under = level < 0 ? [] : stack.slice(level);
        const covering = above.find((element) => (records.get(element)?.cover ?? 0) >= 0.5);
        if (covering) return `covered by <${covering.localName}>`;
        if (level < 0) return run.isMasked ? "clip-path" : "";
        const pseudo = others.find(
          ({ pseudoLevel = -1, cover: share, box }) =>
            pseudoLevel >= 0 && share >= 0.5 && isInBox(box, point),
        );
        if (pseudo && !isRaised(run.element, pseudo))
          return `covered by a pseudo-element of <${pseudo.element.localName}>`;
        found.push({ line, part, grounds: groundsIn(under, point, others) });
        return "";
      }

      function groundsIn(
        under: readonly Element[],
        point: { x: number; y: number },
        beside: readonly PaintedBox[],
      ): Colour[] {
        let base = run.ground;
        while (base?.boxes) base = base.under;
        let grounds = layersUnder(base, point);
        for (const element of under.toReversed()) {
          const record = records.get(element);
          if (record?.ground) {
            const layer = { ...record.ground, under: undefined, boxes: undefined };
            grounds = grounds.flatMap((one) => paintOver(layer, one));
          } else if (record) {
            const shown = record.colours.map((colour) => ({ ...colour, alpha: colour.alpha * record.cover }));
            grounds = grounds.flatMap((one) => shown.map((colour) => colours.mix(colour, one)));
          }
          for (const { element: owner, box, colours: shown, pseudoLevel } of beside) {
            if (pseudoLevel === undefined || owner !== element || !isInBox(box, point)) continue;
            grounds = grounds.flatMap((one) => shown.map((colour) => colours.mix(colour, one)));
          }
        }
        return grounds;
      }
    }

    function paintOver(ground: Ground, base: Colour): Colour[] {
      const filled = colours.mix(ground.colour, base, ground.opacity);
      if (ground.image === "") return [filled];
      return colours.coloursOf(ground.image).map((colour) => colours.mix(colour, filled, ground.opacity));
    }
  };

  /** What is painted where a text is, without holding it. Most is elsewhere, so that is asked first. */
  function boxesNear(run: TextRun, boxes: readonly PaintedBox[]): PaintedBox[] {
    const near: PaintedBox[] = [];
    const lowest = run.lines.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY);
    for (const one of boxes) {
      if (one.box.top >= lowest) break;
      for (const line of run.lines) {
        if (!meets(one.box, line)) continue;
        if (!holds(one, run)) near.push(one);
        break;
      }
    }
    return near;
  }

  /** Whether a text stands inside what is painted, so that it is its ground. */
  function holds({ element, ground }: PaintedBox, { isSunk, element: inner }: TextRun): boolean {
    return ground !== undefined && !isSunk && element.contains(inner);
  }

  function isRaised(element: Element, pseudo: PaintedBox): boolean {
    for (let one: Element | null = element; one && one !== pseudo.element; one = one.parentElement) {
      const { position, zIndex } = getComputedStyle(one);
      if (position !== "static" && (Number.parseInt(zIndex, 10) || 0) >= (pseudo.pseudoLevel ?? 0))
        return true;
    }
    return false;
  }

  function makeTouchable(elements: readonly Element[]): () => void {
    const before = elements.map((element) => {
      const { style } = element as HTMLElement;
      const value = style.getPropertyValue("pointer-events");
      style.setProperty("pointer-events", "auto", "important");
      return () => style.setProperty("pointer-events", value);
    });
    return () => {
      for (const restore of before) restore();
    };
  }

  function shapesMatter({ element }: TextRun): boolean {
    return element instanceof SVGElement;
  }

  function isShapeBeside(shape: Element, text: Element): boolean {
    return (
      shape instanceof SVGElement &&
      text instanceof SVGElement &&
      shape.ownerSVGElement === text.ownerSVGElement
    );
  }

  function isInShape(shape: Element, { x, y }: { x: number; y: number }): boolean {
    if (!(shape instanceof SVGGeometryElement)) return true;
    const matrix = shape.getScreenCTM();
    if (!matrix) return false;
    return shape.isPointInFill(new DOMPoint(x - scrollX, y - scrollY).matrixTransform(matrix.inverse()));
  }

  function centre({ left, top, right, bottom }: Box, part: number) {
    return { x: left + (right - left) * part, y: (top + bottom) / 2 };
  }

  function isInBox({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }): boolean {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  function meets(box: Box, line: Box): boolean {
    if (box.bottom <= line.top || box.right <= line.left || box.left >= line.right) return false;
    const height = line.bottom - line.top;
    return (
      Math.min(box.right, line.right) - Math.max(box.left, line.left) > 1 &&
      Math.min(box.bottom, line.bottom - 0.15 * height) - Math.max(box.top, line.top + 0.22 * height) > 1
    );
  }

  /** What a page stands on that paints nothing itself: white, or the dark of a dark page. */
  function canvasColour(): Colour {
    const probe = document.documentElement.appendChild(document.createElement("p"));
    probe.style.display = "none";
    probe.style.color = "Canvas";
    const colour = colours.read(getComputedStyle(probe).color);
    probe.remove();
    return colour;
  }
}
