import type { SeenLink, ViewFault } from "../formats/page-view.ts";
import type { EyeParts, Look, LookRequest, Sight } from "./see-page.ts";

/** Makes a view of what was seen. It runs inside the page, so it can use nothing from outside itself and its parts. */
export function formView(
  { faultList, findOverlaps, judgePaint, scanRules }: EyeParts,
  sight: Sight,
  { medium, sheet, isCertain }: LookRequest,
): Look {
  const { runs, painted } = sight;
  // What turns out to be covered is taken out of these.
  const pieces = [...sight.pieces];
  const { report, all } = faultList(sight.faults);
  const isPaper = sheet !== null;
  const isPaintInDoubt = judgePaint({ runs, painted, pieces, report, isPaper, isCertain });
  findOverlaps(runs, report);
  reportFonts();
  const faults = all();
  const isInDoubt = sight.isInDoubt || isPaintInDoubt || faults.some(dependsOnWindow);
  return {
    medium,
    text: tidy(pieces),
    links: seenLinks(),
    faults: faults.slice(0, 60),
    isInDoubt: isInDoubt && !isCertain,
    isSettled: document.fonts.status === "loaded" && [...document.images].every(({ complete }) => complete),
    followsFit: scanRules().usesFitOnScreens,
  };

  /** What is cut may be cut by a part that is as high as the window. */
  function dependsOnWindow({ kind }: ViewFault): boolean {
    return kind === "clipped" || kind === "off-sheet";
  }

  function seenLinks(): SeenLink[] {
    return sight.links
      .map(({ href, from, to, alt }) => ({ href, text: tidy(pieces.slice(from, to)) || alt }))
      .filter(({ text }) => text !== "");
  }

  function tidy(parts: readonly string[]): string {
    return parts
      .join("")
      .replace(/ *\n[ \n]*/g, "\n")
      .replace(/ {2,}/g, " ")
      .trim();
  }

  /** An embedded font that cannot be read is replaced without a word. */
  function reportFonts(): void {
    for (const font of document.fonts) {
      if (font.status === "error") report("fallback-font", font.family, "the embedded font cannot be read");
    }
  }
}
