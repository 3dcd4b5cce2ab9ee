// @ts-check

import { element } from "./element.js";
import { part } from "./part.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("../src/preview/preview-api.ts").Selection} Selection
 */

/** @type {readonly (readonly [keyof Selection, keyof PreviewState["choices"]])[]} */
const FIELDS = [
  ["brief", "briefs"],
  ["audience", "audiences"],
  ["template", "templates"],
  ["page", "pages"],
  ["locale", "locales"],
];

/**
 * The switches for what is shown.
 * @param {(changes: Partial<Selection>) => Promise<void>} select
 * @returns {{ show: (state: PreviewState) => void, stepBrief: (by: 1 | -1) => void }}
 */
export function openSwitches(select) {
  const form = part("switches", HTMLFormElement);
  const switches = FIELDS.map(([field, list]) => ({ field, list, control: selectNamed(form, field) }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement) void select({ [target.name]: target.value });
  });

  return {
    show({ selection, choices }) {
      for (const { field, list, control } of switches) {
        offer(control, choices[list], selection[field]);
        control.value = selection[field];
      }
    },
    stepBrief(by) {
      const { options, selectedIndex } = selectNamed(form, "brief");
      const next = options[(selectedIndex + by + options.length) % options.length];
      if (next && options.length > 1) void select({ brief: next.value });
    },
  };
}

/**
 * Offers the choices, and what is selected even if it has gone; an open list is left alone while nothing changes.
 * @param {HTMLSelectElement} control
 * @param {readonly import("../src/preview/preview-api.ts").Choice[]} choices
 * @param {string} selected
 */
function offer(control, choices, selected) {
  const all = choices.some(({ value }) => value === selected)
    ? choices
    : [...choices, { value: selected, label: selected }];
  const isSame =
    all.length === control.options.length &&
    all.every(({ value, label }, index) => {
      const option = control.options[index];
      return option?.value === value && option.label === label;
    });
  if (!isSame)
    control.replaceChildren(...all.map(({ value, label }) => element("option", { value }, [label])));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function selectNamed(form, name) {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLSelectElement) return control;
  throw new TypeError(`The page has no switch for the ${name}.`);
}
