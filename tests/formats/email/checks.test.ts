import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clientSupport } from "../../../scripts/make-client-support.mjs";
import type { Artifact } from "../../../src/formats/artifact.ts";
import { checkMessage } from "../../../src/formats/email/check-message.ts";
import { checkSupport, GRACEFUL } from "../../../src/formats/email/check-support.ts";
import { MAIL_CLIENTS, SUPPORT_TABLE } from "../../../src/formats/email/client-support.ts";
import { POLICY } from "./mail-of.ts";

const message = (html: string, subject = "A subject"): Artifact => ({
  ...{ format: "email", name: "x.email.html", mediaType: "text/html", pages: null, fit: null },
  bytes: new TextEncoder().encode(html),
  mail: { subject, preheader: "", images: [] },
});

const codesOf = (html: string, subject?: string) =>
  checkMessage(message(html, subject), "email.hbs", POLICY).map(({ code }) => code);

const ofBytes = (bytes: number) => `<p>${"x".repeat(bytes - 7)}</p>`;

test.each<[what: string, html: string, codes: string[], subject?: string]>([
  ["a message of 80 KB", ofBytes(81_920), []],
  ["one byte more", ofBytes(81_921), ["email-large"]],
  ["the last byte that Gmail shows", ofBytes(102_400), ["email-large"]],
  ["one byte more than Gmail shows", ofBytes(102_401), ["email-clipped"]],
  ["style elements over 16 KB", `<style>${"a{}".repeat(5500)}</style>`, ["email-styles-large"]],
  ["a subject of 80 characters", "<p>x</p>", [], "x".repeat(80)],
  ["a longer subject", "<p>x</p>", ["email-subject-long"], "x".repeat(81)],
  ["an image with words", '<img src="cid:a" alt="words" width="9">', []],
  ["an image without alternative text", '<img src="cid:a" width="9">', ["email-image-alt"]],
  ["an image with an empty alternative text", '<img src="cid:a" alt="" width="9">', ["email-image-alt"]],
  ["a link that says where it leads", '<a href="https://a.example">The report of Acme</a>', []],
  ["a link that says here", '<a href="https://a.example">here</a>', ["email-link-text"]],
  [
    "a link that says it in capitals with a point",
    '<a href="https://a.example"><b>Click Here</b>.</a>',
    ["email-link-text"],
  ],
  ["a link that says so in German", '<a href="https://a.example">mehr erfahren</a>', ["email-link-text"]],
  ["a link without text", '<a href="https://a.example"> </a>', ["email-link-text"]],
  [
    "a link around an image with words",
    '<a href="https://a.example"><img src="cid:a" alt="The report" width="9"></a>',
    [],
  ],
  ["a number with a label", '<a href="https://a.example" aria-label="Source 1: Acme">1</a>', []],
])("%s", (_what, html, codes, subject) => {
  expect(codesOf(html, subject)).toEqual(codes);
});

const featuresOf = (html: string, clients = POLICY.clients, allow: readonly string[] = []) =>
  checkSupport(html, "email.hbs", { clients, allow }).map(
    ({ message: text }) => /“(.+?)” is/.exec(text)?.[1],
  );

test.each<[what: string, html: string, features: string[]]>([
  ["plain tables", '<table><tr><td style="padding:4px;color:#123456">x</td></tr></table>', []],
  ["a flexible box", '<div style="display:flex">x</div>', ["display:flex"]],
  ["a grid", '<div style="display: grid">x</div>', ["display:grid"]],
  ["a custom property", '<p style="color:var(--x)">x</p>', ["var()"]],
  ["a calculation", '<p style="width:calc(100% - 1px)">x</p>', ["calc()"]],
  ["a unit of the window", '<p style="font-size:4vw">x</p>', ["1vw"]],
  ["a drawing", "<svg></svg>", ["<svg>"]],
  ["an element of pages", "<section>x</section>", ["<section>"]],
  ["a place in the message", '<a href="#a">x</a>', ["href=#"]],
  ["padding of a paragraph", '<p style="margin:0;padding:4px 0">x</p>', ["padding on <p>"]],
  ["a shadow", '<td style="box-shadow:0 0 1px #000">x</td>', ["box-shadow"]],
  ["a font from elsewhere", "<style>@font-face{font-family:x}</style>", ["@font-face"]],
  ["words of a value in quotation marks", `<p style="font-family:'var(x) 4vw grid'">x</p>`, []],
  ["what is for Outlook alone", '<!--[if mso]><v:x style="display:flex"></v:x><![endif]-->', []],
])("the table of mail programs knows %s", (_what, html, features) => {
  expect(featuresOf(html)).toEqual(features);
});

test("a finding names the programs and where it is used", () => {
  const [finding] = checkSupport('<td style="box-shadow:0 0 1px #000">x</td>', "email.hbs", POLICY);
  expect(finding).toMatchObject({
    code: "email-unsupported",
    severity: "error",
    where: { file: "email.hbs" },
  });
  expect(finding?.message).toContain("unknown to gmail, outlook-windows");
  expect(finding?.message).toContain("box-shadow:0 0 1px #000");
});

test("only the programs that a project names count", () => {
  const html = '<div style="display:flex">x</div>';
  expect(featuresOf(html, ["apple-mail"])).toEqual([]);
  expect(featuresOf(html, ["outlook-windows"])).toEqual(["display:flex"]);
});

test("a project may allow what it knows to be missing", () => {
  expect(featuresOf('<td style="box-shadow:0 0 1px #000">x</td>', POLICY.clients, ["box-shadow"])).toEqual(
    [],
  );
});

test("everything that is graceful says what a reader has instead, in the documentation too", () => {
  const docs = readFileSync(new URL("../../../docs/email.md", import.meta.url), "utf8");
  for (const [feature, instead] of GRACEFUL) {
    expect(docs).toContain(`\`${feature}\``);
    expect(docs).toContain(instead);
  }
});

test("the table is that of the installed data", () => {
  const file = readFileSync(new URL("../../../src/formats/email/client-support.ts", import.meta.url), "utf8");
  expect(file, "run: node scripts/make-client-support.mjs").toBe(clientSupport());
});

test("every feature of the table has a letter for every program", () => {
  const entries = SUPPORT_TABLE.trim().split(/ \| |\n/);
  expect(entries.length).toBeGreaterThan(250);
  for (const entry of entries) expect(entry).toMatch(new RegExp(` [yanu]{${MAIL_CLIENTS.length}}$`));
});
