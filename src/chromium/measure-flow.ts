import type { FitStep, Overflow } from "../formats/pdf-printer.ts";

/** Applies one rung of the ladder to a page. It runs inside the page, so it can use nothing from outside itself. */
export function applyFitStep(step: FitStep): void {
  const { style } = document.documentElement;
  style.setProperty("--fit-type", `${step.typePt}pt`);
  style.setProperty("--fit-leading", String(step.leading));
  style.setProperty("--fit-space", String(step.space));
}

/**
 * How far a page that flows over several sheets exceeds them, from its height and what a sheet holds. It runs inside
 * the page, so it can use nothing from outside itself.
 */
export function measureFlow(step: FitStep | undefined, sheetHeightPx: number, maxPages: number): Overflow {
  const bodyLinePx = step ? (step.typePt * 96 * step.leading) / 72 : 16;
  const capacityPx = (sheetHeightPx - marginsPx()) * maxPages;
  const lines = Math.max(1, Math.ceil((document.documentElement.scrollHeight - capacityPx) / bodyLinePx));
  const sections = [...document.querySelectorAll<HTMLElement>("[data-section]")].map((section) => {
    const words = countWords(section);
    const { height } = section.getBoundingClientRect();
    const wordsPerLine = words / Math.max(1, height / bodyLinePx);
    return {
      name: section.dataset.section ?? "",
      words,
      heightPx: Math.round(height),
      wordsToCut: Math.ceil(lines * wordsPerLine) + 1,
    };
  });
  return { lines, sections: sections.sort((one, other) => other.heightPx - one.heightPx) };

  /** Text by text: two blocks may follow each other without a space. */
  function countWords(section: HTMLElement): number {
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walker.nextNode())
      words += walker.currentNode.textContent?.split(/\s+/).filter(Boolean).length ?? 0;
    return words;
  }

  /** Upper and lower margin that the style sheet's \@page rules ask for. */
  function marginsPx(): number {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const probe = document.body.appendChild(document.createElement("div"));
    let sum = 0;
    for (const rule of rules) {
      if (!(rule instanceof CSSPageRule)) continue;
      probe.style.cssText = `position: absolute; visibility: hidden; padding-top: ${rule.style.marginTop || 0}; padding-bottom: ${rule.style.marginBottom || 0}`;
      sum = Math.max(sum, probe.offsetHeight);
    }
    probe.remove();
    return sum;
  }
}
