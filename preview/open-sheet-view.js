// @ts-check

import { element } from "./element.js";
import { emptyNote } from "./empty-note.js";
import { roomIn } from "./fit-frame.js";
import { showFit } from "./fit-meter.js";
import { part } from "./part.js";

/** @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState */

/** CSS defines the inch as 96 px; 100 % is the size of the paper. */
const PX_PER_MM = 96 / 25.4;

/** A sheet is never made smaller than this for its foot to be seen. */
const LEAST_PX = 300;

/** @returns {{ show: (state: PreviewState, settings: import("./open-settings.js").Settings) => void }} */
export function openSheetView() {
  const desk = part("sheets", HTMLElement);
  const pane = part("pane-sheet", HTMLElement);
  const link = part("open-pdf", HTMLAnchorElement);
  let addresses = "";
  /** @type {() => void} */
  let arrange = () => {};
  new ResizeObserver(() => arrange()).observe(desk);

  return {
    show(state, { zoom }) {
      showFit(state.fit);
      const revision = state.views.sheet;
      link.hidden = revision === null;
      if (revision !== null) link.href = `view/pdf?v=${revision}`;
      arrange = () => desk.style.setProperty("--sheet-width", `${widthOf(state, zoom, desk)}px`);
      desk.style.setProperty("--sheet-ratio", `${state.paper.widthMm} / ${state.paper.heightMm}`);
      arrange();
      if (pane.hidden) return;
      const wanted = addressesOf(state);
      if (wanted.length === 0) {
        addresses = "";
        desk.replaceChildren(...emptyNote(state.status, "sheet"));
        return;
      }
      if (wanted.join() === addresses) return;
      addresses = wanted.join();
      void change(desk, wanted, () => addresses === wanted.join());
    },
  };
}

/** @param {PreviewState} state */
function addressesOf({ views, sheets }) {
  if (views.sheet === null) return [];
  return Array.from({ length: sheets }, (_, index) => `view/sheet?v=${views.sheet}&page=${index + 1}`);
}

/**
 * Shows other sheets once their pictures are there, so that nothing flashes and the place is kept.
 * @param {HTMLElement} desk
 * @param {readonly string[]} addresses
 * @param {() => boolean} isWanted
 */
async function change(desk, addresses, isWanted) {
  const pictures = addresses.map((src, index) =>
    element("img", {
      ...{ src, class: "sheet paper" },
      alt: `Sheet ${index + 1} of ${addresses.length} as it is printed; its words are in the view Text`,
    }),
  );
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  if (isWanted()) desk.replaceChildren(...pictures);
}

/**
 * @param {PreviewState} state
 * @param {string} zoom
 * @param {HTMLElement} desk
 */
function widthOf({ paper }, zoom, desk) {
  const natural = paper.widthMm * PX_PER_MM;
  if (zoom !== "fit") return Math.round((natural * Number(zoom)) / 100);
  const room = roomIn(desk);
  const whole = Math.max((room.height * paper.widthMm) / paper.heightMm, LEAST_PX);
  // On a phone, a sheet as wide as the screen is read; a whole one is only recognised.
  return Math.floor(Math.min(room.width, room.width < 700 ? room.width : whole));
}
