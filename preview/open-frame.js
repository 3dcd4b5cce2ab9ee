// @ts-check

import { element } from "./element.js";
import { showScheme } from "./show-scheme.js";

/**
 * @typedef {object} Frame
 * @property {(address: string, subject: string) => void} show The place is kept while the subject is the same.
 * @property {(scheme: "light" | "dark") => void} light Which colour scheme its reader prefers.
 * @property {() => void} clear
 */

/** A document’s fonts are embedded and there at once; should they not be, it is shown without them. */
const FONTS_MS = 250;

/**
 * A frame whose document can be changed without a flash: the new one is loaded behind the old, scrolled to the same place and
 * only then shown. Scripts in it do not run; its links open outside.
 * @param {HTMLElement} host
 * @param {{ title: string, onKey: (event: KeyboardEvent) => void }} options
 * @returns {Frame}
 */
export function openFrame(host, { title, onKey }) {
  /** @type {HTMLIFrameElement | null} */
  let shown = null;
  /** @type {HTMLIFrameElement | null} */
  let coming = null;
  let wanted = "";
  let subjectShown = "";
  /** @type {"light" | "dark"} */
  let scheme = "light";

  const clear = () => {
    host.replaceChildren();
    [shown, coming, wanted] = [null, null, ""];
  };

  return {
    clear,
    light(wantedScheme) {
      scheme = wantedScheme;
      host.dataset.scheme = scheme;
      if (shown?.contentDocument) showScheme(shown.contentDocument, scheme);
    },
    show(address, subject) {
      if (address === wanted) return;
      wanted = address;
      coming?.remove();
      // A new element each time: the address of an old one, changed, would leave a step in the browser’s history.
      const next = element("iframe", { title, sandbox: "allow-same-origin", src: address, class: "coming" });
      coming = next;
      next.addEventListener(
        "load",
        async () => {
          if (next.contentDocument) showScheme(next.contentDocument, scheme);
          await fontsOf(next);
          if (coming !== next) return;
          const hadFocus = document.activeElement === shown && shown !== null;
          if (subject === subjectShown) keepPlace(shown, next);
          attend(next, onKey);
          next.classList.remove("coming");
          for (const other of [...host.children]) if (other !== next) other.remove();
          [shown, coming, subjectShown] = [next, null, subject];
          if (hadFocus) next.focus({ preventScroll: true });
        },
        { once: true },
      );
      host.append(next);
    },
  };
}

/** @param {HTMLIFrameElement} frame */
async function fontsOf(frame) {
  const fonts = frame.contentDocument?.fonts;
  if (fonts?.status !== "loading") return;
  /** @type {Promise<void>} */
  const late = new Promise((resolve) => setTimeout(resolve, FONTS_MS));
  await Promise.race([fonts.ready, late]);
}

/**
 * @param {HTMLIFrameElement | null} from
 * @param {HTMLIFrameElement} to
 */
function keepPlace(from, to) {
  const window = from?.contentWindow;
  if (window) to.contentWindow?.scrollTo({ left: window.scrollX, top: window.scrollY, behavior: "instant" });
}

/**
 * Listens inside the document: keys work wherever the focus is, and a link leaves the preview where it is.
 * @param {HTMLIFrameElement} frame
 * @param {(event: KeyboardEvent) => void} onKey
 */
function attend(frame, onKey) {
  const inner = frame.contentDocument;
  inner?.addEventListener("keydown", onKey);
  inner?.addEventListener("click", (event) => {
    const { target } = event;
    // The document’s own classes are others than the page’s, so that instanceof would say no.
    const link =
      target !== null && "closest" in target ? /** @type {Element} */ (target).closest("a[href]") : null;
    const href = link?.getAttribute("href") ?? "#";
    if (href.startsWith("#")) return;
    event.preventDefault();
    if (/^https?:/i.test(href)) open(href, "_blank", "noopener,noreferrer");
  });
}
