// @ts-check

import { summaryOf } from "./open-findings.js";
import { part } from "./part.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("./connect.js").Connection} Connection
 */

/**
 * Says how things stand: in words above, in the title of the tab, and on the body for the style sheets.
 * @param {{ state: PreviewState | null, connection: Connection, isBroken: boolean, stale: readonly string[] }} now
 */
export function showStatus({ state, connection, isBroken, stale }) {
  const status = part("status", HTMLElement);
  const { dataset } = document.body;
  dataset.connection = connection;
  dataset.status = state?.status ?? "building";
  dataset.good = String(!isBroken);
  for (const pane of document.querySelectorAll("[data-view].pane"))
    if (pane instanceof HTMLElement)
      pane.toggleAttribute("data-stale", stale.includes(pane.dataset.view ?? ""));

  const words = inWords(state, connection, isBroken);
  // A live region is told anew only what has changed.
  if (status.textContent !== words) status.textContent = words;
  const name = labelOf(state);
  document.title = [isBroken ? "✕" : null, name, "preview"].filter(Boolean).join(" ");
  part("heading", HTMLElement).textContent = name === "" ? "Preview" : `Preview of ${name}`;
}

/**
 * @param {PreviewState | null} state
 * @param {Connection} connection
 * @param {boolean} isBroken
 */
function inWords(state, connection, isBroken) {
  if (connection === "closed") return "The preview was closed. Start it again with “brief preview”.";
  if (connection === "stopped") return "The preview has stopped. Trying to reach it again …";
  if (!state) return "Opening …";
  if (!isBroken) return "Up to date";
  const errors = state.findings.filter(({ severity }) => severity === "error");
  return summaryOf(errors) ?? "Not up to date";
}

/** @param {PreviewState | null} state */
function labelOf(state) {
  const { brief } = state?.selection ?? {};
  return state?.choices.briefs.find(({ value }) => value === brief)?.label ?? brief ?? "";
}
