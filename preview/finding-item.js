// @ts-check

import { element } from "./element.js";

/** @typedef {import("../src/preview/preview-api.ts").Finding} Finding */

/** What each severity is called. */
export const SEVERITY_WORDS = /** @type {const} */ ({
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["note", "notes"],
});

/**
 * One finding with the button that opens its place in the author’s editor.
 * @param {Finding} finding
 * @param {(finding: Finding) => void} open
 */
export function findingItem(finding, open) {
  const { code, severity, message, hint, frame } = finding;
  return element("li", { class: "finding", "data-severity": severity }, [
    element("p", { class: "finding-kind" }, [
      element("span", { class: "severity" }, [SEVERITY_WORDS[severity][0]]),
      element("code", {}, [code]),
    ]),
    element("p", { class: "finding-message" }, [message]),
    hint === null ? null : element("p", { class: "finding-hint" }, [hint]),
    frame === null
      ? null
      : element("pre", { class: "frame", tabindex: 0, "aria-label": "Lines of the file" }, [frame]),
    placeButton(finding, open),
  ]);
}

/**
 * @param {Finding} finding
 * @param {(finding: Finding) => void} open
 */
export function placeButton(finding, open) {
  const place = placeOf(finding);
  if (place === null) return null;
  const button = element("button", { type: "button", class: "place" }, [
    element("span", { class: "unseen" }, ["Open in your editor: "]),
    place,
  ]);
  button.addEventListener("click", () => open(finding));
  return button;
}

/** @param {Finding} finding */
export function placeOf({ file, line, column }) {
  if (file === null) return null;
  return [file, line, line === null ? null : column].filter((part) => part !== null).join(":");
}
