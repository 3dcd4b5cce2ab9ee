import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { folderOf } from "../render/folder-of.ts";
import { BRIEF, mailProject } from "./mail-project.ts";
import { startInProcess } from "./run-in-process.ts";

const draft = (folder: string, ...args: string[]) =>
  startInProcess(["draft", "weekly.yaml", ...args], folder).done;
const read = (folder: string, name: string) => readFileSync(path.join(folder, "output/weekly", name));

test("a draft needs no settings and no server: it is addressed, unsent and complete", async () => {
  const folder = folderOf({ "weekly.yaml": BRIEF });
  const run = await draft(
    folder,
    "--to",
    "ann@example.com,bob@example.com",
    "--cc",
    "cat@example.com",
    "--no-pdf",
  );
  expect(run).toMatchObject({ code: 0 });
  expect(run.out).toMatch(/^✓ output.weekly.weekly\.eml {2}\d+ KB {2}A brief to be mailed\n/);
  const bytes = read(folder, "weekly.eml");
  const mail = await simpleParser(bytes);
  expect(mail.headers.get("x-unsent")).toBe("1");
  expect(mail.headers.has("list-unsubscribe")).toBe(false);
  expect([mail.to, mail.cc].map((field) => (Array.isArray(field) ? "" : field?.text))).toEqual([
    "ann@example.com, bob@example.com",
    "cat@example.com",
  ]);
  expect(mail.subject).toBe("A brief to be mailed");
  expect(mail.date?.toISOString()).toBe("2025-02-03T12:00:00.000Z");
  expect(mail.text).toContain("A brief to be mailed");
  expect(mail.html).toContain("<table");
});

test("each audience has its own draft", async () => {
  const folder = folderOf({ "weekly.yaml": BRIEF });
  const { out } = await draft(folder, "-a", "c-level,marketing", "--no-pdf", "--json");
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    drafts: [{ audience: "c-level" }, { audience: "marketing" }].map((one) => ({
      ...one,
      locale: "en",
      subject: "A brief to be mailed",
      preheader: expect.stringMatching(/./),
      path: expect.stringMatching(`weekly.${one.audience}.eml$`),
    })),
  });
});

test("the same brief gives the same draft, byte for byte, with its PDF", async () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../briefs/deepseek.yaml"), "utf8");
  const [one, two] = [mailProject({ port: 9, cert: "" }), mailProject({ port: 9, cert: "" })];
  for (const folder of [one, two]) {
    writeFileSync(path.join(folder, "weekly.yaml"), text);
    const audiences = ["-a", "all,c-level,marketing"];
    expect(await draft(folder, "--to", "ann@example.com", ...audiences)).toMatchObject({ code: 0 });
  }
  for (const name of ["weekly.eml", "weekly.c-level.eml", "weekly.marketing.eml"]) {
    expect(read(one, name).equals(read(two, name)), name).toBe(true);
  }
  const mail = await simpleParser(read(one, "weekly.eml"));
  expect(mail.from?.text).toBe('"Briefing desk" <desk@brief.test>');
  const pdf = mail.attachments.find(({ contentType }) => contentType === "application/pdf");
  expect(pdf?.filename).toBe("weekly.pdf");
  expect(pdf?.content.toString("latin1")).toMatch(/^%PDF[\s\S]*%%EOF\s*$/);
});

test.each([
  { name: "an address with a line break", args: ["--to", "ann@example.com\r\nBcc: x@evil.test"], code: 2 },
  { name: "a name in brackets", args: ["--to", "Ann <ann@example.com>"], code: 2 },
  { name: "an edition that the brief does not have", args: ["-a", "board"], code: 2 },
  { name: "a brief with an error", args: [], brief: BRIEF.replace("title:", "titel:"), code: 1 },
])("$name makes no draft", async ({ args, brief, code }) => {
  const folder = folderOf({ "weekly.yaml": brief ?? BRIEF });
  const run = await draft(folder, "--no-pdf", "--json", ...args);
  expect(run.code).toBe(code);
  expect(JSON.parse(run.out)).toMatchObject({ ok: false, drafts: [] });
  expect(() => read(folder, "weekly.eml")).toThrow();
});

test("a draft that cannot be written is told of", async () => {
  const folder = folderOf({ "weekly.yaml": BRIEF });
  writeFileSync(path.join(folder, "output"), "a file");
  const run = await draft(folder, "--no-pdf");
  expect(run).toMatchObject({ code: 3, out: "" });
  expect(run.err).toContain("output-not-writable");
});
