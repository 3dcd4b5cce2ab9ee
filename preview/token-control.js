// @ts-check

import { hexOf } from "./colour-field.js";
import { element } from "./element.js";
import { tokenField } from "./token-field.js";

/** @typedef {import("../src/preview/preview-api.ts").ThemeToken} ThemeToken */

/** Where a value that is not being tried comes from. */
const ORIGINS = /** @type {const} */ ({
  set: "template",
  brand: "brand",
  project: "project",
  brief: "this brief",
});

/**
 * The control of one token with its name, what it does and where its value comes from.
 * @param {ThemeToken} token
 * @param {{ tryOut: (value: string) => void, undo: () => void }} actions
 * @returns {{ element: HTMLElement, show: (token: ThemeToken, tried: string | undefined) => void }}
 */
export function tokenControl(token, { tryOut, undo }) {
  const title = titleOf(token.name);
  const [id, aboutId] = [`token-${token.name}`, `about-${token.name}`];
  const field = tokenField({ token, title, id, aboutId, change: tryOut });
  const from = element("span", { class: "from" });
  const back = element("button", { type: "button", class: "undo" }, [
    "Undo",
    element("span", { class: "unseen" }, [` ${title}`]),
  ]);
  back.addEventListener("click", () => {
    undo();
    document.getElementById(id)?.focus({ preventScroll: true });
  });
  const correction = element("p", { class: "correction" });
  const control = element("div", { class: "token", "data-type": token.type }, [
    element("div", { class: "token-head" }, [element("label", { for: id }, [title]), from, back]),
    element("div", { class: "token-field" }, field.elements),
    correction,
    element("p", { class: "token-about", id: aboutId }, [token.description]),
  ]);

  return {
    element: control,
    show(now, tried) {
      const isTried = tried !== undefined;
      control.toggleAttribute("data-tried", isTried);
      back.hidden = !isTried;
      from.textContent = isTried ? "tried" : ORIGINS[now.from];
      const corrected = isTried && now.isTried && isCorrected(now, tried);
      correction.hidden = !corrected;
      correction.textContent = corrected ? `Shown as ${now.value}, so that it can be read.` : "";
      field.show(tried ?? now.value);
    },
  };
}

/** @param {string} name */
export const titleOf = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");

/**
 * @param {ThemeToken} token
 * @param {string} tried
 */
const isCorrected = ({ type, value }, tried) => type === "colour" && hexOf(tried) !== hexOf(value);
