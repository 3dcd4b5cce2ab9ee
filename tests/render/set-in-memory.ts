import { openPageRenderer } from "../../src/render/render-page.ts";
import type { TemplateFile, TemplateSet } from "../../src/render/template-set.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";

/** A template set whose sheet holds `content`, with `partials` by name. */
function setInMemory(content: string, partials: Readonly<Record<string, string>> = {}): TemplateSet {
  const file = (name: string, text: string): TemplateFile => ({ file: name, text });
  return {
    name: "test",
    folder: "",
    layers: [],
    manifest: { name: "Test", description: "Test.", fonts: [], tokens: {}, theme: {} },
    page: file("page.hbs", `<main data-sheet><div data-fit>\n${content}\n</div></main>`),
    email: null,
    text: null,
    partials: new Map(
      Object.entries(partials).map(([name, text]) => [name, file(`partials/${name}.hbs`, text)]),
    ),
    pageCss: "",
    placeOf: () => ({ file: "template.yaml", line: 1, column: 1 }),
    helpers: [],
  };
}

/** The page’s content, or what is wrong with it, for a brief without an author. */
export function renderInMemory(content: string, partials: Readonly<Record<string, string>> = {}) {
  const renderer = openPageRenderer(setInMemory(content, partials));
  const body = renderer.ok ? renderer.value.render(editionOf(sampleBrief())) : renderer;
  return {
    content: body.ok ? /<div data-fit>([\s\S]*)<\/div><\/main>$/.exec(body.value)?.[1]?.trim() : undefined,
    findings: body.diagnostics.map(
      ({ code, where }) => `${code} ${where?.file}:${where?.line}:${where?.column}`,
    ),
    messages: body.diagnostics.map(({ message, hint = "" }) => `${message} ${hint}`),
  };
}
