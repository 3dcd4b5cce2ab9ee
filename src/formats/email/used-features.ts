import { readElements } from "./read-elements.ts";

/** What a message uses of HTML and CSS, by the names of the support table, with the place of its first use. */
export function usedFeatures(html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const use = (feature: string, example: string) => {
    if (!found.has(feature)) found.set(feature, example);
  };
  for (const { name, isEnd, attributes, start, end } of readElements(html)) {
    if (isEnd) continue;
    const written = html.slice(start, Math.min(end, start + 80));
    use(`<${name}>`, written);
    for (const [attribute, value] of attributes) {
      use(`${attribute}=`, written);
      if (attribute === "href" && value.startsWith("#")) use("href=#", written);
      if (attribute === "href" && value.startsWith("mailto:")) use("href=mailto:", written);
      if (attribute === "style") {
        for (const feature of featuresOfStyle(value)) use(feature, `style="${value}"`.slice(0, 160));
        if (!PADDED.has(name) && /(?:^|;)\s*padding/.test(value)) use(`padding on <${name}>`, written);
      }
      if (name === "meta" && attribute === "name" && value === "color-scheme")
        use("meta color-scheme", written);
    }
  }
  for (const [, css = ""] of withoutComments(html).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
    for (const feature of featuresOfSheet(css)) use(feature, `<style> with ${feature}`);
  }
  return found;
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
  const pseudo = [...css.matchAll(/(?:^|[},\s\w\])])(::?[a-z-]+)(?=[^{}]*\{)/g)].map(([, name = ""]) => name);
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
