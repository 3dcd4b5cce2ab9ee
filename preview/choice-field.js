// @ts-check

import { element } from "./element.js";

/** More would not stand beside each other. */
const SEGMENTS_AT_MOST = 3;

/**
 * One of several: side by side where they are few, in a list where they are many.
 * @param {import("./token-field.js").FieldNeeds} needs
 * @returns {import("./token-field.js").Field}
 */
export function choiceField({ token, title, id, aboutId, change }) {
  const options = token.options ?? [token.value];
  if (options.length > SEGMENTS_AT_MOST) {
    const list = element(
      "select",
      { id, "aria-describedby": aboutId },
      options.map((value) => element("option", { value }, [value])),
    );
    list.addEventListener("change", () => change(list.value));
    return {
      elements: [list],
      show: (value) => {
        list.value = value;
      },
    };
  }
  const radios = options.map((value, index) =>
    element("input", { type: "radio", name: id, value, ...(index === 0 ? { id } : {}) }),
  );
  const segments = element(
    "div",
    { class: "segments", role: "radiogroup", "aria-label": title, "aria-describedby": aboutId },
    [...radios.map((radio) => element("label", {}, [radio, element("span", {}, [radio.value])]))],
  );
  segments.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) change(target.value);
  });
  return {
    elements: [segments],
    show(value) {
      for (const radio of radios) radio.checked = radio.value === value;
    },
  };
}
