/** One tag as written. */
export interface Tag {
  /** Name in lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  /** Whether it ends in `/>`. */
  readonly isSelfClosed: boolean;
  /** Attributes in order, names in lower case, values as written with their character references. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads the tags of `markup`, or the first piece that is none. Every `<` must begin a tag in the plainest form, and none
 * may stand in a value: so whatever state a browser’s tokenizer is in (raw text, foreign content, a comment that never
 * was), it can see no tag that is not seen here. Parsers that forgive, as HTML’s own must, differ in what they see.
 */
export function readTags(markup: string): { tags: Tag[]; malformed?: string } {
  const tags: Tag[] = [];
  for (let start = markup.indexOf("<"); start !== -1; start = markup.indexOf("<", TAG.lastIndex)) {
    TAG.lastIndex = start;
    const { end, name = "", attributes = "", close } = TAG.exec(markup)?.groups ?? {};
    const isMalformed = name === "" || (end === "/" && (attributes !== "" || close === "/"));
    if (isMalformed) return { tags, malformed: markup.slice(start, start + 40) };
    tags.push({
      name: name.toLowerCase(),
      isEnd: end === "/",
      isSelfClosed: close === "/",
      attributes: [...attributes.matchAll(ATTRIBUTE)].map(({ groups = {} }) => [
        groups.name?.toLowerCase() ?? "",
        groups.double ?? groups.single ?? groups.bare ?? "",
      ]),
    });
  }
  return { tags };
}

const SPACE = "[\\t\\n\\f\\r ]";
const NAME = "[A-Za-z_][\\w:.-]*";
const VALUE = `"[^"<>]*"|'[^'<>]*'|[^\\s"'=<>\`]+`;
const TAG = new RegExp(
  `<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?<attributes>(?:${SPACE}+${NAME}(?:=(?:${VALUE}))?)*)${SPACE}*(?<close>/?)>`,
  "y",
);
const ATTRIBUTE = new RegExp(
  `${SPACE}(?<name>${NAME})(?:=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\\s"'=<>\`]+)))?`,
  "g",
);
