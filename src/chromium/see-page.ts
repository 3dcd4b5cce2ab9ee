import type { Medium, PageView, ViewFault } from "../formats/page-view.ts";
import type { ColourSense } from "./colour-sense.ts";
import type { ElementKinds } from "./element-kinds.ts";
import type { ElementReader, MayBeSet, Setting } from "./element-reader.ts";
import type { faultList } from "./fault-list.ts";
import type { OverlapFinder } from "./find-overlaps.ts";
import type { PaintJudge } from "./judge-paint.ts";
import type { RuleFacts } from "./rule-scan.ts";
import type { TextReader } from "./text-reader.ts";
import type { Box, PaintedBox, TextRun } from "./text-run.ts";

/** How a page is to be looked at. */
export interface LookRequest {
  readonly medium: Medium;
  /** The sheet on paper, as far as it has an end; null on a screen. */
  readonly sheet: { readonly width: number; readonly height: number | null; readonly margin: number } | null;
  /** Whether the window has its real height, so that it can be asked what is painted over what. */
  readonly isCertain: boolean;
}

/** What was seen; if it is in doubt, the page must be looked at in a window of real height. */
export interface Look extends PageView {
  readonly isInDoubt: boolean;
  /** Whether its fonts and pictures were there. */
  readonly isSettled: boolean;
  /** Whether screens may follow the fit that is found for paper. */
  readonly followsFit: boolean;
}

/** What is in a page to be seen, before it is judged by its colours. */
export interface Sight {
  /** What was looked at: a body is replaced with its page. */
  readonly body: Element;
  readonly request: LookRequest;
  readonly runs: readonly TextRun[];
  readonly painted: readonly PaintedBox[];
  /** The page’s text in pieces, of which a run knows its own. */
  readonly pieces: readonly string[];
  readonly links: readonly { href: string; from: number; to: number; alt: string }[];
  readonly faults: readonly ViewFault[];
  readonly isInDoubt: boolean;
}

/** What the eye is made of; each part runs inside the page. */
export interface EyeParts {
  readonly colours: ColourSense;
  readonly elements: ElementReader;
  readonly texts: TextReader;
  readonly kinds: ElementKinds;
  readonly scanRules: () => RuleFacts;
  readonly faultList: typeof faultList;
  readonly findOverlaps: OverlapFinder;
  readonly judgePaint: PaintJudge;
}

/** Finds what is in a page that is laid out. It runs inside the page, so it can use nothing from outside itself and its parts. */
export function seePage(
  { colours, elements, texts, kinds, scanRules, faultList }: EyeParts,
  request: LookRequest,
): Sight {
  const { sheet } = request;
  const EVERYWHERE: Box = {
    left: Number.NEGATIVE_INFINITY,
    top: Number.NEGATIVE_INFINITY,
    right: Number.POSITIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
  };
  const isPaper = sheet !== null;
  const root = document.documentElement;
  const facts = scanRules();
  const frame = sheet ? sheetFrame(sheet) : screenFrame();
  const { report, all } = faultList();
  const pieces: string[] = [];
  const links: { href: string; from: number; to: number; alt: string }[] = [];
  const runs: TextRun[] = [];
  const painted: PaintedBox[] = [];
  const generating = new Set(
    facts.generating.length > 0 ? document.querySelectorAll(facts.generating.join()) : [],
  );
  const isStyledByAttributes =
    document.body.matches("[style]") ||
    document.querySelector("body [style], [hidden=until-found], bdo") !== null ||
    [...root.style].some((property) => !property.startsWith("--"));
  const mayBeSet: MayBeSet = (property) => isStyledByAttributes || facts.declared.has(property);
  const acting =
    facts.acting === undefined || isStyledByAttributes
      ? undefined
      : new Set(facts.acting.length > 0 ? document.querySelectorAll(facts.acting.join()) : []);
  let order = 0;
  let isInDoubt = facts.usesWindowHeight;

  walk();
  return { body: document.body, request, runs, painted, pieces, links, faults: all(), isInDoubt };

  function walk(): void {
    const clip = isScrollable()
      ? EVERYWHERE
      : { ...EVERYWHERE, right: innerWidth, bottom: Math.max(innerHeight, 800) };
    const outer: Setting = {
      block: root,
      opacity: 1,
      scale: 1,
      clip,
      absoluteClip: clip,
      fixedClip: clip,
      ground: undefined,
      isRotated: false,
      isMasked: false,
      isSunk: false,
      effect: "",
    };
    const style = getComputedStyle(root);
    const entry =
      style.display === "none" ? undefined : elements.enter(root, style, outer, isPaper, mayBeSet);
    if (entry?.kind !== "open")
      report("hidden", root.textContent, entry?.kind === "hidden" ? entry.detail : "display: none");
    else visit(document.body, entry.setting);
  }

  function visit(element: Element, outer: Setting): void {
    const name = element.localName;
    if (kinds.unread.has(name)) return;
    const style = getComputedStyle(element);
    if (style.display === "none") {
      report("hidden", element.textContent, "display: none");
      return;
    }
    const isSvg = element.namespaceURI === kinds.svg;
    // Drawings have attributes for many properties, which descend like those.
    const mayBe = isSvg ? () => true : mayBeSet;
    const isPlain = acting !== undefined && kinds.plain.has(name) && !acting.has(element) && !isSvg;
    const setting = isPlain
      ? elements.pass(element, style.display, outer)
      : enter(element, style, outer, isSvg, mayBe);
    if (!setting) return;
    if (name === "img") seeImage(element as HTMLImageElement, style, setting);
    if (kinds.pictures.has(name)) return;

    const isBlock = isSvg ? name === "text" : name === "br" || setting.block === element;
    if (isBlock) pieces.push("\n");
    else if (isSvg && (element.hasAttribute("dy") || element.hasAttribute("x"))) pieces.push(" ");
    const from = pieces.length;
    const isGenerating = generating.has(element);
    if (isGenerating) pieces.push(generate(element, "::before", setting));
    const isClosed = name === "details" && !(element as HTMLDetailsElement).open;
    let readText: ReturnType<TextReader["readerFor"]> | undefined;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (isClosed && child.nodeName !== "SUMMARY") report("hidden", child.textContent, "closed details");
      else if (child.nodeType === Node.ELEMENT_NODE) visit(child as Element, setting);
      else if (child.nodeType === Node.TEXT_NODE) {
        readText ??= texts.readerFor(element, style, setting, { frame, isPaper, isSvg, mayBeSet: mayBe });
        see(child as Text, readText);
      }
    }
    if (isGenerating) pieces.push(generate(element, "::after", setting));
    if (name === "a" && element.hasAttribute("href")) linkTo(element, from);
    if (isBlock) pieces.push("\n");
  }

  /** What an element does to its inside; undefined when nothing in it can be seen. */
  function enter(
    element: Element,
    style: CSSStyleDeclaration,
    outer: Setting,
    isSvg: boolean,
    mayBe: MayBeSet,
  ): Setting | undefined {
    const entry = elements.enter(element, style, outer, isPaper, mayBe);
    if (entry.kind === "hidden") report("hidden", element.textContent, entry.detail);
    if (entry.kind !== "open") return undefined;
    if (isSvg) paintShape(element, style, entry.setting);
    else paint(element, style, entry.setting, outer);
    return entry.setting;
  }

  function see(node: Text, readText: ReturnType<TextReader["readerFor"]>): void {
    const { data } = node;
    if (!/\S/.test(data)) {
      pieces.push(data === "" ? "" : " ");
      return;
    }
    order += 1;
    const { run, text, faults: found } = readText(node, order, pieces.length);
    pieces.push(text.replace(/[ \t\n\r\f]+/g, " "));
    if (run) runs.push(run);
    for (const { kind, detail, part } of found) report(kind, part, detail);
  }

  /** Keeps what is painted beside text, to find what lies behind and before it. */
  function paint(element: Element, style: CSSStyleDeclaration, setting: Setting, outer: Setting): void {
    order += 1;
    if (style.position === "fixed") isInDoubt = true;
    const { ground, opacity } = setting;
    const isPicture = kinds.pictures.has(element.localName);
    if (!isPicture && (ground === outer.ground || !ground?.boxes)) return;
    if (style.visibility !== "visible") return;
    const common = { element, order, pseudoLevel: undefined };
    if (isPicture) {
      const shown = colours.coloursOf("url()");
      for (const box of elements.boxesOf(element, "")) {
        painted.push({ ...common, box, ground: undefined, cover: opacity, colours: shown });
      }
    } else if (ground) {
      const cover = (ground.image === "" ? ground.colour.alpha : 1) * ground.opacity;
      for (const box of ground.boxes ?? []) painted.push({ ...common, box, ground, cover, colours: [] });
    }
  }

  function paintShape(element: Element, style: CSSStyleDeclaration, { opacity }: Setting): void {
    order += 1;
    const isImage = element.localName === "image";
    if (!isImage && !kinds.shapes.has(element.localName)) return;
    if ((style.fill === "none" && !isImage) || style.visibility !== "visible") return;
    const fill = isImage || style.fill.startsWith("url(") ? undefined : colours.read(style.fill);
    const cover = (fill?.alpha ?? 1) * Number(style.fillOpacity) * opacity;
    if (cover < 0.1) return;
    for (const box of elements.boxesOf(element, "")) {
      const shown = fill ? [fill] : [];
      painted.push({ element, order, box, ground: undefined, cover, colours: shown, pseudoLevel: undefined });
    }
  }

  /** The text that a pseudo-element shows; what it paints is kept. */
  function generate(element: Element, pseudo: string, setting: Setting): string {
    const style = getComputedStyle(element, pseudo);
    const { content, position } = style;
    if (content === "none" || content === "normal" || style.display === "none") return "";
    const isPositioned = position === "absolute" || position === "fixed";
    const colour = colours.read(style.backgroundColor);
    const cover =
      (style.backgroundImage === "none" ? colour.alpha : 1) * Number(style.opacity) * setting.opacity;
    if (isPositioned && cover >= 0.1) {
      const box = texts.boxOfPseudo(element, style);
      const pseudoLevel = Number.parseInt(style.zIndex, 10) || 0;
      const shown = style.backgroundImage === "none" ? [colour] : colours.coloursOf(style.backgroundImage);
      painted.push({ element, box, ground: undefined, cover, colours: shown, order, pseudoLevel });
    }
    const isSeen =
      style.visibility === "visible" && Number(style.opacity) > 0.1 && Number.parseFloat(style.fontSize) > 3;
    if (!isSeen) return "";
    return [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
      .map(([, text = ""]) => text.replace(/\\(.)/g, "$1"))
      .join("");
  }

  function seeImage(image: HTMLImageElement, style: CSSStyleDeclaration, setting: Setting): void {
    const [box] = elements.boxesOf(image, "");
    if (!box || image.alt === "") return;
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    const shown = elements.intersect(elements.intersect(box, setting.clip), frame);
    const isOut = shown.right - shown.left < width / 2 || shown.bottom - shown.top < height / 2;
    const isBroken = image.complete && image.naturalWidth === 0;
    if (style.visibility !== "visible") report("hidden", image.alt, `visibility: ${style.visibility}`);
    else if (isBroken) report("hidden", image.alt, "an image that cannot be shown");
    else if (width < 2 || height < 2) report("hidden", image.alt, "an image without size");
    else if (isOut) report("clipped", image.alt, "more than half of an image");
    else if (sheet && !image.currentSrc.startsWith("data:image/svg")) {
      const scales = [image.naturalWidth / width, image.naturalHeight / height];
      const scale = style.objectFit === "contain" ? Math.max(...scales) : Math.min(...scales);
      const ppi = Math.round(scale * 96);
      if (ppi < 150) report("coarse-image", image.alt, `${ppi} ppi`);
    }
  }

  function linkTo(element: Element, from: number): void {
    const own = element.getAttribute("href") ?? "";
    // An address within the page has no use for the address of the page.
    const href = own.startsWith("#") ? own : (element as HTMLAnchorElement).href;
    const alt = element.querySelector("img")?.alt ?? "";
    links.push({ href: typeof href === "string" ? href : own, from, to: pieces.length, alt });
  }

  function sheetFrame({ width, height, margin }: NonNullable<LookRequest["sheet"]>): Box {
    return { left: -margin, top: -margin, right: width - margin, bottom: height ?? Number.POSITIVE_INFINITY };
  }

  /** Where a reader gets to by scrolling; nobody scrolls sideways to text that is wholly off the screen. */
  function screenFrame(): Box {
    const isRtl = getComputedStyle(root).direction === "rtl";
    const bottom = Math.max(document.body.getBoundingClientRect().bottom, 800) + 800;
    return { left: isRtl ? -innerWidth : 0, top: 0, right: isRtl ? innerWidth : 2 * innerWidth, bottom };
  }

  function isScrollable(): boolean {
    if (sheet) return true;
    const overflow = (element: Element) => getComputedStyle(element).overflowY;
    const shown = overflow(root) === "visible" ? overflow(document.body) : overflow(root);
    return shown !== "hidden" && shown !== "clip";
  }
}
