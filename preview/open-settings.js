// @ts-check

/**
 * How this browser looks at the brief; what the server knows is the same for all browsers, this is not.
 * @typedef {object} Settings
 * @property {"sheet" | "html" | "email" | "text" | "side"} view
 * @property {"fit" | "100" | "150"} zoom
 * @property {string} width Of the HTML page: pixels, or `full`.
 * @property {"light" | "dark"} scheme
 * @property {"light" | "dark"} mail
 * @property {"on" | "off"} images
 * @property {"findings" | "theme" | "none"} panel
 */

/** @type {Readonly<Record<keyof Settings, RegExp>>} */
const ALLOWED = {
  view: /^(?:sheet|html|email|text|side)$/,
  zoom: /^(?:fit|100|150)$/,
  width: /^(?:full|[1-9]\d{2,3})$/,
  scheme: /^(?:light|dark)$/,
  mail: /^(?:light|dark)$/,
  images: /^(?:on|off)$/,
  panel: /^(?:findings|theme|none)$/,
};

const STORED_AS = "execbrief-preview";

/** Browsers refuse addresses that change too often, as they would while an edge is dragged. */
const WRITE_EVERY_MS = 250;

/**
 * Reads the settings from the address, then from what this browser remembers, and keeps both up to date.
 * @param {Settings} defaults
 * @returns {{ readonly now: Settings, change: (changes: Partial<Settings>) => void, onChange: (listener: () => void) => void }}
 */
export function openSettings(defaults) {
  const now = { ...defaults, ...valid(remembered()), ...valid(location.hash.slice(1)) };
  /** @type {(() => void)[]} */
  const listeners = [];
  let isToBeWritten = false;

  const write = () => {
    isToBeWritten = false;
    const written = new URLSearchParams(Object.entries(now)).toString();
    history.replaceState(null, "", `#${written}`);
    remember(written);
  };

  /** @param {Partial<Settings>} changes */
  const change = (changes) => {
    Object.assign(now, changes);
    if (!isToBeWritten) setTimeout(write, WRITE_EVERY_MS);
    isToBeWritten = true;
    for (const listener of listeners) listener();
  };
  addEventListener("hashchange", () => change(valid(location.hash.slice(1))));
  return { now, change, onChange: (listener) => listeners.push(listener) };
}

/**
 * @param {string} written
 * @returns {Partial<Settings>}
 */
function valid(written) {
  const known = [...new URLSearchParams(written)].filter(
    ([name, value]) => name in ALLOWED && ALLOWED[/** @type {keyof Settings} */ (name)].test(value),
  );
  return Object.fromEntries(known);
}

/** A browser may be set to keep nothing. */
function remembered() {
  try {
    return localStorage.getItem(STORED_AS) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} written */
function remember(written) {
  try {
    localStorage.setItem(STORED_AS, written);
  } catch {
    // The address still has them.
  }
}
