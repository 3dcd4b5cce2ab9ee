// @ts-check

import { element } from "./element.js";
import { emptyNote } from "./empty-note.js";
import { part } from "./part.js";

/** @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState */

/** @returns {{ show: (state: PreviewState) => void }} */
export function openTextView() {
  const pane = part("pane-text", HTMLElement);
  const desk = part("text", HTMLElement);
  const size = part("text-size", HTMLElement);
  const link = part("open-text", HTMLAnchorElement);
  let shown = "";

  return {
    async show({ views, status }) {
      link.hidden = views.text === null;
      if (views.text === null) {
        shown = "";
        size.textContent = "";
        desk.replaceChildren(...emptyNote(status, "text"));
        return;
      }
      const address = `view/text?v=${views.text}`;
      link.href = address;
      if (pane.hidden || address === shown) return;
      shown = address;
      const answer = await fetch(address).catch(() => null);
      if (!answer?.ok || shown !== address) return;
      const text = await answer.text();
      const words = text.match(/\p{L}[\p{L}\p{N}’'-]*/gu)?.length ?? 0;
      size.textContent = `${words} words in ${text.trimEnd().split("\n").length} lines`;
      // The element stays, so that the place is kept.
      const pre = desk.querySelector("pre") ?? element("pre", { class: "paper" });
      if (!pre.isConnected) desk.replaceChildren(pre);
      pre.textContent = text;
    },
  };
}
