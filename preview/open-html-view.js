// @ts-check

import { dragWidth } from "./drag-width.js";
import { emptyNote } from "./empty-note.js";
import { fitFrame, roomIn } from "./fit-frame.js";
import { openFrame } from "./open-frame.js";
import { part } from "./part.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("./open-settings.js").Settings} Settings
 */

/** No phone that is sold is narrower. */
export const NARROWEST_PX = 280;

/**
 * @param {{ change: (changes: Partial<Settings>) => void, onKey: (event: KeyboardEvent) => void }} parts
 * @returns {{ show: (state: PreviewState, settings: Settings) => void }}
 */
export function openHtmlView({ change, onKey }) {
  const pane = part("pane-html", HTMLElement);
  const box = part("html-box", HTMLElement);
  const host = part("html-host", HTMLElement);
  const handle = part("handle", HTMLElement);
  const measure = part("measure", HTMLElement);
  const link = part("open-html", HTMLAnchorElement);
  const desk = box.parentElement ?? box;
  const frame = openFrame(host, { title: "The page as HTML", onKey });
  let width = "full";

  const room = () => Math.max(NARROWEST_PX, Math.floor(roomIn(desk).width));
  const widthPx = () => (width === "full" ? room() : Number(width));
  const arrange = () => {
    const scale = fitFrame(box, widthPx(), room());
    const percent = Math.round(scale * 100);
    measure.textContent = `${widthPx()} px${percent < 100 ? ` at ${percent} %` : ""}`;
    handle.setAttribute("aria-valuemin", String(NARROWEST_PX));
    handle.setAttribute("aria-valuemax", String(Math.max(room(), widthPx())));
    handle.setAttribute("aria-valuenow", String(widthPx()));
  };
  new ResizeObserver(arrange).observe(desk);
  dragWidth(handle, {
    now: () => Math.min(widthPx(), room()),
    change: (px) => change({ width: String(Math.round(Math.min(room(), Math.max(NARROWEST_PX, px)))) }),
  });

  return {
    show(state, settings) {
      width = settings.width;
      arrange();
      frame.light(settings.scheme);
      const revision = state.views.html;
      link.hidden = revision === null;
      if (revision !== null) link.href = `view/html?v=${revision}`;
      if (pane.hidden) return;
      if (revision !== null) return frame.show(`view/html?v=${revision}`, state.selection.brief);
      frame.clear();
      host.replaceChildren(...emptyNote(state.status, "page"));
    },
  };
}
