import path from "node:path";
import { expect, test } from "vitest";
import type { PdfPrinter } from "../../src/formats/pdf-printer.ts";
import {
  type BriefBuilder,
  type BriefResult,
  type BuildOrder,
  openBriefBuilder,
} from "../../src/project/brief-builder.ts";
import { type BriefInput, buildBriefs } from "../../src/project/build-briefs.ts";
import { loadProject } from "../../src/project/load-project.ts";
import { folderOf } from "../render/folder-of.ts";
import { SAMPLE_IMAGES } from "../render/sample-images.ts";
import { openFakePrinter } from "../support/fake-printer.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

const BRIEF = `title: A title
date: 2025-02-03
bottomLine: The point.
audiences: [c-level, marketing]
event:
  summary: What happened.
caveats:
  - { claim: They say so., caveat: It may not be., confidence: low, sources: [alpha] }
questions:
  - { question: What now? }
sources:
  - { id: alpha, title: Title of alpha }
`;

const PLAIN_SET = {
  "templates/plain/template.yaml": "name: Plain\ndescription: Plain.\n",
  "templates/plain/page.hbs": "<main data-sheet><div data-fit><h1>{{title}}</h1>{{> part}}</div></main>",
  "templates/plain/page.css": "h1 { color: red }",
  "templates/plain/partials/part.hbs": "<p>own part</p>",
};

async function openBuilder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  printer: PdfPrinter = openFakePrinter(),
) {
  const folder = folderOf({ ...PLAIN_SET, ...files });
  const project = await loadProject(folder);
  if (!project.ok) throw new Error(project.diagnostics[0]?.message);
  const library = {
    templateFolders: [path.join(folder, "templates"), path.join(ROOT, "templates")],
    localeFolders: [path.join(folder, "locales"), path.join(ROOT, "locales")],
    packageFolders: [],
  };
  return { folder, builder: openBriefBuilder(project.value, library, printer) };
}

async function buildOne(order: BuildOrder = {}, text = BRIEF, files = {}): Promise<BriefResult> {
  const { folder, builder } = await openBuilder(files);
  return builder.build(
    { path: path.join(folder, "one.yaml"), text },
    { template: "plain", preflight: false, ...order },
  );
}

async function buildAll(
  builder: BriefBuilder,
  inputs: Iterable<BriefInput>,
  options: { jobs?: number; signal?: AbortSignal; order?: BuildOrder } = {},
): Promise<BriefResult[]> {
  const results: BriefResult[] = [];
  for await (const result of buildBriefs(builder, inputs, {
    jobs: 2,
    order: { template: "plain", preflight: false },
    ...options,
  })) {
    results.push(result);
  }
  return results;
}

const source = (name: string, text = BRIEF) => ({ path: name, text });
const namesOf = ({ editions }: BriefResult) =>
  editions.flatMap(({ artifacts }) => artifacts.map(({ name }) => name));
const codesOf = ({ diagnostics }: BriefResult) => diagnostics.map(({ code }) => code);
const htmlOf = ({ editions }: BriefResult) => {
  const html = editions[0]?.artifacts.find(({ format }) => format === "html");
  return new TextDecoder().decode(html?.bytes);
};

test("a brief gives every edition in every format", async () => {
  const result = await buildOne();
  expect(codesOf(result)).toEqual([]);
  expect(result).toMatchObject({ ok: true, slug: "one" });
  expect(namesOf(result)).toEqual([
    "one.pdf",
    "one.html",
    "one.c-level.pdf",
    "one.c-level.html",
    "one.marketing.pdf",
    "one.marketing.html",
  ]);
});

test.each<[string, BuildOrder, string[]]>([
  ["one edition", { audiences: ["marketing"], formats: ["html"] }, ["one.marketing.html"]],
  [
    "editions in the brief’s order",
    { audiences: ["marketing", "all"], formats: ["html"] },
    ["one.html", "one.marketing.html"],
  ],
  ["an edition named twice", { audiences: ["all", "all"], formats: ["html"] }, ["one.html"]],
  [
    "no edition named",
    { audiences: [], formats: ["pdf"] },
    ["one.pdf", "one.c-level.pdf", "one.marketing.pdf"],
  ],
  ["a name of one’s own", { audiences: ["all"], formats: ["html"], slug: "mine" }, ["mine.html"]],
])("%s can be asked for", async (_what, order, names) => {
  expect(namesOf(await buildOne(order))).toEqual(names);
});

test.each<[string, BuildOrder, string, string]>([
  ["an audience", { audiences: ["markting"] }, "audience-not-in-brief", "Did you mean “marketing”?"],
  ["a template", { template: "plian" }, "template-missing", "Did you mean “plain”?"],
  ["a template that is a path", { template: "../plain" }, "template-missing", "Did you mean “plain”?"],
])("%s that does not exist is told with a suggestion", async (_what, order, code, hint) => {
  const result = await buildOne(order);
  expect(result).toMatchObject({ ok: false, editions: [], diagnostics: [{ code, hint }] });
});

test("a locale without labels is told at the brief’s line", async () => {
  const result = await buildOne({}, `${BRIEF}locale: nl\n`);
  expect(result.diagnostics).toMatchObject([{ code: "locale-missing", where: { line: 13, column: 9 } }]);
  const asked = await buildOne({ locale: "nl" }, BRIEF);
  expect(asked.diagnostics).toMatchObject([{ code: "locale-missing" }]);
});

test("order, brief and configuration decide in this order", async () => {
  const files = { "brief.config.yaml": "locale: fr\npage: Letter\nformats: [html]\ntemplate: plain\n" };
  const german = `${BRIEF}locale: de\n`;
  const languageOf = async (text: string, order: BuildOrder) =>
    /<html lang="([^"]+)"/.exec(htmlOf(await buildOne(order, text, files)))?.[1];
  expect(await languageOf(german, { locale: "es" })).toBe("es");
  expect(await languageOf(german, {})).toBe("de");
  expect(await languageOf(BRIEF, {})).toBe("fr");
  expect(htmlOf(await buildOne({}, BRIEF, files))).toContain("size:215.9mm 279.4mm");
  expect(htmlOf(await buildOne({ page: "A4" }, BRIEF, files))).toContain("size:210mm 297mm");
  expect(htmlOf(await buildOne({ pages: 2 }, BRIEF, files))).toContain("data-pages");
});

test("a project’s own template set comes before a bundled one of the same name", async () => {
  const files = Object.fromEntries(
    Object.entries(PLAIN_SET).map(([name, text]) => [name.replace("/plain/", "/executive/"), text]),
  );
  expect(htmlOf(await buildOne({ template: "executive", formats: ["html"] }, BRIEF, files))).toContain(
    "own part",
  );
});

test.each([
  ["label: Board", "Board"],
  ["label: { en: Board, de: Aufsichtsrat }", "Aufsichtsrat"],
  ["label: { de-AT: Vorstand, de: Aufsichtsrat }", "Vorstand"],
  ["label: { fr: Conseil }", "Conseil"],
])("an audience of the project with %s is %s to a reader in Austria", async (label, shown) => {
  const files = {
    "brief.config.yaml": `audiences: { board: { ${label} } }`,
    "templates/plain/page.hbs":
      "<main data-sheet><div data-fit><h1>{{title}}</h1>[{{audience.label}}]</div></main>",
  };
  const text = BRIEF.replace("[c-level, marketing]", "[board]");
  const result = await buildOne({ locale: "de-AT", audiences: ["board"], formats: ["html"] }, text, files);
  expect(codesOf(result)).toEqual([]);
  expect(htmlOf(result)).toContain(`[${shown}]`);
});

test("images of the summary are embedded, and those that cannot be are told at its line", async () => {
  const files = {
    "a b.png": SAMPLE_IMAGES["a.png"],
    "templates/plain/page.hbs":
      "<main data-sheet><div data-fit><h1>{{title}}</h1>{{rich summary}}</div></main>",
  };
  const shown = BRIEF.replace("What happened.", '"![A](a%20b.png)"');
  expect(htmlOf(await buildOne({ formats: ["html"] }, shown, files))).toContain(
    '<img src="data:image/png;base64,',
  );
  for (const [written, code] of [
    ["../x.png", "image-missing"],
    ["100%.png", "image-missing"],
    ["a.txt", "image-missing"],
  ]) {
    const result = await buildOne({}, BRIEF.replace("What happened.", `"![A](${written})"`), files);
    expect(result.diagnostics).toMatchObject([{ code, where: { line: 6 } }]);
  }
});

test("findings that every edition shares are told once", async () => {
  const files = {
    "templates/plain/page.hbs":
      "<main data-sheet><div data-fit><h1>{{title}}</h1>{{rich summary}}</div></main>",
  };
  const text = BRIEF.replace("What happened.", '"A [link](javascript:x)."');
  const result = await buildOne({ formats: ["html"] }, text, files);
  expect(result.editions).toHaveLength(3);
  expect(codesOf(result)).toEqual(["link-refused"]);
  expect(result.ok).toBe(true);
});

test("a page too long is told for each edition, and its HTML is still made", async () => {
  const files = { "templates/plain/partials/part.hbs": `<p>${"word ".repeat(3000)}</p>` };
  const result = await buildOne({ audiences: ["all", "marketing"] }, BRIEF, files);
  expect(codesOf(result)).toEqual(["page-overflow", "page-overflow"]);
  expect(result.ok).toBe(false);
  expect(namesOf(result)).toEqual(["one.html", "one.marketing.html"]);
});

test("HTML alone asks nothing of the printer", async () => {
  const printer = openFakePrinter();
  const { builder } = await openBuilder({}, printer);
  await builder.build(source("one.yaml"), { template: "plain", formats: ["html"], preflight: false });
  expect(printer.jobs).toEqual([]);
});

test("one bad brief among good ones stops none of them", async () => {
  const { folder, builder } = await openBuilder({ "good.yaml": BRIEF, "bad.yaml": "titel: x\n" });
  const inputs = ["bad.yaml", "missing.yaml", "good.yaml"].map((name) => path.join(folder, name));
  const results = await buildAll(builder, inputs);
  const outcomes = Object.fromEntries(results.map(({ file, ok }) => [path.basename(file), ok]));
  expect(outcomes).toEqual({ "bad.yaml": false, "missing.yaml": false, "good.yaml": true });
  expect(results.flatMap(codesOf)).toContain("file-missing");
});

test("two briefs that would be written to the same place are told; the first is built", async () => {
  const { builder } = await openBuilder();
  const results = await buildAll(builder, [
    source("a/one.yaml"),
    source("b/One.json.yaml"),
    source("b/one.yml"),
  ]);
  expect(results.map(({ file, ok }) => [file, ok]).sort()).toEqual([
    ["a/one.yaml", true],
    ["b/One.json.yaml", true],
    ["b/one.yml", false],
  ]);
  expect(results.flatMap(codesOf)).toEqual(["slug-taken"]);
});

test("at most as many as asked for are built at once, and inputs are taken only then", async () => {
  const { builder } = await openBuilder();
  let running = 0;
  let most = 0;
  let taken = 0;
  const given: number[] = [];
  const counting: BriefBuilder = {
    ...builder,
    async build(...args) {
      running += 1;
      most = Math.max(most, running);
      const result = await builder.build(...args);
      running -= 1;
      return result;
    },
  };
  function* inputs() {
    for (; taken < 9; taken += 1) yield source(`brief-${taken}.yaml`);
  }
  for await (const { ok } of buildBriefs(counting, inputs(), {
    jobs: 3,
    order: { template: "plain", preflight: false },
  })) {
    expect(ok).toBe(true);
    given.push(taken);
  }
  expect(most).toBe(3);
  expect(given).toHaveLength(9);
  expect(given[0]).toBe(3);
});

test("results are handed over as they are done, not in the order of the inputs", async () => {
  const { builder } = await openBuilder();
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const slowFirst: BriefBuilder = {
    ...builder,
    async build(input, ...rest) {
      if (input.path === "slow.yaml") await gate;
      return builder.build(input, ...rest);
    },
  };
  const files: string[] = [];
  for await (const { file } of buildBriefs(
    slowFirst,
    [source("slow.yaml"), source("a.yaml"), source("b.yaml")],
    {
      jobs: 2,
      order: { template: "plain", preflight: false, formats: ["html"] },
    },
  )) {
    files.push(file);
    if (files.length === 2) open();
  }
  expect(files).toEqual(["a.yaml", "b.yaml", "slow.yaml"]);
});

test("after an abort the rest is interrupted, each brief once", async () => {
  const { builder } = await openBuilder();
  const abort = new AbortController();
  const results: BriefResult[] = [];
  const inputs = ["a", "b", "c", "d", "e"].map((name) => source(`${name}.yaml`));
  const options = { jobs: 1, order: { template: "plain", preflight: false }, signal: abort.signal };
  for await (const result of buildBriefs(builder, inputs, options)) {
    results.push(result);
    if (results.length === 2) abort.abort();
  }
  expect(results.map(({ file }) => file)).toEqual(["a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml"]);
  expect(results.slice(2).map(({ ok }) => ok)).toEqual([false, false, false]);
  expect(codesOf(results[4] as BriefResult)).toEqual(["interrupted"]);
});

test("a caller that stops early leaves nothing at work", async () => {
  const { builder } = await openBuilder();
  let running = 0;
  const counting: BriefBuilder = {
    ...builder,
    async build(...args) {
      running += 1;
      const result = await builder.build(...args);
      running -= 1;
      return result;
    },
  };
  for await (const _result of buildBriefs(
    counting,
    ["a", "b", "c"].map((name) => source(`${name}.yaml`)),
    { jobs: 3, order: { template: "plain", preflight: false } },
  )) {
    break;
  }
  expect(running).toBe(0);
});

test("the bundled briefs are built in every edition", async () => {
  const { builder } = await openBuilder();
  const files = ["deepseek", "crowdstrike-outage", "third-party-cookies"].map((name) =>
    path.join(ROOT, `briefs/${name}.yaml`),
  );
  const results = await buildAll(builder, files, { order: { formats: ["html"], preflight: false } });
  expect(results.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message))).toEqual([]);
  expect(results.map(({ editions }) => editions.length)).toEqual([3, 3, 3]);
});

test.each([
  ["is looked at once, with its print", "", 0],
  ["is looked at on its own where its style undoes the fit of the print", ":root { --fit-type: 20pt }", 1],
])("HTML %s", async (_name, css, looks) => {
  const printer = openFakePrinter();
  let count = 0;
  const counting: PdfPrinter = {
    ...printer,
    look: (job, signal) => {
      count += 1;
      return printer.look(job, signal);
    },
  };
  const { folder, builder } = await openBuilder({ "templates/plain/page.css": css }, counting);
  await builder.build(
    { path: path.join(folder, "one.yaml"), text: BRIEF },
    { template: "plain", audiences: ["all"] },
  );
  expect(count).toBe(looks);
});
