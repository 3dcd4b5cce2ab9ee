// @ts-check

import { part } from "./part.js";

/** @typedef {import("./open-settings.js").Settings["view"]} ShownView */

/** @type {readonly ShownView[]} */
export const SHOWN_VIEWS = ["sheet", "html", "email", "text", "side"];

/** What is seen of each: three of them stand beside each other in the last. */
const SIDE_BY_SIDE = ["sheet", "html", "email"];

/**
 * The tabs of the views, by pointer or arrow keys (ARIA Authoring Practices, tabs).
 * @param {(view: ShownView) => void} choose
 * @returns {{ show: (view: ShownView) => void }}
 */
export function openTabs(choose) {
  const list = part("tabs", HTMLElement);
  const stage = part("stage", HTMLElement);
  const tabs = SHOWN_VIEWS.map((view) => ({ view, tab: part(`tab-${view}`, HTMLButtonElement) }));
  for (const { view, tab } of tabs) tab.addEventListener("click", () => choose(view));
  list.addEventListener("keydown", (event) => {
    const at = tabs.findIndex(({ tab }) => tab === document.activeElement);
    const next = tabs[target(event.key, at, tabs.length)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.tab.focus();
    choose(next.view);
  });

  return {
    show(shown) {
      for (const { view, tab } of tabs) {
        tab.setAttribute("aria-selected", String(view === shown));
        tab.tabIndex = view === shown ? 0 : -1;
      }
      stage.dataset.view = shown;
      stage.setAttribute("aria-labelledby", `tab-${shown}`);
      for (const pane of stage.querySelectorAll(":scope > .pane"))
        if (pane instanceof HTMLElement) {
          const { view = "" } = pane.dataset;
          pane.hidden = shown === "side" ? !SIDE_BY_SIDE.includes(view) : view !== shown;
        }
    },
  };
}

/**
 * @param {string} key
 * @param {number} at
 * @param {number} count
 */
function target(key, at, count) {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}
