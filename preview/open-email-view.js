// @ts-check

import { element } from "./element.js";
import { emptyNote } from "./empty-note.js";
import { fitFrame, roomIn } from "./fit-frame.js";
import { openFrame } from "./open-frame.js";
import { part } from "./part.js";

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {import("./open-settings.js").Settings} Settings
 */

/** Reading panes of desktop mail programs begin at about 640 px; a message is seldom given more than 760. */
const DESKTOP_PX = { least: 640, most: 760 };

/** The width of an iPhone SE, the narrowest phone in wide use. */
const PHONE_PX = 375;

/** Gmail cuts off what comes after (support.google.com, “message clipped”). */
const GMAIL_KB = 102;

/**
 * @param {{ onKey: (event: KeyboardEvent) => void }} parts
 * @returns {{ show: (state: PreviewState, settings: Settings) => void }}
 */
export function openEmailView({ onKey }) {
  const pane = part("pane-email", HTMLElement);
  const devices = [
    openDevice("desktop", (room) => Math.max(DESKTOP_PX.least, Math.min(DESKTOP_PX.most, room)), onKey),
    openDevice("phone", () => PHONE_PX, onKey),
  ];
  /** @type {() => void} */
  let refresh = () => {};
  new ResizeObserver(() => refresh()).observe(pane);

  return {
    show(state, { mail, images }) {
      showInbox(state.mail);
      showWeight(state.mail);
      refresh = () => {
        const revision = state.views.email;
        const options = `${mail === "dark" ? "&dark=1" : ""}${images === "off" ? "&images=off" : ""}`;
        const address = revision === null ? null : `view/email?v=${revision}${options}`;
        for (const device of devices)
          device.show(address, state.selection.brief, mail, emptyNote(state.status, "message"));
      };
      refresh();
    },
  };
}

/**
 * @param {"desktop" | "phone"} name
 * @param {(roomPx: number) => number} widthIn
 * @param {(event: KeyboardEvent) => void} onKey
 */
function openDevice(name, widthIn, onKey) {
  const box = part(`${name}-box`, HTMLElement);
  const host = part(`${name}-host`, HTMLElement);
  const device = box.parentElement ?? box;
  const frame = openFrame(host, { title: `The message on a ${name}`, onKey });
  return {
    /**
     * @param {string | null} address
     * @param {string} subject
     * @param {"light" | "dark"} scheme
     * @param {readonly HTMLElement[]} note shown where there is no address
     */
    show(address, subject, scheme, note) {
      const room = Math.floor(roomIn(device).width);
      // One that stands nowhere, for want of room or behind another view, is not loaded.
      if (room <= 0) return;
      fitFrame(box, widthIn(room), room);
      frame.light(scheme);
      if (address !== null) return frame.show(address, subject);
      frame.clear();
      host.replaceChildren(...note);
    },
  };
}

/** @param {PreviewState["mail"]} mail */
function showInbox(mail) {
  const inbox = part("inbox", HTMLElement);
  inbox.hidden = mail === null;
  if (!mail) return;
  inbox.replaceChildren(
    element("span", { class: "unseen" }, ["In a list of messages: "]),
    element("span", { class: "unread", "aria-hidden": "true" }),
    element("strong", { class: "subject" }, [mail.subject]),
    element("span", { class: "preheader" }, [mail.preheader]),
  );
}

/** @param {PreviewState["mail"]} mail */
function showWeight(mail) {
  const words = part("weight-words", HTMLElement);
  const weight = part("weight", HTMLMeterElement);
  weight.hidden = mail === null;
  const kilobytes = mail ? Math.ceil(mail.bytes / 1024) : 0;
  words.replaceChildren(
    ...(mail ? [`${kilobytes} KB`, element("span", {}, [` of Gmail’s ${GMAIL_KB}`])] : []),
  );
  words.dataset.weight = kilobytes > GMAIL_KB ? "over" : "good";
  weight.value = kilobytes;
}
