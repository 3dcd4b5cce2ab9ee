// @ts-check

import { element } from "./element.js";
import { placeButton } from "./finding-item.js";
import { part } from "./part.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("../src/preview/preview-api.ts").Finding} Finding
 */

/**
 * Tells above the greyed page what keeps a newer one back, and goes when that is mended.
 * @param {readonly Finding[]} errors
 * @param {{ isStale: boolean, open: (finding: Finding) => void, showAll: () => void }} context
 */
export function showBanner(errors, { isStale, open, showAll }) {
  const banner = part("banner", HTMLElement);
  const [first, ...others] = errors;
  const now = JSON.stringify(first ? [first, others.length, isStale] : null);
  if (banner.dataset.shown === now) return;
  banner.dataset.shown = now;
  banner.hidden = first === undefined;
  if (!first) return banner.replaceChildren();

  const all = element("button", { type: "button", class: "plain" }, [
    `${others.length} more ${others.length === 1 ? "error" : "errors"}`,
  ]);
  all.addEventListener("click", showAll);
  banner.replaceChildren(
    element("p", { class: "banner-lead" }, [
      isStale ? "This is the last good page." : "Not everything could be made.",
    ]),
    element("p", { class: "banner-message" }, [first.message]),
    element(
      "p",
      { class: "banner-actions" },
      [placeButton(first, open), others.length > 0 ? all : null].filter((item) => item !== null),
    ),
  );
}
