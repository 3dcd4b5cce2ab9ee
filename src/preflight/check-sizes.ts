import type { ViewFault } from "../formats/page-view.ts";
import type { DrawnRun } from "../pdf/page-content.ts";
import type { DenseText } from "./dense-text.ts";
import type { Finding } from "./find-promises.ts";

/** The least that is read on paper: what a brief says. */
const CONTENT_MIN_PT = 8;
/** Sources, labels and the raised numbers of citations. */
const FINE_MIN_PT = 7;
/** Sizes pass through pixels on their way to the file. */
const TOLERANCE_PT = 0.05;

/** The texts on paper that are too small for what they are. */
export function checkSizes(
  runs: readonly DrawnRun[],
  seen: DenseText,
  found: readonly Finding[],
): ViewFault[] {
  const content = found.filter(({ promise }) => !promise.isFine);
  return runs.flatMap((run, index) => {
    if (run.sizePt >= CONTENT_MIN_PT - TOLERANCE_PT) return [];
    const start = seen.starts[index] ?? 0;
    const end = seen.starts[index + 1] ?? seen.text.length;
    const isContent = content.some((finding) => finding.start < end && finding.end > start);
    const least = isContent && !isMark(run.text) ? CONTENT_MIN_PT : FINE_MIN_PT;
    if (run.sizePt >= least - TOLERANCE_PT || end === start) return [];
    return [
      { kind: "small" as const, text: run.text.trim(), detail: `${Math.round(run.sizePt * 10) / 10} pt` },
    ];
  });
}

/** A raised number, or several. */
const isMark = (text: string): boolean => /^[\s\d,;.[\]()*†‡–-]{1,12}$/.test(text);
