/**
 * Makes src/formats/email/client-support.ts from the data of caniemail.com (MIT licence), which the development
 * dependency `caniemail` brings: node scripts/make-client-support.mjs. A test says when the table is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const TABLE = new URL("../src/formats/email/client-support.ts", import.meta.url);

/** Programs by the name that brief.config.yaml gives them, and the platforms of caniemail.com that they stand for. */
const CLIENTS = {
  gmail: ["gmail.desktop-webmail", "gmail.ios", "gmail.android", "gmail.mobile-webmail"],
  "outlook-windows": ["outlook.windows"],
  "outlook-new": ["outlook.outlook-com"],
  "outlook-mac": ["outlook.macos"],
  "outlook-mobile": ["outlook.ios", "outlook.android"],
  "apple-mail": ["apple-mail.macos", "apple-mail.ios"],
  yahoo: ["yahoo.desktop-webmail", "yahoo.ios", "yahoo.android"],
  aol: ["aol.desktop-webmail", "aol.ios", "aol.android"],
  thunderbird: ["thunderbird.macos"],
  "samsung-email": ["samsung-email.android"],
  protonmail: ["protonmail.desktop-webmail", "protonmail.ios", "protonmail.android"],
  fastmail: ["fastmail.desktop-webmail"],
  gmx: ["gmx.desktop-webmail", "gmx.ios", "gmx.android"],
  "web-de": ["web-de.desktop-webmail", "web-de.ios", "web-de.android"],
  orange: ["orange.desktop-webmail", "orange.ios", "orange.android"],
};

/** The file as it should be, by the installed data. */
export function clientSupport() {
  const require = createRequire(import.meta.url);
  const { data, last_update_date: updated } = JSON.parse(
    readFileSync(require.resolve("caniemail/caniemail.json"), "utf8"),
  );
  const features = data.flatMap((feature) =>
    keysOf(feature).map((key) => [
      key,
      Object.values(CLIENTS)
        .map((platforms) => worstOf(feature, platforms))
        .join(""),
    ]),
  );
  // A feature that every program has needs no mention.
  const telling = features
    .filter(([, letters]) => /[an]/.test(letters))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return [
    "// Made by scripts/make-client-support.mjs; not to be written by hand.",
    `// Data of caniemail.com, state of ${updated.slice(0, 10)}, under the MIT licence.`,
    "",
    "/** The mail programs of the table, in the order of its letters. */",
    "export const MAIL_CLIENTS = [",
    ...Object.keys(CLIENTS).map((name) => `  "${name}",`),
    "] as const;",
    "export type MailClient = (typeof MAIL_CLIENTS)[number];",
    "",
    "/** What not every program supports, with a letter for each: y yes, a partly, n no, u unknown. */",
    "export const SUPPORT_TABLE = `",
    ...wrap(telling.map(([key, letters]) => `${key} ${letters}`)),
    "`;",
    "",
  ].join("\n");
}

function wrap(entries) {
  const lines = [""];
  for (const entry of entries) {
    const line = lines.at(-1);
    if (line.length + entry.length > 105) lines.push(entry);
    else lines[lines.length - 1] = line === "" ? entry : `${line} | ${entry}`;
  }
  return lines;
}

/** y: supported, a: partly, n: not, u: unknown; by the newest version of each platform, the worst of them. */
function worstOf({ stats }, platforms) {
  const letters = platforms.flatMap((platform) => {
    const [family, name] = platform.split(".");
    const versions = Object.entries(stats[family]?.[name] ?? {});
    const newest = versions
      .sort(([left], [right]) => left.localeCompare(right, "en", { numeric: true }))
      .at(-1);
    return newest === undefined ? [] : [newest[1].trim().charAt(0)];
  });
  return ["n", "a", "y"].find((letter) => letters.includes(letter)) ?? "u";
}

/** What stands in markup or styles where a feature is used. */
function keysOf({ category, slug, title }) {
  const special = SPECIAL[slug];
  if (special !== undefined) return special;
  if (category === "image") return [`image ${slug.slice("image-".length)}`];
  if (category === "html") {
    const [, element] = /<([a-z0-9]+)>/.exec(title) ?? [];
    if (element !== undefined) return [`<${element}>`];
    return title.endsWith(" attribute") ? [`${title.replace(/ attribute$/, "")}=`] : [];
  }
  if (category !== "css" || slug.startsWith("css-selector-")) return [];
  if (/^@(?!media \()/.test(title)) return [title];
  if (title.startsWith("@media ("))
    return [...title.matchAll(/\(([a-z-]+)\)/g)].map(([, name]) => `@media (${name})`);
  if (title.startsWith(":")) return [title.replace(/\(\)$/, "").replace(/^::/, "::")];
  const functions = [...title.matchAll(/([a-z-]+)\(\)/g)].map(([, name]) => `${name}()`);
  if (functions.length > 0) return functions;
  if (title.endsWith(" unit")) return [`1${title.replace(/ unit$/, "")}`];
  const [, property, value] = /^([a-z-]+):\s*([a-z-]+)$/.exec(title) ?? [];
  if (property !== undefined) return [`${property}:${value}`];
  const plain = title.trim().replace(/ (?:shorthand|property|CSS property)$/, "");
  return plain.split(/, | & /).filter((name) => /^[a-z-]+$/.test(name));
}

const LOGICAL = (name) => [`${name}-block`, `${name}-inline`];
const STARTS = (name) => LOGICAL(name).flatMap((axis) => [`${axis}-start`, `${axis}-end`]);
const ELEMENTS = (names) => names.split(" ").map((name) => `<${name}>`);

/** Features whose title is no name that could be looked for. */
const SPECIAL = {
  "css-padding": ["padding", "padding-top", "padding-right", "padding-bottom", "padding-left"],
  "css-margin": ["margin", "margin-top", "margin-right", "margin-bottom", "margin-left"],
  "css-border": ["border", "border-top", "border-right", "border-bottom", "border-left"],
  "css-margin-inline-block": LOGICAL("margin"),
  "css-padding-inline-block": LOGICAL("padding"),
  "css-margin-block-start-end": ["margin-block-start", "margin-block-end"],
  "css-margin-inline-start-end": ["margin-inline-start", "margin-inline-end"],
  "css-padding-block-start-end": ["padding-block-start", "padding-block-end"],
  "css-padding-inline-start-end": ["padding-inline-start", "padding-inline-end"],
  "css-border-inline-block": LOGICAL("border"),
  "css-border-inline-block-individual": STARTS("border"),
  "css-border-inline-block-longhand": ["color", "style", "width"].flatMap((part) =>
    LOGICAL("border").map((name) => `${name}-${part}`),
  ),
  "css-border-radius-logical": [
    "border-start-start-radius",
    "border-start-end-radius",
    "border-end-start-radius",
    "border-end-end-radius",
  ],
  "css-column-layout-properties": ["columns", "column-width", "column-rule", "column-fill", "column-span"],
  "css-grid-template": [
    "grid-template",
    "grid-template-columns",
    "grid-template-rows",
    "grid-template-areas",
  ],
  "css-intrinsic-size": ["fit-content", "min-content", "max-content"].map((value) => `=${value}`),
  "css-sytem-ui": ["system-ui", "ui-serif", "ui-sans-serif", "ui-rounded", "ui-monospace"].map(
    (value) => `=${value}`,
  ),
  "css-unit-initial": ["=initial"],
  "css-unit-calc": ["calc()"],
  "css-variables": ["var()"],
  "css-important": ["!important"],
  "css-comments": [],
  "css-nesting": [],
  "css-pseudo-class-lang": [":lang"],
  "html-address": ["<address>"],
  "html-semantics": ELEMENTS(
    "article aside details figcaption figure footer header main mark nav section summary time",
  ),
  "html-h1-h6": ELEMENTS("h1 h2 h3 h4 h5 h6"),
  "html-lists": ELEMENTS("ul ol dl"),
  "html-svg": ["<svg>"],
  "html-image-maps": ["<map>"],
  "html-anchor-links": ["href=#"],
  "html-mailto-links": ["href=mailto:"],
  "html-srcset": ["srcset=", "sizes="],
  "html-meta-color-scheme": ["meta color-scheme"],
  "html-doctype": [],
  "html-comments": [],
  "html-button-reset": [],
  "html-button-submit": ["<button>"],
  "html-input-checkbox": [],
  "html-input-hidden": [],
  "html-input-radio": [],
  "html-input-reset": [],
  "html-input-submit": [],
  "html-input-text": ["<input>"],
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TABLE, clientSupport());
