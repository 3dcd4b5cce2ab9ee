// @ts-check

import { element } from "./element.js";

/**
 * What stands on the desk where there is nothing to be seen: not a word while it is being made.
 * @param {import("../src/preview/preview-api.ts").PreviewState["status"]} status
 * @param {string} thing
 * @returns {readonly HTMLElement[]}
 */
export function emptyNote(status, thing) {
  if (status === "building") return [];
  const text = status === "good" ? `The template has no ${thing}.` : `No ${thing} has been made yet.`;
  return [element("p", { class: "empty" }, [text])];
}
