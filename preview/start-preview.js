// @ts-check

import { bindControls } from "./bind-controls.js";
import { connect } from "./connect.js";
import { handleKeys } from "./handle-keys.js";
import { openEmailView } from "./open-email-view.js";
import { openFindings } from "./open-findings.js";
import { openHtmlView } from "./open-html-view.js";
import { openPanels } from "./open-panels.js";
import { openSettings } from "./open-settings.js";
import { openSheetView } from "./open-sheet-view.js";
import { openSwitches } from "./open-switches.js";
import { openTabs, SHOWN_VIEWS } from "./open-tabs.js";
import { openTextView } from "./open-text-view.js";
import { openTheme } from "./open-theme.js";
import { part } from "./part.js";
import { showBanner } from "./show-banner.js";
import { showNotice } from "./show-notice.js";
import { showStatus } from "./show-status.js";
import { tellServer } from "./tell-server.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("../src/preview/preview-api.ts").Selection} Selection
 * @typedef {import("../src/preview/preview-api.ts").Finding} Finding
 */

const settings = openSettings({
  view: "sheet",
  zoom: "fit",
  width: "full",
  scheme: "light",
  mail: "light",
  images: "on",
  panel: matchMedia("(min-width: 1100px)").matches ? "findings" : "none",
});

/** @type {PreviewState | null} */
let state = null;
/** @type {import("./connect.js").Connection} */
let connection = "waiting";
/** Of the newest build that has ended: what it said stands while another is under way. */
let isBroken = false;
/** @type {PreviewState["stale"]} */
let stale = [];

const tabs = openTabs((view) => settings.change({ view }));
const panels = openPanels({ now: () => settings.now.panel, change: (panel) => settings.change({ panel }) });
const switches = openSwitches(select);
const onKey = handleKeys({
  ...Object.fromEntries(
    SHOWN_VIEWS.map((view, index) => [String(index + 1), () => settings.change({ view })]),
  ),
  f: () => panels.toggle("findings"),
  t: () => panels.toggle("theme"),
  "[": () => switches.stepBrief(-1),
  "]": () => switches.stepBrief(1),
  "?": () => part("help", HTMLElement).togglePopover(),
  Escape: () =>
    part("help", HTMLElement).matches(":popover-open")
      ? part("help", HTMLElement).hidePopover()
      : panels.close(),
});
const shown = [
  switches,
  openSheetView(),
  openHtmlView({ change: settings.change, onKey }),
  openEmailView({ onKey }),
  openTextView(),
  openFindings(openPlace),
  openTheme(),
];
document.addEventListener("keydown", onKey);
bindControls(settings);
settings.onChange(refresh);
refresh();

const { accept } = connect({
  onState(next) {
    const before = state;
    state = next;
    if (next.status !== "building") [isBroken, stale] = [next.status === "broken", next.stale];
    // What has come meanwhile is new.
    else stale = stale.filter((view) => next.views[view] === before?.views[view]);
    refresh();
  },
  onConnection(now) {
    connection = now;
    refresh();
  },
});

function refresh() {
  tabs.show(settings.now.view);
  panels.show();
  showStatus({ state, connection, isBroken, stale });
  if (!state) return;
  if (state.status !== "building") showErrors(state);
  for (const each of shown) each.show(state, settings.now);
}

/** @param {PreviewState} now */
function showErrors({ findings }) {
  const { view } = settings.now;
  showBanner(isBroken ? findings.filter(({ severity }) => severity === "error") : [], {
    isStale: stale.some((each) => each === view || view === "side"),
    open: openPlace,
    showAll: () => settings.change({ panel: "findings" }),
  });
}

/** @param {Partial<Selection>} changes */
async function select(changes) {
  const told = await tellServer("select", changes);
  if (told.ok) return accept(/** @type {PreviewState} */ (told.answer));
  showNotice(`That could not be chosen. ${told.reason}`);
  if (state) switches.show(state);
}

/** @param {Finding} finding */
async function openPlace({ file, line, column }) {
  const told = await tellServer("open", { file, line: line ?? 1, column: column ?? 1 });
  showNotice(told.ok ? `Opened ${file} in your editor.` : `${file} could not be opened. ${told.reason}`);
}
