import { colourSense } from "./colour-sense.ts";
import { elementReader } from "./element-reader.ts";
import { findOverlaps } from "./find-overlaps.ts";
import { paintJudge } from "./judge-paint.ts";
import { ruleScan } from "./rule-scan.ts";
import { seePage } from "./see-page.ts";
import { textReader } from "./text-reader.ts";

/**
 * Gives the inside of a page an eye, in JavaScript. Its parts can use nothing from outside themselves, so they are put
 * together here; the page keeps it, so that the browser compiles it once and makes it fast.
 */
export const GIVE_EYE = `() => {
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
  globalThis.execbriefEye = (request) => seePage(parts, request);
}`;

/** Looks with that eye. */
export const LOOK = "(request) => globalThis.execbriefEye(request)";
