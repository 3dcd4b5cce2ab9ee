import type { WrittenTag } from "./read-elements.ts";

/** What a message uses of HTML and CSS, by the names of the support table, with the place of its first use. */
export function usedFeatures(html: string, tags: readonly WrittenTag[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const use = (features: Iterable<string>, example: string) => {
    for (const feature of features) if (!found.has(feature)) found.set(feature, example);
  };
  // The same tag is written hundreds of times; only its first writing can tell anything new.
  const known = new Set<string>();
  for (const tag of tags) {
    if (tag.isEnd) continue;
    const style = tag.attributes.get("style") ?? "";
    const written = html.slice(tag.start, tag.end);
    if (!known.has(written)) use(featuresOfTag(tag), written.slice(0, 80));
    if (!known.has(style)) use(featuresOfStyle(style), `style="${style}"`.slice(0, 160));
    known.add(written).add(style);
    if (!PADDED.has(tag.name) && /(?:^|;)\s*padding/.test(style))
      use([`padding on <${tag.name}>`], written.slice(0, 80));
  }
  for (const [, css = ""] of withoutComments(html).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
    for (const feature of featuresOfSheet(css)) use([feature], `<style> with ${feature}`);
  }
  return found;
}

function* featuresOfTag({ name, attributes }: WrittenTag): Generator<string> {
  yield `<${name}>`;
  for (const attribute of attributes.keys()) yield `${attribute}=`;
  const href = attributes.get("href") ?? "";
  if (href.startsWith("#")) yield "href=#";
  if (href.startsWith("mailto:")) yield "href=mailto:";
  if (name === "meta" && attributes.get("name") === "color-scheme") yield "meta color-scheme";
}

/** Elements whose padding Outlook’s engine honours, or that are drawn for it or keep their sense without. */
const PADDED: ReadonlySet<string> = new Set("td th a ul ol blockquote body pre".split(" "));

/** Without what Outlook alone reads. */
const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, "");

function featuresOfSheet(css: string): string[] {
  const conditions = [...css.matchAll(/(@[a-z-]+)([^{;]*)/g)].flatMap(([, rule = "", condition = ""]) => [
    rule,
    ...[...condition.matchAll(/\(\s*([a-z-]+)/g)].map(([, name = ""]) => `${rule} (${name})`),
  ]);
  const selectors = css.replace(/\{[^{}]*\}/g, " ").replace(/@[^{]*\{/g, " ");
  const pseudo = [...selectors.matchAll(/::?[a-z-]+/g)].map(([name]) => name);
  const bodies = [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = ""]) => featuresOfStyle(body));
  return [...new Set([...conditions, ...pseudo, ...bodies])];
}

/** Properties, values, functions, units and keywords of a list of declarations. */
function featuresOfStyle(style: string): string[] {
  return style
    .replaceAll("&quot;", "'")
    .split(";")
    .flatMap((declaration) => {
      const colon = declaration.indexOf(":");
      if (colon === -1) return [];
      const property = declaration.slice(0, colon).trim().toLowerCase();
      // Texts in quotation marks are names of fonts.
      const value = declaration
        .slice(colon + 1)
        .replace(/'[^']*'/g, "")
        .trim()
        .toLowerCase();
      return [
        property,
        `${property}:${value.replace(/\s*!important$/, "")}`,
        ...(/!\s*important/.test(value) ? ["!important"] : []),
        ...[...value.matchAll(/([a-z-]+)\(/g)].map(([, name]) => `${name}()`),
        ...[...value.matchAll(/(?<![\w#-])[\d.]+([a-z]+)\b/g)].map(([, unit]) => `1${unit}`),
        ...value.split(/[\s,]+/).map((word) => `=${word}`),
      ];
    });
}
