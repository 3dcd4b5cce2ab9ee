// @ts-check

import { element } from "./element.js";

/**
 * What stands on the desk where there is nothing to be seen yet.
 * @param {string} text
 */
export const emptyNote = (text) => element("p", { class: "empty" }, [text]);
