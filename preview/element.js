// @ts-check

/**
 * Makes an element with attributes and content. Text stays text: nothing is ever read as markup. An attribute that is
 * `false` or null is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Readonly<Record<string, string | number | boolean | null>>} [attributes]
 * @param {readonly (Node | string | null)[]} [content]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, content = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : String(value));
  made.append(...content.filter((item) => item !== null));
  return made;
}
