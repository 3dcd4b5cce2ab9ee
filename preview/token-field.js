// @ts-check

import { choiceField } from "./choice-field.js";
import { colourField } from "./colour-field.js";
import { element } from "./element.js";
import { measureField } from "./measure-field.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").ThemeToken} ThemeToken
 * @typedef {object} Field The control of one token.
 * @property {readonly HTMLElement[]} elements
 * @property {(value: string) => void} show Leaves alone what is being written.
 *
 * @typedef {object} FieldNeeds
 * @property {ThemeToken} token
 * @property {string} title
 * @property {string} id For the part of the control that its label names.
 * @property {string} aboutId
 * @property {(value: string) => void} change
 */

/**
 * The control that suits a token’s type.
 * @param {FieldNeeds} needs
 * @returns {Field}
 */
export function tokenField(needs) {
  const { type } = needs.token;
  if (type === "colour") return colourField(needs);
  if (type === "choice") return choiceField(needs);
  if (type === "font") return fontField(needs);
  return measureField(needs);
}

/**
 * A family’s name is tried once it is written out: half a name is no font.
 * @param {FieldNeeds} needs
 * @returns {Field}
 */
function fontField({ id, aboutId, change }) {
  const text = textInput(id, aboutId);
  text.addEventListener("change", () => {
    if (text.value.trim() !== "") change(text.value.trim());
  });
  return { elements: [text], show: (value) => showIn(text, value) };
}

/**
 * @param {string} id
 * @param {string} aboutId
 */
export function textInput(id, aboutId) {
  return element("input", {
    ...{ type: "text", id, "aria-describedby": aboutId },
    ...{ autocomplete: "off", spellcheck: "false" },
  });
}

/**
 * @param {HTMLInputElement} input
 * @param {string} value
 */
export function showIn(input, value) {
  if (document.activeElement === input && input.type === "text") return;
  input.value = value;
  input.removeAttribute("aria-invalid");
}
