// @ts-check

import { part } from "./part.js";

/** Time in which two short sentences are read. */
const SHOWN_MS = 5000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;

/**
 * Says in passing what came of a click.
 * @param {string} text
 */
export function showNotice(text) {
  const notice = part("notice", HTMLElement);
  clearTimeout(leaving);
  notice.textContent = text;
  leaving = setTimeout(() => {
    notice.textContent = "";
  }, SHOWN_MS);
}
