import { type HtmlElement, HtmlValidate, Parser, StaticConfigLoader } from "html-validate";

/** What an independent parser finds in a piece of HTML. */
export interface HtmlContent {
  /** Each start tag as `name attribute attribute`, attributes sorted. */
  readonly tags: readonly string[];
  /** Every link address, character references decoded. */
  readonly hrefs: readonly string[];
  /** What a reader can see or hear: text and attribute values, character references decoded. */
  readonly words: string;
}

const config = await new StaticConfigLoader().getConfigFor("edition.html");
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** Reads a piece of HTML; throws when it is not well formed. */
export function readHtml(html: string): HtmlContent {
  const elements: HtmlElement[] = new Parser(config).parseHtml(html).querySelectorAll("*");
  const values = elements.flatMap(({ attributes }) =>
    attributes.map(({ value }) => decode(String(value ?? ""))),
  );
  return {
    tags: elements.map(({ tagName, attributes }) =>
      [tagName, ...attributes.map(({ key }) => key).sort()].join(" "),
    ),
    hrefs: elements.flatMap((element) => {
      const href = element.getAttribute("href")?.value;
      return href === undefined || href === null ? [] : [decode(String(href))];
    }),
    words: [decode(html.replace(/<[^>]*>/g, "\n")), ...values].join("\n"),
  };
}

/** The rules of HTML that a page with this in its body breaks. */
export function brokenRules(html: string): string[] {
  const page = `<!DOCTYPE html>\n<html lang="en"><head><title>T</title></head><body>${html}</body></html>`;
  const report = validator.validateStringSync(page);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
  );
}

/** Escaped HTML has five references and no others. */
function decode(escaped: string): string {
  return escaped
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
