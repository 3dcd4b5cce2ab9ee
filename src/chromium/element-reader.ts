import type { Box, Ground } from "./text-run.ts";

/** What an element’s ancestors do to whatever is inside it. */
export interface Setting {
  /** The nearest element that is no part of a line. */
  readonly block: Element;
  readonly opacity: number;
  /** Size as it is seen to size as it is computed. */
  readonly scale: number;
  /** Where what is in the flow can be seen; and what is positioned against an ancestor, or against the window. */
  readonly clip: Box;
  readonly absoluteClip: Box;
  readonly fixedClip: Box;
  readonly ground: Ground | undefined;
  readonly isRotated: boolean;
  readonly isMasked: boolean;
  /** Whether it is put behind its surroundings. */
  readonly isSunk: boolean;
  /** A filter or blending that changes colours in ways that are not followed here. */
  readonly effect: string;
}

/** What becomes of the inside of an element. */
export type Entry =
  | { readonly kind: "open"; readonly setting: Setting }
  /** Nobody shall see it, by the customary pattern: it is for screen readers. */
  | { readonly kind: "unseen" }
  | { readonly kind: "hidden"; readonly detail: string };

/** What can be said of elements on their own. */
export type ElementReader = ReturnType<typeof elementReader>;

/** Whether a property may have another than its initial value: to ask for a value takes longer than all that is done with it. */
export type MayBeSet = (property: string) => boolean;

/** Reads what an element’s style does to its inside. It runs inside the page, so it can use nothing from outside itself. */
export function elementReader(readColour: (css: string) => Ground["colour"]) {
  const CLEAR = "rgba(0, 0, 0, 0)";
  return { enter, pass, paintOf, boxesOf, intersect };

  function enter(
    element: Element,
    style: CSSStyleDeclaration,
    outer: Setting,
    isPaper: boolean,
    mayBeSet: MayBeSet,
  ): Entry {
    const opacity = outer.opacity * opacityOf(style, mayBeSet);
    const shape = shapeOf(style, mayBeSet);
    const scale = outer.scale * shape.scale;
    const detail = hiddenBy(style, opacity, shape, mayBeSet);
    if (detail) return hidden(detail);

    const { position, display } = style;
    const isInline = display === "inline" || display === "contents";
    const isContained = mayBeSet("contain") && /paint|strict|content/.test(style.contain);
    const canClip = !isInline || element instanceof SVGSVGElement;
    const isClipping =
      canClip &&
      (isContained || (mayBeSet("overflow-x") && isOverflowSet(style) && !isViewportScroller(element)));
    const hasShape = mayBeSet("clip-path") && style.clipPath !== "none";
    const hasOldClip =
      (position === "absolute" || position === "fixed") && mayBeSet("clip") && style.clip !== "auto";
    if (hasShape || hasOldClip || (isClipping && position !== "static")) {
      const { width, height } = element.getBoundingClientRect();
      const isTiny = width <= 2 && height <= 2;
      const isTakenOut = position === "absolute" || position === "fixed";
      if (isTiny && isClipping && (hasShape || hasOldClip || isTakenOut)) return { kind: "unseen" };
      if (hasOldClip && isNothing(style.clip)) return hidden(`clip: ${style.clip}`);
      if (hasShape && isNothing(style.clipPath)) return hidden(`clip-path: ${style.clipPath}`);
    }

    const base =
      position === "fixed" ? outer.fixedClip : position === "absolute" ? outer.absoluteClip : outer.clip;
    const own = isClipping ? intersect(base, clipBox(element, style, isPaper, isContained)) : base;
    const holdsFixed =
      isContained ||
      (mayBeSet("transform") && style.transform !== "none") ||
      (mayBeSet("filter") && style.filter !== "none");
    const holdsAbsolute = holdsFixed || position !== "static";
    const setting: Setting = {
      block: isInline || display.startsWith("ruby") || isPartOfText(element) ? outer.block : element,
      opacity,
      scale,
      clip: own,
      absoluteClip: holdsAbsolute ? own : outer.absoluteClip,
      fixedClip: holdsFixed ? own : outer.fixedClip,
      ground: groundOf(element, style, outer.ground, opacity),
      isRotated: outer.isRotated || shape.isRotated,
      isMasked: outer.isMasked || hasShape || hasOldClip,
      isSunk: outer.isSunk || (mayBeSet("z-index") && Number(style.zIndex) < 0),
      effect: outer.effect || effectOf(style, mayBeSet),
    };
    return { kind: "open", setting };
  }

  /** What an element does that no rule lets do anything but stand in its place. */
  function pass(element: Element, display: string, outer: Setting): Setting {
    const isInline = display === "inline" || display === "contents" || display.startsWith("ruby");
    return isInline ? outer : { ...outer, block: element };
  }

  function isOverflowSet({ overflowX, overflowY }: CSSStyleDeclaration): boolean {
    return overflowX !== "visible" || overflowY !== "visible";
  }

  function hiddenBy(
    style: CSSStyleDeclaration,
    opacity: number,
    shape: { readonly scale: number; readonly isFlipped: boolean },
    mayBeSet: MayBeSet,
  ): string {
    if (mayBeSet("content-visibility") && style.contentVisibility === "hidden")
      return "content-visibility: hidden";
    if (opacity < 0.1) return `opacity: ${round(opacity)}`;
    if (mayBeSet("mask-image") && style.maskImage !== "none") return "mask-image";
    const blur = mayBeSet("filter") ? /blur\(([\d.]+)px\)/.exec(style.filter) : null;
    if (blur && Number(blur[1]) > 1) return `filter: blur(${blur[1]}px)`;
    if (shape.isFlipped) return "transform: mirrored or turned away";
    return shape.scale < 0.05 ? "transform: scaled to nothing" : "";
  }

  function hidden(detail: string): Entry {
    return { kind: "hidden", detail };
  }

  /** What `overflow` on the root, or on the body in its place, does to the window is another matter. */
  function isViewportScroller(element: Element): boolean {
    if (element === document.documentElement) return true;
    if (element !== document.body) return false;
    const root = getComputedStyle(document.documentElement);
    return root.overflowX === "visible" && root.overflowY === "visible";
  }

  function isPartOfText(element: Element): boolean {
    return (
      element.namespaceURI === "http://www.w3.org/2000/svg" &&
      /^(?:tspan|textPath|a)$/.test(element.localName)
    );
  }

  function opacityOf(style: CSSStyleDeclaration, mayBeSet: MayBeSet): number {
    const filtered = mayBeSet("filter") ? /opacity\(([\d.]+)\)/.exec(style.filter) : null;
    return (mayBeSet("opacity") ? Number(style.opacity) : 1) * (filtered ? Number(filtered[1]) : 1);
  }

  function effectOf(style: CSSStyleDeclaration, mayBeSet: MayBeSet): string {
    if (mayBeSet("filter") && /brightness|contrast|invert/.test(style.filter))
      return `filter: ${style.filter}`;
    const isBlended = mayBeSet("mix-blend-mode") && !/^(?:normal|multiply)$/.test(style.mixBlendMode);
    return isBlended ? `mix-blend-mode: ${style.mixBlendMode}` : "";
  }

  function shapeOf(style: CSSStyleDeclaration, mayBeSet: MayBeSet) {
    let scale = mayBeSet("zoom") ? Number(style.zoom) || 1 : 1;
    let isRotated = mayBeSet("rotate") && style.rotate !== "none";
    let isFlipped = false;
    if (mayBeSet("scale") && style.scale !== "none") {
      const factors = style.scale.split(" ").map(Number);
      scale *= Math.min(...factors.map(Math.abs));
      isFlipped = factors.some((factor) => factor < 0);
    }
    const transform = mayBeSet("transform") ? style.transform : "none";
    if (transform !== "none") {
      const matrix = new DOMMatrixReadOnly(transform);
      const { a, b, c, d } = matrix;
      scale *= Math.min(Math.hypot(a, b), Math.hypot(c, d));
      isRotated ||= Math.abs(b) > 0.02 || Math.abs(c) > 0.02;
      const isAway = !matrix.is2D && matrix.m33 < 0 && style.backfaceVisibility === "hidden";
      isFlipped ||= a * d - b * c < 0 || isAway;
    }
    return { scale, isRotated, isFlipped };
  }

  /** Whether a shape to clip by surely leaves nothing. */
  function isNothing(shape: string): boolean {
    if (/^(?:circle|ellipse)\(0(?:px|%)?\b/.test(shape)) return true;
    const inset = /^inset\(([^)]*?)(?: round.*)?\)$/.exec(shape)?.[1]?.split(" ");
    if (inset) {
      const [top = "0", right = top, bottom = top, left = right] = inset;
      const isHalf = (one: string, other: string) =>
        [one, other].every((edge) => edge.endsWith("%")) &&
        Number.parseFloat(one) + Number.parseFloat(other) >= 100;
      return isHalf(top, bottom) || isHalf(left, right);
    }
    const edges = /^rect\(([^)]*)\)$/.exec(shape)?.[1]?.split(/[ ,]+/).map(Number.parseFloat);
    if (!edges) return false;
    const [top = 0, right = 0, bottom = 0, left = 0] = edges;
    return right - left <= 2 || bottom - top <= 2;
  }

  /** The inside of an element’s border, without end where its overflow can be seen or scrolled to. */
  function clipBox(
    element: Element,
    style: CSSStyleDeclaration,
    isPaper: boolean,
    isContained: boolean,
  ): Box {
    const rect = element.getBoundingClientRect();
    const left = rect.left + element.clientLeft;
    const top = rect.top + element.clientTop;
    const right = element instanceof HTMLElement ? left + element.clientWidth : rect.right;
    const bottom = element instanceof HTMLElement ? top + element.clientHeight : rect.bottom;
    const isScrolling = (overflow: string, sizePx: number) =>
      !isPaper && sizePx > 20 && (overflow === "auto" || overflow === "scroll");
    const isOpen = (overflow: string) => overflow === "visible" && !isContained;
    const scrollsAcross = isScrolling(style.overflowX, right - left);
    const scrollsDown = isScrolling(style.overflowY, bottom - top);
    const isRtl = style.direction === "rtl";
    const openX = isOpen(style.overflowX);
    const openY = isOpen(style.overflowY);
    return {
      left: openX || (scrollsAcross && isRtl) ? Number.NEGATIVE_INFINITY : left,
      right: openX || (scrollsAcross && !isRtl) ? Number.POSITIVE_INFINITY : right,
      top: openY ? Number.NEGATIVE_INFINITY : top,
      bottom: openY || scrollsDown ? Number.POSITIVE_INFINITY : bottom,
    };
  }

  function groundOf(
    element: Element,
    style: CSSStyleDeclaration,
    under: Ground | undefined,
    opacity: number,
  ): Ground | undefined {
    const { backgroundColor, backgroundImage } = style;
    if (backgroundColor === CLEAR && backgroundImage === "none") return under;
    if (style.display === "contents" || style.backgroundClip === "text") return under;
    const isCanvas = element === document.documentElement || element === document.body;
    const boxes = isCanvas ? undefined : boxesOf(element, style.display);
    return { element, boxes, ...paintOf(style), opacity, under };
  }

  /** The background’s colour and image; a picture that does not fill it is an ornament. */
  function paintOf(style: CSSStyleDeclaration): Pick<Ground, "colour" | "image"> {
    const { backgroundColor, backgroundImage } = style;
    const isOrnament =
      backgroundImage.startsWith("url(") &&
      style.backgroundRepeat === "no-repeat" &&
      !/cover|contain|100%/.test(style.backgroundSize);
    const image = backgroundImage === "none" || isOrnament ? "" : backgroundImage;
    return { colour: readColour(backgroundColor), image };
  }

  /** An element in a line has a box in each line. The window is at the start of the document whenever boxes are read. */
  function boxesOf(element: Element | Range, display: string): Box[] {
    if (display !== "inline") return [copy(element.getBoundingClientRect())];
    const boxes: Box[] = [];
    for (const rect of element.getClientRects()) boxes.push(copy(rect));
    return boxes;
  }

  function copy({ left, top, right, bottom }: DOMRect): Box {
    return { left, top, right, bottom };
  }

  function intersect(one: Box, other: Box): Box {
    return {
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    };
  }

  function round(value: number): number {
    return Math.round(value * 100) / 100;
  }
}
