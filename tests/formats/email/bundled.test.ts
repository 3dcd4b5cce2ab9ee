import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { LARGE_BYTES } from "../../../src/formats/email/check-message.ts";
import { openTestExecbrief } from "../../support/open-test-execbrief.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const BRIEFS = readdirSync(path.join(ROOT, "briefs")).filter((name) => name.endsWith(".yaml"));

const folder = mkdtempSync(path.join(tmpdir(), "execbrief-mail-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(project: string, name: string) {
  await using execbrief = await openTestExecbrief({ folder: project });
  const source = await execbrief.read(path.join(ROOT, "briefs", name));
  if (!source.ok) throw new Error(`${name} cannot be read`);
  return execbrief.build(source.value, { formats: ["email", "text"] });
}

test.each(BRIEFS)(
  "every edition of %s is a message under 80 KB and a text, and nothing is found in either",
  async (name) => {
    const { ok, editions, diagnostics } = await build(ROOT, name);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect(ok).toBe(true);
    expect(editions.map(({ audience }) => audience).sort()).toEqual(["all", "c-level", "marketing"]);
    for (const { artifacts } of editions) {
      expect(artifacts.map(({ format }) => format)).toEqual(["email", "text"]);
      expect(artifacts[0]?.bytes.length).toBeLessThan(LARGE_BYTES);
      const html = new TextDecoder().decode(artifacts[0]?.bytes);
      const used = [...html.matchAll(/cid:([^"]+)"/g)].map(([, id]) => id);
      expect(used).toEqual(artifacts[0]?.mail?.images.map(({ contentId }) => contentId));
    }
  },
);

/** A project whose template set is the bundled one with other files. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const project = mkdtempSync(path.join(folder, "project-"));
  const set = path.join(project, "templates/own");
  mkdirSync(path.dirname(set), { recursive: true });
  cpSync(path.join(ROOT, "templates/executive"), set, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(set, name), text);
  writeFileSync(path.join(project, "brief.config.yaml"), "template: own\n");
  return project;
}

const docs = readFileSync(path.join(ROOT, "docs/email.md"), "utf8");
const [, example = ""] = /```handlebars email\.hbs\n([\s\S]*?)```/.exec(docs) ?? [];

test("the message of the documentation is complete and for every program", async () => {
  const { ok, diagnostics } = await build(projectWith({ "email.hbs": example }), "crowdstrike-outage.yaml");
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  expect(ok).toBe(true);
});

test.each<[what: string, files: Record<string, string>, codes: string[]]>([
  ["a part is left out", { "email.hbs": example.replace("{{> email/timeline}}", "") }, ["timeline-missing"]],
  ["a style of its own", { "partials/email/heading.hbs": '<p style="x">x</p>' }, ["template-markup"]],
  [
    "a comment for Outlook",
    { "partials/email/heading.hbs": "<!--[if mso]><h2>x</h2><![endif]-->" },
    ["template-markup"],
  ],
  [
    "data in a comment for Outlook",
    { "partials/email/heading.hbs": "<!--[if mso]><h2>{{text}}</h2><![endif]-->" },
    ["template-misplaced"],
  ],
  [
    "an element of pages",
    { "partials/email/heading.hbs": "<section>{{text}}</section>" },
    ["template-markup"],
  ],
  ["a partial of the page", { "email.hbs": "{{> caveat}}" }, ["template-unknown-partial"]],
  ["a field that does not exist", { "email.hbs": "{{titel}}" }, ["template-unknown-field"]],
  [
    "a field of the message that does not exist",
    { "email.hbs": "{{mail.subjekt}}" },
    ["template-unknown-field"],
  ],
  ["a style that loads something", { "email.css": "p{background:url(x)}" }, ["template-style"]],
  ["rich text in plain text", { "text.hbs": "{{rich bottomLine}}" }, ["template-not-text"]],
])("a template set is told of %s", async (_what, files, codes) => {
  const { diagnostics } = await build(projectWith(files), "third-party-cookies.yaml");
  expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
});

test("a design that Outlook would lay out otherwise is told where it uses what", async () => {
  const css = readFileSync(path.join(ROOT, "templates/executive/email.css"), "utf8");
  const project = projectWith({
    "email.css": `${css}\n.lead { padding: 4px; box-shadow: 0 0 1px #000000; }`,
  });
  const { diagnostics } = await build(project, "third-party-cookies.yaml");
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["email-unsupported"]));
  expect(diagnostics.map(({ message }) => /“(.+?)”/.exec(message)?.[1])).toEqual(
    expect.arrayContaining(["box-shadow", "padding on <p>"]),
  );
});

test("a set without templates for messages makes pages, and says what it lacks when asked for a message", async () => {
  const project = projectWith({});
  for (const name of ["email.hbs", "text.hbs"]) rmSync(path.join(project, "templates/own", name));
  const { diagnostics } = await build(project, "third-party-cookies.yaml");
  expect(diagnostics.map(({ code }) => code)).toEqual(["email-template-missing", "email-template-missing"]);
});
