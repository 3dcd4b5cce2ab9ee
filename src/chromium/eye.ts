import { colourSense } from "./colour-sense.ts";
import { elementReader } from "./element-reader.ts";
import { findOverlaps } from "./find-overlaps.ts";
import { paintJudge } from "./judge-paint.ts";
import { ruleScan } from "./rule-scan.ts";
import { seePage } from "./see-page.ts";
import { textReader } from "./text-reader.ts";

/**
 * A function for the inside of a page, in JavaScript, that looks at it. Its parts can use nothing from outside themselves,
 * so they are put together here.
 */
export const LOOK = `function look(request) {
  globalThis.execbriefEye ??= (() => {
    const colours = (${colourSense})();
    const elements = (${elementReader})(colours.read);
    const parts = {
      colours,
      elements,
      texts: (${textReader})(colours, elements),
      scanRules: (${ruleScan})(),
      findOverlaps: (${findOverlaps}),
      judgePaint: (${paintJudge})(colours),
    };
    const seePage = (${seePage});
    return (request) => seePage(parts, request);
  })();
  return globalThis.execbriefEye(request);
}`;
