import type { EyeParts, Sight } from "./see-page.ts";
import type { Ground, PaintedBox, TextRun } from "./text-run.ts";

/**
 * What was seen on a light screen, in the colours of a dark one; undefined where more than colours may be different. It
 * runs inside the page, so it can use nothing from outside itself and its parts.
 */
export function recolour(
  { colours, elements, texts, scanRules, faultList }: EyeParts,
  sight: Sight,
): Sight | undefined {
  const { dark } = scanRules();
  const grounds = new Map<Ground, Ground>();
  if (!dark.isOnlyColours || sight.painted.some(({ pseudoLevel }) => pseudoLevel !== undefined))
    return undefined;
  if (hasNewGround()) return undefined;

  const { report, all } = faultList(sight.faults);
  const pieces = [...sight.pieces];
  const runs = sight.runs.map(recolourRun).filter((run) => run !== undefined);
  return { ...sight, runs, painted: sight.painted.map(recolourBox), pieces, faults: all() };

  function hasNewGround(): boolean {
    if (dark.grounds.length === 0) return false;
    const known = new Set(sight.painted.map(({ element }) => element));
    for (let ground = sight.runs[0]?.ground; ground; ground = ground.under) known.add(ground.element);
    return [...document.querySelectorAll(dark.grounds.join())].some(
      (element) => !known.has(element) && /\S/.test(element.textContent),
    );
  }

  function recolourRun(run: TextRun): TextRun | undefined {
    const { letters, halo } = texts.paintOf(run.element);
    const strength = Math.max(0, ...letters.map(({ alpha }) => alpha)) * run.opacity;
    if (strength >= 0.1) return { ...run, colours: letters, halo, ground: recolourGround(run.ground) };
    report("hidden", run.node.data, "color: transparent");
    pieces[run.piece] = "";
    return undefined;
  }

  function recolourGround(ground: Ground | undefined): Ground | undefined {
    if (!ground) return undefined;
    const before = grounds.get(ground);
    if (before) return before;
    const paint = elements.paintOf(getComputedStyle(ground.element));
    const now = { ...ground, ...paint, under: recolourGround(ground.under) };
    grounds.set(ground, now);
    return now;
  }

  function recolourBox(box: PaintedBox): PaintedBox {
    const ground = recolourGround(box.ground);
    if (ground)
      return { ...box, ground, cover: (ground.image === "" ? ground.colour.alpha : 1) * ground.opacity };
    if (!(box.element instanceof SVGElement)) return box;
    const { fill } = getComputedStyle(box.element);
    return fill === "none" || fill.startsWith("url(") ? box : { ...box, colours: [colours.read(fill)] };
  }
}
