// @ts-check

/** What a rule of a style sheet asked for before it was made to answer for a reader. @type {WeakMap<MediaList, string>} */
const asWritten = new WeakMap();

const QUESTION = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g;
const YES = "(min-width: 0)";
const NO = "(max-width: 0)";

/**
 * Shows a document as a reader with this colour scheme has it. Browsers in which a frame follows the `color-scheme` of its
 * element (CSS Color Adjustment 1) need nothing of this; for the others its style sheets are given the answer.
 * @param {Document} inner
 * @param {"light" | "dark"} scheme
 */
export function showScheme(inner, scheme) {
  const isDark = inner.defaultView?.matchMedia("(prefers-color-scheme: dark)").matches ?? false;
  const followsByItself = isDark === (scheme === "dark");
  inner.documentElement.style.colorScheme = followsByItself ? "" : scheme;
  for (const media of mediaIn(inner)) {
    const written = asWritten.get(media) ?? media.mediaText;
    asWritten.set(media, written);
    const answered = written.replace(QUESTION, (_, asked) => (asked === scheme ? YES : NO));
    const now = followsByItself ? written : answered;
    if (media.mediaText !== now) media.mediaText = now;
  }
}

/** @param {Document} inner */
function* mediaIn(inner) {
  for (const sheet of inner.styleSheets) {
    yield sheet.media;
    yield* mediaOf(sheet.cssRules);
  }
}

/**
 * Duck-typed: rules inside a frame are of that frame’s classes.
 * @param {CSSRuleList} rules
 * @returns {Generator<MediaList>}
 */
function* mediaOf(rules) {
  for (const rule of rules) {
    if ("media" in rule) yield/** @type {CSSMediaRule} */ (rule).media;
    if ("cssRules" in rule) yield* mediaOf(/** @type {CSSGroupingRule} */ (rule).cssRules);
  }
}
