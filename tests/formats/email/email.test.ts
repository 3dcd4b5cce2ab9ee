import { expect, test } from "vitest";
import type { Brief } from "../../../src/brief/schema.ts";
import { readElements } from "../../../src/formats/email/read-elements.ts";
import { visibleText } from "../../../src/formats/email/visible-text.ts";
import { bundledLabels, editionOf, sampleBrief } from "../../edition/sample.ts";
import { SAMPLE_IMAGES } from "../../render/sample-images.ts";
import { emailOf, mailOf } from "./mail-of.ts";

const dataUrl = (name: keyof typeof SAMPLE_IMAGES, type: string): string =>
  `data:image/${type};base64,${SAMPLE_IMAGES[name].toString("base64")}`;

const sources: Brief["sources"] = [
  { id: "alpha", title: "Title of alpha", url: "https://example.com/a?x=1&y=2" },
  { id: "beta", title: "Title of beta" },
];

const full: Partial<Brief> = {
  author: { name: "Ann Example", email: "ann@example.com", role: "Research" },
  classification: "Internal",
  event: {
    ...sampleBrief().event,
    summary: "It happened [@alpha].\n\n- one\n- two\n\n> said\n\n| A | B |\n|---|---|\n| 1 | 2 |",
    figures: [1, 2, 3, 4].map((number) => ({
      value: `${number}0%`,
      label: `label ${number}`,
      sources: ["alpha"],
    })),
    timeline: [{ date: "2025-01-27", text: "A day.", sources: ["alpha"] }],
    quotes: [{ text: "Words.", by: "Somebody", role: "Chair", sources: ["beta"] }],
  },
  decision: {
    ask: "Shall we?",
    options: [{ label: "Yes", text: "We do." }],
    recommendation: "Yes.",
    owner: "CEO",
  },
  sources,
};

/** Everything of a message but what Outlook alone reads. */
const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, "");

test("a message is named after its brief and has a subject and a preheader of the brief’s own words", async () => {
  const { artifact } = await mailOf({
    title: "Chips run out",
    bottomLine: "Order today [@alpha]. It costs 4% more.",
  });
  expect(artifact).toMatchObject({
    format: "email",
    name: "sample.email.html",
    mail: { subject: "Chips run out", preheader: "Order today. It costs 4% more.", images: [] },
  });
});

test("an ordinary message has no findings", async () => {
  expect((await mailOf(full)).findings).toEqual([]);
});

test.each([
  ["flexible boxes", /display:\s*(?:inline-)?flex/],
  ["grids", /display:\s*grid/],
  ["custom properties", /var\(|--[a-z]+\s*:/],
  ["calculations", /calc\(/],
  ["drawings", /<svg/],
  ["embedded images", /data:/],
  ["scripts", /<script/],
  ["forms", /<form|<input/],
  ["style sheets from elsewhere", /<link|@import|url\(/],
  ["ids and marks of templates", /\sid=|\sdata-/],
])("a message holds no %s", async (_what, pattern) => {
  const { html } = await mailOf(full);
  expect(html).not.toMatch(pattern);
});

test("every table arranges or has heads, and none has a border or space that its style does not ask for", async () => {
  const { html } = await mailOf(full);
  const tables = [...html.matchAll(/<table[^>]*>/g)].map(([tag]) => tag);
  expect(tables.length).toBeGreaterThan(8);
  for (const tag of tables) expect(tag).toMatch(/border="0" cellpadding="0" cellspacing="0"/);
  const data = tables.filter((tag) => !tag.includes('role="presentation"'));
  expect(data).toHaveLength(1);
});

test("a message is laid out without its style elements", async () => {
  const { html } = await mailOf(full);
  const bare = readElements(withoutComments(html).replace(/<style>[\s\S]*?<\/style>/g, ""));
  const paragraphs = bare.filter(({ name, isEnd }) => /^(?:p|h1|h2)$/.test(name) && !isEnd);
  expect(paragraphs.length).toBeGreaterThan(10);
  for (const { attributes } of paragraphs) {
    expect(attributes.get("style")).toMatch(
      /font-family:.*font-size:.*line-height:|line-height:.*font-family:|font-size:.*font-family:/,
    );
    expect(attributes.get("style")).toContain("color:");
  }
});

test("language, direction and text size are told where Gmail keeps them", async () => {
  const { html } = await mailOf({}, { locale: "de", labels: bundledLabels("de") });
  expect(html).toMatch(/<html lang="de" dir="ltr"/);
  expect(html).toMatch(/<div role="article"[^>]* lang="de" dir="ltr">/);
});

test("a brief that is read from right to left is laid out so", async () => {
  const labels = { ...bundledLabels("en"), direction: "rtl" as const };
  const { html } = await mailOf({ classification: "Internal" }, { labels });
  expect(html).toContain("text-align:right");
  expect(html).toMatch(/align="left" width="120"[^>]*>Internal|width="120"[^>]*align="left"[^>]*>Internal/);
});

test("dark colours are there for programs that follow the reader, and for Outlook’s own marks", async () => {
  const { html } = await mailOf(full);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
  expect(html).toMatch(/@media \(prefers-color-scheme:dark\)\{[^}]*#[0-9a-f]{6}!important/);
  expect(html).toMatch(/\[data-ogsc\] \.[a-z]+\{[^}]*color:#[0-9a-f]{6}!important/);
  expect(html).toMatch(/\[data-ogsb\] \.[a-z]+\{[^}]*background-color:#[0-9a-f]{6}!important/);
});

test("every class that is left is named by a style sheet", async () => {
  const { html } = await mailOf(full);
  const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join("");
  const classes = new Set(
    readElements(html).flatMap(({ attributes }) => attributes.get("class")?.split(" ") ?? []),
  );
  expect(
    [...classes].filter(
      (name) => !["body", "ground", "column"].includes(name) && !sheets.includes(`.${name}`),
    ),
  ).toEqual([]);
});

test("a number leads to its source on the web, and to nowhere where the source has no address", async () => {
  const { html } = await mailOf(full);
  expect(html).toMatch(
    /<a href="https:\/\/example\.com\/a\?x=1&amp;y=2" aria-label="Source 1: Title of alpha"[^>]*>1<\/a>/,
  );
  expect(html).toMatch(/<span style="[^"]*">2<\/span>/);
  expect(html).not.toContain('href="#');
});

test("the button is drawn for Outlook and a link for all others", async () => {
  const { html } = await mailOf(full);
  const [, vml = ""] = /<!--\[if mso\]>(<v:roundrect[\s\S]*?<\/v:roundrect>)<!\[endif\]-->/.exec(html) ?? [];
  expect(vml).toContain('href="mailto:ann@example.com?subject=Re%3A%20A%20title"');
  expect(vml).toContain("Reply to Ann Example");
  expect(html).toMatch(
    /<!--\[if !mso\]><!--><a [^>]*href="mailto:ann@example\.com[^>]*>Reply to Ann Example<\/a><!--<!\[endif\]-->/,
  );
});

test("a brief without an author’s address has no button", async () => {
  expect((await mailOf()).html).not.toContain("roundrect");
});

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ["a conditional comment", "<!--[if mso]><b>x</b><![endif]-->"],
  ["the end of a comment", "x --> y --!> z"],
  ["a script", "<script>alert(1)</script>"],
  ["a style", "</style><style>*{display:none}</style>"],
  ["quotation marks", `" onload="x' y`],
  ["a drawing of Word", '<v:roundrect href="https://evil.example">x</v:roundrect>'],
];

test.each(HOSTILE)("%s in a brief is shown as text and changes nothing", async (_what, text) => {
  const parts = { title: text, bottomLine: text, author: { name: text, email: "a@b.example" } };
  const { html } = await mailOf(parts);
  const { html: plain } = await mailOf({
    ...parts,
    title: "T",
    bottomLine: "B",
    author: { name: "N", email: "a@b.example" },
  });
  const shape = (of: string) => readElements(of).map(({ name, isEnd }) => `${isEnd ? "/" : ""}${name}`);
  const comments = (of: string) => of.match(/<!--|-->|<!\[endif\]/g);
  expect(shape(html)).toEqual(shape(plain));
  expect(comments(html)).toEqual(comments(plain));
  expect(visibleText(html)).toContain(text.slice(0, 10));
});

test("a logo travels with the message in a form that every program shows", async () => {
  const organisation = { name: "Example AG", logo: dataUrl("a.svg", "svg+xml") };
  const { html, artifact } = await mailOf({}, { organisation });
  const [logo] = artifact.mail?.images ?? [];
  expect(logo).toMatchObject({ name: "logo.png", mediaType: "image/png", contentId: "logo.png.sample" });
  expect([...(logo?.bytes.subarray(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47]);
  expect(html).toMatch(/<img [^>]*src="cid:logo\.png\.sample"[^>]*width="80"/);
  expect(html).toMatch(/<img [^>]*alt="Example AG"/);
});

test("an organisation whose logo no program shows is named", async () => {
  const organisation = { name: "Example AG", logo: dataUrl("a.webp", "webp") };
  const { html, artifact } = await mailOf({}, { organisation });
  expect(artifact.mail?.images).toEqual([]);
  expect(visibleText(html)).toContain("Example AG");
});

test.each([
  ["a.png", "png", "image-1.png"],
  ["a.gif", "gif", "image-1.gif"],
  ["a.jpg", "jpeg", "image-1.jpg"],
] as const)("an image of the summary travels with the message: %s", async (file, type, name) => {
  const assets = new Map([["x", { dataUrl: dataUrl(file, type), widthPx: 2000, heightPx: 10 }]]);
  const { html, artifact, findings } = await mailOf(
    { event: { ...sampleBrief().event, summary: "See ![a map](x)." } },
    { assets },
  );
  expect(artifact.mail?.images.map((image) => image.name)).toEqual([name]);
  expect(html).toMatch(/<img [^>]*width="536"/);
  expect(html).toContain(`cid:${name}.sample`);
  expect(findings).toEqual([]);
});

test("an image of the summary that mail programs do not show is told in words, and to the author", async () => {
  const assets = new Map([["x", { dataUrl: dataUrl("a.webp", "webp"), widthPx: 20, heightPx: 10 }]]);
  const { html, artifact, findings } = await mailOf(
    { event: { ...sampleBrief().event, summary: "See ![a map of plants](x)." } },
    { assets },
  );
  expect(artifact.mail?.images).toEqual([]);
  expect(visibleText(html)).toContain("See a map of plants.");
  expect(findings).toEqual(["email-image-form"]);
});

test("a chart is a picture with its words, and its numbers stand below it as text", async () => {
  const drawing = {
    html: '<svg viewBox="0 0 336 100" font-size="11"><rect class="plot-bar" width="100" height="20"/></svg>',
    text: "Ours highest, 5; theirs, 3.",
  };
  const rows = [
    { label: "Ours", cells: ["5"] },
    { label: "Theirs", cells: ["3"] },
  ];
  const chart = {
    ...{ title: "Sales", unit: null, drawing, table: { columns: ["Item", "Value"], rows } },
    ...{ caveat: null, citations: [] },
  };
  const { html, artifact } = await emailOf({ ...editionOf(sampleBrief()), chart });
  expect(artifact.mail?.images).toMatchObject([{ name: "chart.png", mediaType: "image/png" }]);
  expect(html).toMatch(/<img [^>]*alt="Ours highest, 5; theirs, 3\."/);
  expect(visibleText(html)).toMatch(/Item\nValue\nOurs\n5\nTheirs\n3/);

  const many = Array.from({ length: 12 }, (_, index) => ({ label: `Month ${index}`, cells: [`${index}%`] }));
  const long = { ...chart, table: { columns: ["Date", "Value"], rows: many } };
  const { html: running } = await emailOf({ ...editionOf(sampleBrief()), chart: long });
  expect(visibleText(running)).toContain("Date / Value: Month 0 0%; Month 1 1%;");
});

test("everything that an edition says can be read without images", async () => {
  const { html } = await mailOf(full);
  const text = visibleText(html).replace(/\s+/g, " ");
  const said = [
    ...[
      "A title",
      "3 February 2025",
      "All readers",
      "Internal",
      "The point.",
      "Ann Example, Research",
      "It happened",
    ],
    ...[
      "10%",
      "label 4",
      "27 Jan 2025",
      "A day.",
      "“Words.”",
      "Somebody, Chair",
      "They say so.",
      "It may not be.",
    ],
    ...[
      "Low confidence",
      "What now?",
      "Shall we?",
      "Yes We do.",
      "We recommend",
      "CEO",
      "Title of alpha",
      "Title of beta",
    ],
  ];
  expect(
    said.filter(
      (words) =>
        !text
          .replace(/\u00a0/g, " ")
          .replace(/ +/g, " ")
          .includes(words),
    ),
  ).toEqual([]);
});

test("the same edition gives the same bytes", async () => {
  const [first, second] = [await mailOf(full), await mailOf(full)];
  expect(first.html).toBe(second.html);
});
