import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PDFDocument, PDFStream } from "@cantoo/pdf-lib";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import type { Execbrief } from "../../src/open-execbrief.ts";
import { type Canary, openCanary } from "../support/canary.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { dense, readPdf } from "../support/read-pdf.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";
import { loadPayloads } from "./load-payloads.ts";

/** Texts around the attacked fields; all of them must reach the reader. */
const SENTINELS = ["First figure", "The caveat that stays", "The question that stays?", "The last source"];

/** Fields that an attacker could write, each as a change to a harmless brief. */
const FIELDS: Readonly<Record<string, (brief: Draft, payload: string) => void>> = {
  title: (brief, payload) => Object.assign(brief, { title: payload }),
  classification: (brief, payload) => Object.assign(brief, { classification: payload }),
  author: (brief, payload) => Object.assign(brief.author, { name: payload }),
  bottomLine: (brief, payload) => Object.assign(brief, { bottomLine: payload }),
  summary: (brief, payload) => Object.assign(brief.event, { summary: payload }),
  figureLabel: (brief, payload) => Object.assign(brief.event.figures[0] ?? {}, { label: payload }),
  claim: (brief, payload) => Object.assign(brief.caveats[0] ?? {}, { claim: payload }),
  why: (brief, payload) => Object.assign(brief.questions[0] ?? {}, { why: payload }),
  owner: (brief, payload) => Object.assign(brief.questions[0] ?? {}, { owner: payload }),
  sourceTitle: (brief, payload) => Object.assign(brief.sources[0] ?? {}, { title: payload }),
  sourceUrl: (brief, payload) => Object.assign(brief.sources[0] ?? {}, { url: payload }),
};

/** An image that is not there stops a build, which is an answer too. */
const REFUSALS = ["image-missing", "image-outside"];

/** Payloads printed together: printing each alone would cost a minute and prove no more. */
const CHUNK = 8;

type Draft = ReturnType<typeof harmlessBrief>;

let execbrief: Execbrief;
let reader: Browser;
let canary: Canary;
let folder: string;
beforeAll(async () => {
  [execbrief, reader, canary, folder] = await Promise.all([
    openTestExecbrief({ isPrinting: true }),
    openReaderBrowser(),
    openCanary(),
    mkdtemp(path.join(tmpdir(), "execbrief-attacks-")),
  ]);
});
afterAll(async () => {
  await Promise.all([execbrief[Symbol.asyncDispose](), reader.close(), canary[Symbol.asyncDispose]()]);
  await rm(folder, { recursive: true, force: true });
});

const payloads = loadPayloads();

test("the corpus has at least 150 payloads", () => {
  expect(payloads.length).toBeGreaterThanOrEqual(150);
});

test.each(payloads.map(({ name }, index) => [name, index] as const))(
  "%s stays a text in HTML",
  async (_name, index) => {
    const { markdown } = loadPayloads(canary.host)[index] ?? { markdown: "" };
    const attacked = harmlessBrief();
    for (const attack of Object.values(FIELDS)) if (isAccepted(attack, markdown)) attack(attacked, markdown);

    const html = await buildOne(attacked, "html");
    if (html === undefined) return;
    const file = path.join(folder, `${index}.html`);
    await writeFile(file, html);
    const harmless = { missing: [], isPwned: false, requests: [], url: pathToFileURL(file).href };
    expect(await readAsReader(file)).toEqual(harmless);
    expect(canary.calls).toEqual([]);
  },
);

/** `npm run test:soak` prints all; what a payload can do, it does in HTML, where every test run tries each alone. */
const STRIDE = import.meta.env.MODE === "soak" ? 1 : 3;
const chunks = Array.from(
  { length: Math.ceil(payloads.length / CHUNK / STRIDE) },
  (_, index) => index * CHUNK * STRIDE,
);

test.each(chunks)("the payloads from number %i on stay texts in PDF", async (start) => {
  const chunk = loadPayloads(canary.host).slice(start, start + CHUNK);
  const pdf = await buildOne(manyAttacks(chunk.map(({ markdown }) => markdown)), "pdf");
  if (pdf === undefined) throw new Error("The chunk is built.");

  const { text } = await readPdf(pdf);
  for (const sentinel of SENTINELS) expect(dense(text)).toContain(dense(sentinel));
  const objects = await objectsOf(pdf);
  expect(objects.length).toBeGreaterThan(50);
  expect(
    objects.filter((object) => /\/(?:JavaScript|JS|Launch|SubmitForm|URI \(javascript)/.test(object)),
  ).toEqual([]);
  // The brief and the seal, and nothing that a payload brought along.
  expect(objects.filter((object) => object.includes("/EmbeddedFile"))).toHaveLength(3);
  expect(canary.calls).toEqual([]);
});

test("most payloads reach most fields, so that the suite tests something", () => {
  const reached = payloads.flatMap(({ markdown }) =>
    Object.values(FIELDS).filter((attack) => isAccepted(attack, markdown)),
  );
  expect(reached.length / (payloads.length * Object.keys(FIELDS).length)).toBeGreaterThan(0.4);
});

/** Every object of a file as it is written, also those that stand packed in streams; streams by their dictionary alone. */
async function objectsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFStream ? object.dict.toString() : object.toString()));
}

/** What a browser makes of the page: texts that are not to be seen, whether a script ran, what was asked for. */
async function readAsReader(file: string) {
  const page = await reader.newPage();
  const requests: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && url !== pathToFileURL(file).href) requests.push(url);
  });
  page.on("dialog", (dialog) => {
    requests.push("dialog");
    void dialog.dismiss();
  });
  try {
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    const visible = await page.evaluate(() => document.body.innerText);
    const missing = SENTINELS.filter(
      (sentinel) => !dense(visible).toLowerCase().includes(dense(sentinel).toLowerCase()),
    );
    const isPwned = await page.evaluate(() => "__pwned" in window);
    return { missing, isPwned, requests, url: page.url() };
  } finally {
    await page.close();
  }
}

/** The bytes of one artifact; undefined if the build was refused for a reason that is an answer. */
async function buildOne(brief: Draft, format: "html" | "pdf"): Promise<Uint8Array | undefined> {
  // One text in every field cannot be told apart, and some payloads have characters that no font of this machine has.
  const order = { formats: [format], audiences: ["all"], pages: 20, preflight: false };
  const { editions, diagnostics } = await execbrief.build(sourceOf(brief), order);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.filter(({ code }) => !REFUSALS.includes(code))).toEqual([]);
  return errors.length > 0 ? undefined : editions[0]?.artifacts[0]?.bytes;
}

/** A brief with each payload in a caveat, a question, an implication and a source, as far as its schema lets it in. */
function manyAttacks(markdowns: readonly string[]): Draft {
  const isLine = (markdown: string) =>
    isAccepted((brief, text) => Object.assign(brief.caveats[0] ?? {}, { claim: text }), markdown);
  const isTitle = (markdown: string) =>
    isAccepted((brief, text) => Object.assign(brief.sources[0] ?? {}, { title: text }), markdown);
  const lines = markdowns.filter(isLine);
  const brief = harmlessBrief();
  brief.caveats.unshift(
    ...lines.slice(0, 7).map((claim) => ({ claim, caveat: claim, confidence: "low", sources: ["one"] })),
  );
  brief.questions.push(...lines.map((why) => ({ question: "Attacked?", why, owner: "CFO" })));
  brief.implications.push(...lines.map((text) => ({ audience: "all", text })));
  for (const [index, title] of markdowns.filter(isTitle).entries()) {
    brief.sources.unshift({ id: `attacked-${index}`, title });
    brief.bottomLine += ` [@attacked-${index}]`;
  }
  return brief;
}

function isAccepted(attack: (brief: Draft, payload: string) => void, payload: string): boolean {
  const brief = harmlessBrief();
  attack(brief, payload);
  return parseBrief(sourceOf(brief)).ok;
}

const sourceOf = (brief: Draft) => ({ path: "attack.json", text: JSON.stringify(brief) });

interface DraftSource {
  id: string;
  title: string;
  url?: string;
}

function harmlessBrief() {
  return {
    title: "A harmless title",
    date: "2025-02-03",
    author: { name: "An author" },
    classification: "Internal",
    bottomLine: "The bottom line.",
    event: {
      summary: "What happened.",
      figures: [
        { value: "1%", label: "Attacked figure", sources: ["one"] },
        { value: "2%", label: "First figure", sources: ["two"] },
      ],
    },
    caveats: [{ claim: "A claim.", caveat: "The caveat that stays", confidence: "low", sources: ["one"] }],
    questions: [{ question: "The question that stays?", why: "Because.", owner: "CFO" }],
    implications: [{ audience: "all", text: "An implication." }],
    sources: [
      { id: "one", title: "The first source", url: "https://example.com/" },
      { id: "two", title: "The last source" },
    ] as DraftSource[],
  };
}
