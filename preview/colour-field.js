// @ts-check

import { element } from "./element.js";
import { showIn, textInput } from "./token-field.js";

/** CSS reads some beginnings of #rrggbb as colours that let through what is below. */
const HALF_WRITTEN = /^#(?:.{4}|.{8})$/;

/**
 * A colour: a picker, and its notation beside it.
 * @param {import("./token-field.js").FieldNeeds} needs
 * @returns {import("./token-field.js").Field}
 */
export function colourField({ title, id, aboutId, change }) {
  const picker = element("input", {
    type: "color",
    "aria-label": `${title}: pick`,
    "aria-describedby": aboutId,
  });
  const text = textInput(id, aboutId);
  picker.addEventListener("input", () => {
    text.value = picker.value;
    text.removeAttribute("aria-invalid");
    change(picker.value);
  });
  text.addEventListener("input", () => {
    const value = text.value.trim();
    const isColour = CSS.supports("color", value) && !HALF_WRITTEN.test(value);
    text.setAttribute("aria-invalid", String(!isColour));
    if (!isColour) return;
    picker.value = hexOf(value);
    change(value);
  });
  return {
    elements: [picker, text],
    show(value) {
      picker.value = hexOf(value);
      showIn(text, value);
    },
  };
}

/**
 * Any CSS colour as #rrggbb, which is all that a picker understands; a canvas gives its colours so (HTML Standard,
 * “serialization of a color”).
 * @param {string} colour
 */
export function hexOf(colour) {
  const pen = new OffscreenCanvas(1, 1).getContext("2d");
  if (!pen) return "#000000";
  pen.fillStyle = colour;
  return /^#[0-9a-f]{6}$/.test(String(pen.fillStyle)) ? String(pen.fillStyle) : "#000000";
}
