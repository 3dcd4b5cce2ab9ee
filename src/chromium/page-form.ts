/** How a page is put on paper. */
export interface PageForm {
  /** Whether the page is one sheet of fixed size; else its text flows over as many as it takes. */
  readonly isSheet: boolean;
  /** Height of the sheet as it is laid out for paper, in CSS pixels; where it is more than the paper’s, the sheet grows. */
  readonly sheetHeightPx: number;
  /** The wider of the left and the right margin of each sheet, in CSS pixels. */
  readonly marginPx: number;
}

/** Reads how a page is put on paper. It runs inside the page, so it can use nothing from outside itself. */
export function readPageForm(): PageForm {
  const sheet = document.querySelector("[data-sheet]");
  const isSheet = sheet !== null && !document.documentElement.hasAttribute("data-pages");
  const sheetHeightPx = sheet?.getBoundingClientRect().height ?? 0;
  return { isSheet, sheetHeightPx, marginPx: isSheet ? 0 : marginPx() };

  function marginPx(): number {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const probe = document.body.appendChild(document.createElement("div"));
    let widest = 0;
    for (const rule of rules) {
      if (!(rule instanceof CSSPageRule)) continue;
      const { marginLeft, marginRight } = rule.style;
      for (const margin of [marginLeft, marginRight]) {
        probe.style.cssText = `position: absolute; visibility: hidden; width: ${margin || 0}`;
        widest = Math.max(widest, probe.offsetWidth);
      }
    }
    probe.remove();
    return widest;
  }
}
