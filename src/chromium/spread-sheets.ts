/**
 * Lays the sheets of a page side by side, each a column with the margins that the page’s \@page rule asks for, and writes what
 * that rule puts into its margin. It runs inside the page, so it can use nothing from outside itself.
 */
export function spreadSheets(sheetWidthPx: number, sheetHeightPx: number, pages: number): void {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const pageRules = rules.filter((rule) => rule instanceof CSSPageRule);
  const [top, right, bottom, left] = ["Top", "Right", "Bottom", "Left"].map((side) =>
    marginPx(side as "Top" | "Right" | "Bottom" | "Left"),
  ) as [number, number, number, number];
  const { body, documentElement: root } = document;

  // What breaks a page need not break a column.
  for (const element of body.querySelectorAll<HTMLElement>("*")) {
    const { breakBefore, breakAfter, breakInside } = getComputedStyle(element);
    if (breakBefore === "page") element.style.breakBefore = "column";
    if (breakAfter === "page") element.style.breakAfter = "column";
    if (breakInside === "avoid-page") element.style.breakInside = "avoid-column";
  }
  root.style.cssText += `;width:${sheetWidthPx * pages}px;height:${sheetHeightPx}px;overflow:visible`;
  const column = { width: sheetWidthPx - left - right, height: sheetHeightPx - top - bottom };
  body.style.cssText += `;box-sizing:content-box;margin:0;padding:0;position:absolute;left:${left}px;top:${top}px;width:${column.width}px;height:${column.height}px;columns:auto ${column.width}px;column-gap:${left + right}px;column-fill:auto`;
  for (const rule of pageRules.flatMap(marginRules)) {
    for (let page = 0; page < pages; page += 1) writeMargin(rule, page);
  }

  function marginPx(side: "Top" | "Right" | "Bottom" | "Left"): number {
    const probe = document.body.appendChild(document.createElement("div"));
    const asked = pageRules.map(({ style }) => {
      probe.style.cssText = `position:absolute;width:${style[`margin${side}`] || 0}`;
      return probe.getBoundingClientRect().width;
    });
    probe.remove();
    return Math.max(0, ...asked);
  }

  /** Browsers before 131 do not tell what a rule puts into the margin; they print it all the same. */
  function marginRules(rule: CSSPageRule): { name: string; style: CSSStyleDeclaration }[] {
    const inner = "cssRules" in rule ? [...(rule.cssRules as CSSRuleList)] : [];
    return inner.filter(
      (one): one is CSSRule & { name: string; style: CSSStyleDeclaration } => "name" in one,
    );
  }

  /** The boxes above and below the text; those at its sides are seldom. */
  function writeMargin({ name, style }: { name: string; style: CSSStyleDeclaration }, page: number): void {
    const [, edge, side] = /^(top|bottom)-(left|center|right)$/.exec(name) ?? [];
    if (edge === undefined) return;
    const text = style.content.replace(
      /counter\((pages?)\)|"((?:[^"\\]|\\.)*)"|\s+/g,
      (_, counter?: string, quoted?: string) =>
        counter ? String(counter === "page" ? page + 1 : pages) : (quoted ?? "").replace(/\\(.)/g, "$1"),
    );
    const box = body.appendChild(document.createElement("div"));
    box.textContent = text;
    const heightPx = edge === "top" ? top : bottom;
    box.style.cssText = `position:absolute;left:${page * sheetWidthPx}px;width:${column.width}px;top:${edge === "top" ? -top : column.height}px;line-height:${heightPx}px!important;height:${heightPx}px;text-align:${side};white-space:pre`;
    for (const property of ["font-family", "font-size", "font-weight", "font-style", "color"])
      box.style.setProperty(property, style.getPropertyValue(property));
  }
}
