// @ts-check

import { element } from "./element.js";
import { showIn, textInput } from "./token-field.js";

/** A number, and the unit of a length. */
const MEASURE = /^(?<number>-?(?:\d+\.?\d*|\.\d+))(?<unit>mm|cm|pt|px|in|em|rem|)$/;

/**
 * A length or a number: a slider, and its notation beside it.
 * @param {import("./token-field.js").FieldNeeds} needs
 * @returns {import("./token-field.js").Field}
 */
export function measureField({ token, title, id, aboutId, change }) {
  const range = rangeOf(token);
  const slider = element("input", {
    type: "range",
    "aria-label": `${title}: slide`,
    "aria-describedby": aboutId,
    ...range,
  });
  const text = textInput(id, aboutId);
  slider.addEventListener("input", () => {
    text.value = `${Number(slider.value)}${range?.unit ?? ""}`;
    text.removeAttribute("aria-invalid");
    change(text.value);
  });
  text.addEventListener("input", () => {
    const value = text.value.trim();
    const read = measureOf(value);
    const isMeasure = read !== null && (token.type === "length") === (read.unit !== "");
    text.setAttribute("aria-invalid", String(!isMeasure));
    if (!isMeasure) return;
    if (read.unit === range?.unit) slider.value = String(read.number);
    change(value);
  });
  return {
    elements: range ? [slider, text] : [text],
    show(value) {
      const read = measureOf(value);
      if (read && read.unit === range?.unit) slider.value = String(read.number);
      showIn(text, value);
    },
  };
}

/**
 * What the slider spans: what the token allows, else from nothing to twice what it is. A value in another unit than its
 * limits has no slider.
 * @param {import("./token-field.js").ThemeToken} token
 */
export function rangeOf({ value, min, max }) {
  const now = measureOf(value);
  const least = min === undefined ? null : measureOf(String(min));
  const most = max === undefined ? null : measureOf(String(max));
  if (!now) return null;
  if ((least && least.unit !== now.unit) || (most && most.unit !== now.unit)) return null;
  const from = least?.number ?? Math.min(0, now.number * 2);
  const to = most?.number ?? Math.max(from, now.number * 2);
  if (to <= from) return null;
  // Fifty to five hundred steps, in round numbers.
  const step = 10 ** Math.floor(Math.log10((to - from) / 50));
  return { min: from, max: to, step: Number(step.toPrecision(1)), unit: now.unit };
}

/** @param {string} value */
function measureOf(value) {
  const { number, unit = "" } = MEASURE.exec(value.trim())?.groups ?? {};
  return number === undefined ? null : { number: Number(number), unit };
}
