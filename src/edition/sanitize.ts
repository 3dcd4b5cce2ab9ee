import { createRequire } from "node:module";
import type sanitizeHtml from "sanitize-html";

/**
 * The second, independent layer over rendered Markdown. Markup whose every tag is one that the renderer writes,
 * letter for letter, passes as it is; anything else goes through sanitize-html, which is loaded only then,
 * because loading it costs more time than rendering a whole brief.
 */
export function sanitize(html: string): string {
  return isKnownMarkup(html) ? html : allowListed(html);
}

/** Whether every tag is, letter for letter, one that the Markdown renderer writes. */
export function isKnownMarkup(html: string): boolean {
  return (html.match(/<[^>]*>?/g) ?? []).every((tag) => KNOWN_TAG.test(tag));
}

/** Whether an asset is an image that may stand inside a page. */
export function isEmbeddable(dataUrl: string): boolean {
  return new RegExp(`^${IMAGE_DATA}$`).test(dataUrl);
}

const QUOTED = `"[^"<>]*"`;
const IMAGE_DATA = "data:image/(?:png|jpeg|gif|webp|avif|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}";
const BARE_ELEMENTS = "p|strong|em|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|td";
const KNOWN_TAG = new RegExp(
  `^<(?:${[
    "br",
    "hr",
    `/?(?:${BARE_ELEMENTS})`,
    'ol start="\\d+"',
    'th scope="col"',
    'sup class="cite"',
    `a href="#source-\\d+" aria-label=${QUOTED}`,
    `a href="(?:https?://|mailto:)[^"<>\\s]*" rel="noopener noreferrer"(?: title=${QUOTED})?`,
    `img src="${IMAGE_DATA}" alt=${QUOTED} width="\\d+" height="\\d+"`,
    "/(?:a|sup|th)",
  ].join("|")})>$`,
);

/** The elements and attributes that rendered Markdown may have; all else is escaped or dropped. */
const ALLOW_LIST: sanitizeHtml.IOptions = {
  allowedTags: [...BARE_ELEMENTS.split("|"), "br", "hr", "th", "sup", "a", "img"],
  allowedAttributes: {
    a: ["href", "title", "aria-label", { name: "rel", values: ["noopener", "noreferrer"], multiple: true }],
    img: ["src", "alt", "width", "height"],
    ol: ["start"],
    th: [{ name: "scope", values: ["col"] }],
    sup: [{ name: "class", values: ["cite"] }],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: ["data"] },
  allowProtocolRelative: false,
  disallowedTagsMode: "escape",
  selfClosing: ["br", "hr", "img"],
};

/** The markup reduced to the allow-list by sanitize-html. */
export function allowListed(html: string): string {
  const load: (html: string, options: sanitizeHtml.IOptions) => string = createRequire(import.meta.url)(
    "sanitize-html",
  );
  return load(html, ALLOW_LIST);
}
