// @ts-check

import { part } from "./part.js";

/** @typedef {import("./open-settings.js").Settings["panel"]} Panel */

/**
 * The panels at the side, one at a time.
 * @param {{ now: () => Panel, change: (panel: Panel) => void }} setting
 * @returns {{ show: () => void, toggle: (panel: "findings" | "theme") => void, close: () => boolean }}
 */
export function openPanels({ now, change }) {
  const panels = /** @type {const} */ (["findings", "theme"]).map((name) => ({
    name,
    aside: part(name, HTMLElement),
    opener: part(`open-${name}`, HTMLButtonElement),
    title: part(`${name}-title`, HTMLElement),
  }));
  /** @param {"findings" | "theme"} name */
  const toggle = (name) => {
    change(now() === name ? "none" : name);
    const panel = panels.find((each) => each.name === now());
    panel?.title.focus({ preventScroll: true });
  };
  const close = () => {
    const open = panels.find(({ name }) => name === now());
    if (!open) return false;
    const hadFocus = open.aside.contains(document.activeElement);
    change("none");
    if (hadFocus) open.opener.focus();
    return true;
  };
  for (const { name, aside, opener } of panels) {
    opener.addEventListener("click", () => toggle(name));
    aside.querySelector("[data-close]")?.addEventListener("click", close);
  }

  return {
    toggle,
    close,
    show() {
      document.body.dataset.panel = now();
      for (const { name, aside, opener } of panels) {
        aside.hidden = name !== now();
        opener.setAttribute("aria-expanded", String(name === now()));
      }
    },
  };
}
