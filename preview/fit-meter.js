// @ts-check

import { element } from "./element.js";
import { part } from "./part.js";

/** @typedef {import("../src/preview/preview-api.ts").FitMeter} FitMeter */

/** The ends of the fit ladder in rungs from the design’s own setting; a test holds them to the ladder. */
export const ROOMIEST = -8;
export const TIGHTEST = 16;

/**
 * Shows how full the sheet is: in words, and as the rung of the ladder that was taken.
 * @param {FitMeter | null} fit
 */
export function showFit(fit) {
  const meter = part("fit", HTMLElement);
  const words = part("fit-words", HTMLElement);
  const rung = part("fit-rung", HTMLElement);
  const gauge = part("gauge", HTMLElement);
  meter.hidden = fit === null;
  if (!fit) return;
  meter.dataset.fit = (fit.spareWords ?? 0) < 0 ? "over" : "spare";
  // A live region is told anew only what has changed.
  const said = inWords(fit.spareWords);
  if (words.textContent !== said) words.textContent = said;
  const [size, leading, space] = [round(fit.typePt), round(fit.leading), round(fit.space)];
  rung.textContent = `${size} pt / ${leading} · space ${space}`;
  gauge.setAttribute(
    "aria-label",
    `${placeOf(fit.step)}: type ${size} points, line height ${leading}, space ${space} times the design’s`,
  );
  gauge.replaceChildren(...rungs(fit.step));
}

/** @param {number | null} spareWords */
export function inWords(spareWords) {
  if (spareWords === null) return "No count of words yet";
  const count = Math.abs(spareWords);
  if (count === 0) return "Full to the last word";
  return `${count} ${count === 1 ? "word" : "words"} ${spareWords > 0 ? "to spare" : "over"}`;
}

/** @param {number} step */
function placeOf(step) {
  if (step === 0) return "The design’s own setting";
  const rungCount = `${Math.abs(step)} ${Math.abs(step) === 1 ? "rung" : "rungs"}`;
  return `${rungCount} ${step > 0 ? "tighter" : "roomier"} than the design`;
}

/** @param {number} step */
function rungs(step) {
  return Array.from({ length: TIGHTEST - ROOMIEST + 1 }, (_, index) => {
    const at = ROOMIEST + index;
    const kind = at === step ? "now" : at === 0 ? "design" : "";
    return element("span", { class: `rung ${kind}`.trim() });
  });
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;
