/** One tag of markup that an HTML serializer wrote: names in lower case, values in double quotes. */
export interface WrittenTag {
  readonly name: string;
  readonly isEnd: boolean;
  /** Values as written, with their character references. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/** The tags of serialized markup, in order; comments are passed over. */
export function readElements(html: string): WrittenTag[] {
  const tags: WrittenTag[] = [];
  for (const match of html.matchAll(TAG)) {
    const { end, name, attributes = "" } = match.groups ?? {};
    if (name === undefined) continue;
    tags.push({
      name: name.toLowerCase(),
      isEnd: end === "/",
      attributes: new Map(
        [...attributes.matchAll(ATTRIBUTE)].map(({ groups = {} }) => [groups.name ?? "", groups.value ?? ""]),
      ),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return tags;
}

/** The tag as it is written into a message. */
export function tagText(name: string, attributes: ReadonlyMap<string, string>): string {
  const written = [...attributes].map(([key, value]) =>
    value === "" && key !== "alt" ? key : `${key}="${value}"`,
  );
  return `<${[name, ...written].join(" ")}>`;
}

const TAG =
  /<!--[\s\S]*?-->|<!\[[^>]*>|<(?<end>\/?)(?<name>[A-Za-z][\w:]*)(?<attributes>(?:[^>"]|"[^"]*")*)>/g;
const ATTRIBUTE = /\s(?<name>[^\s=">/]+)(?:="(?<value>[^"]*)")?/g;
