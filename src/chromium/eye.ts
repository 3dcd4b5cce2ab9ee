import { colourSense } from "./colour-sense.ts";
import { elementKinds } from "./element-kinds.ts";
import { elementReader } from "./element-reader.ts";
import { faultList } from "./fault-list.ts";
import { findOverlaps } from "./find-overlaps.ts";
import { formView } from "./form-view.ts";
import { paintJudge } from "./judge-paint.ts";
import { recolour } from "./recolour.ts";
import { ruleScan } from "./rule-scan.ts";
import { type EyeParts, type Look, type LookRequest, type Sight, seePage } from "./see-page.ts";
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
    kinds: (${elementKinds})(),
    texts: (${textReader})(colours, elements),
    scanRules: (${ruleScan})(),
    faultList: (${faultList}),
    findOverlaps: (${findOverlaps}),
    judgePaint: (${paintJudge})(colours),
  };
  const steps = { seePage: (${seePage}), recolour: (${recolour}), formView: (${formView}) };
  globalThis.execbriefEye = (${openEye})(parts, steps);
}`;

/** Looks with that eye. */
export const LOOK = "(request) => globalThis.execbriefEye(request)";

interface Steps {
  readonly seePage: typeof seePage;
  readonly recolour: typeof recolour;
  readonly formView: typeof formView;
}

/** A dark screen right after a light one, or before it, differs by its colours, mostly; everything else is seen anew. */
function openEye(parts: EyeParts, { seePage, recolour, formView }: Steps): (request: LookRequest) => Look {
  let last: Sight | undefined;
  return (request) => {
    const isSequel =
      last?.body === document.body &&
      last.request.medium !== request.medium &&
      last.request.sheet === null &&
      request.sheet === null &&
      last.request.isCertain === request.isCertain;
    const sight = (isSequel && last && recolour(parts, last)) || seePage(parts, request);
    last = sight;
    return formView(parts, sight, request);
  };
}
