import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { starterBrief } from "../../src/cli/starter-brief.ts";
import { useBriefProgram } from "./brief-program.ts";

const program = useBriefProgram();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-build-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = starterBrief({ title: "A good brief", date: "2025-02-03", schemaComment: "# test" });
const BAD = GOOD.replace("title:", "titel:");
const HTML = ["--format", "html"];

const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const brief = (...args: string[]) => program.run(args, { folder });
const filesIn = (name: string) =>
  readdirSync(path.join(folder, name), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.\w+$/.test(file))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

const buildSchema = z.strictObject({
  ok: z.boolean(),
  briefs: z.array(
    z.strictObject({
      file: z.string(),
      slug: z.string(),
      editions: z.array(
        z.strictObject({
          audience: z.string(),
          artifacts: z.array(
            z.strictObject({
              format: z.enum(["pdf", "html"]),
              path: z.string(),
              bytes: z.int().positive(),
              pages: z.int().positive().nullable(),
              fit: z
                .strictObject({ step: z.int(), typePt: z.number(), leading: z.number(), space: z.number() })
                .nullable(),
            }),
          ),
        }),
      ),
      diagnostics: z.array(diagnosticSchema()),
    }),
  ),
  diagnostics: z.array(diagnosticSchema()),
});

function diagnosticSchema() {
  return z.strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    message: z.string().min(1),
    hint: z.string().nullable(),
    file: z.string().nullable(),
    line: z.int().positive().nullable(),
    column: z.int().positive().nullable(),
  });
}

describe("a newcomer", () => {
  test("is told in an empty folder how to write a first brief", async () => {
    const { code, out, err } = await brief("build");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("brief new briefs/my-brief.yaml");
  });

  test("writes a first brief and holds a page of each edition, PDF and HTML", async () => {
    expect(await brief("new", "briefs/first.yaml")).toMatchObject({ code: 0, err: "" });
    const { code, out, err } = await brief("build");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/✓ briefs.first\.yaml {2}all, c-level, marketing {2}A4, one page, [\d.–]+ pt {2}PDF/);
    expect(out).toMatch(/1 brief, 3 editions, 6 files in output\/ — open output.first.first\.html\n$/);
    expect(filesIn("output")).toEqual([
      "first/first.c-level.html",
      "first/first.c-level.pdf",
      "first/first.html",
      "first/first.marketing.html",
      "first/first.marketing.pdf",
      "first/first.pdf",
    ]);
  });

  test("sees every fault of a brief at its line, and no word of success", async () => {
    write("my.yaml", BAD);
    const { code, out, err } = await brief("build", "my.yaml");
    expect(code).toBe(1);
    expect(err).toMatch(/my\.yaml:\d+:1 {2}error {2}unknown-key/);
    expect(err).toContain("Did you mean “title”?");
    expect(out).toMatch(/✗ my\.yaml {2}not built, \d errors?: /);
    expect(out).toMatch(/Nothing was built\. The reasons are above\.\n$/);
    expect(existsSync(path.join(folder, "output"))).toBe(false);
  });
});

describe("the exit code", () => {
  test.each([
    { name: "is 0 for a good brief", args: ["good.yaml", ...HTML], code: 0 },
    { name: "is 1 for a bad brief", args: ["bad.yaml", ...HTML], code: 1 },
    { name: "is 1 for a good brief and a bad one", args: ["good.yaml", "bad.yaml", ...HTML], code: 1 },
    { name: "is 2 for a path that does not exist", args: ["goood.yaml", ...HTML], code: 2 },
    { name: "is 2 for an edition that the brief does not have", args: ["good.yaml", "-a", "board"], code: 2 },
    {
      name: "is 2 for a template set that does not exist",
      args: ["good.yaml", "-t", "nope", ...HTML],
      code: 2,
    },
    { name: "is 2 for a locale without labels", args: ["good.yaml", "--locale", "xx", ...HTML], code: 2 },
    { name: "is 2 for an option that does not exist", args: ["--fromat", "html"], code: 2 },
    { name: "is 2 for a format that does not exist", args: ["--format", "doc"], code: 2 },
    { name: "is 2 for a number that is none", args: ["--jobs", "many"], code: 2 },
    { name: "is 2 for a name that leads out of the folder", args: ["good.yaml", "--name", "../x"], code: 2 },
    { name: "is 2 for one name and two briefs", args: ["good.yaml", "bad.yaml", "--name", "x"], code: 2 },
    {
      name: "is 3 for a browser that is not there",
      args: ["good.yaml", "--browser", "/no/browser"],
      code: 3,
    },
    {
      name: "is 3 for a bad brief without a browser",
      args: ["good.yaml", "bad.yaml", "--browser", "/no/b"],
      code: 3,
    },
    { name: "is 2 when a wrong path meets a bad brief", args: ["goood.yaml", "bad.yaml", ...HTML], code: 2 },
  ])("$name", async ({ args, code }) => {
    write("good.yaml", GOOD);
    write("bad.yaml", BAD);
    expect((await brief("build", ...args)).code).toBe(code);
  });
});

test("without a browser HTML is written, and the missing PDF is told once with what to do", async () => {
  write("briefs/one.yaml", GOOD);
  write("briefs/two.yaml", GOOD);
  const { code, out, err } = await brief("build", "--browser", "/no/browser");
  expect(code).toBe(3);
  expect(filesIn("output").every((file) => file.endsWith(".html"))).toBe(true);
  expect(filesIn("output")).toHaveLength(6);
  expect(err.match(/browser-named-missing/g)).toHaveLength(1);
  expect(out).toContain("no PDF, HTML");
  expect(out).toContain("0 of 2 briefs complete");
});

test("a bad brief does not stop the others", async () => {
  write("briefs/a.yaml", GOOD);
  write("briefs/b.yaml", BAD);
  write("briefs/c.yaml", GOOD);
  const { code, out } = await brief("build", ...HTML, "--audience", "all");
  expect(code).toBe(1);
  expect(filesIn("output")).toEqual(["a/a.html", "c/c.html"]);
  expect(out).toContain("2 of 3 briefs complete; 2 editions, 2 files in output/.");
});

test("two briefs of one name are not written over each other", async () => {
  write("briefs/x/same.yaml", GOOD);
  write("briefs/y/same.yaml", GOOD);
  const { code, err } = await brief("build", ...HTML);
  expect(code).toBe(1);
  expect(err).toContain("slug-taken");
});

test("--json prints the result and nothing else", async () => {
  write("good.yaml", GOOD);
  const { code, out, err } = await brief("build", "good.yaml", "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const data = buildSchema.parse(JSON.parse(out));
  expect(data).toMatchObject({ ok: true, diagnostics: [], briefs: [{ file: "good.yaml", slug: "good" }] });
  const artifacts = data.briefs.flatMap(({ editions }) => editions).flatMap((edition) => edition.artifacts);
  expect(artifacts.map(({ format, pages }) => [format, pages])).toEqual(
    ["all", "c-level", "marketing"].flatMap(() => [
      ["pdf", 1],
      ["html", null],
    ]),
  );
  for (const { path: file, bytes } of artifacts)
    expect(readFileSync(path.join(folder, file)).length).toBe(bytes);
});

test.each([
  { name: "a bad brief", args: ["bad.yaml"] },
  { name: "a missing file", args: ["nope.yaml"] },
  { name: "an option that does not exist", args: ["--fromat"] },
  { name: "no briefs at all", args: [] },
  { name: "a missing browser", args: ["good.yaml", "--browser", "/no/browser"] },
  { name: "an output folder that is a file", args: ["good.yaml", "--out", "bad.yaml", ...HTML] },
])("--json stays valid for $name, with the reason in it", async ({ args }) => {
  write("good.yaml", GOOD);
  write("bad.yaml", BAD);
  const data = buildSchema.parse(JSON.parse((await brief("build", "--json", ...args)).out));
  expect(data.ok).toBe(false);
  const all = [...data.diagnostics, ...data.briefs.flatMap(({ diagnostics }) => diagnostics)];
  expect(all.filter(({ severity }) => severity === "error")).not.toEqual([]);
});

describe("standard input", () => {
  test("is built under the words of its title", async () => {
    const run = await program.run(["build", "-", ...HTML, "--audience", "all"], { folder, input: GOOD });
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(filesIn("output")).toEqual(["a-good-brief/a-good-brief.html"]);
  });

  test("is built under the name it is given", async () => {
    const args = ["build", "-", ...HTML, "--audience", "all", "--name", "Weekly"];
    expect(await program.run(args, { folder, input: GOOD })).toMatchObject({ code: 0 });
    expect(filesIn("output")).toEqual(["Weekly/Weekly.html"]);
  });

  test.each([
    { name: "a fault", input: BAD, code: "unknown-key" },
    { name: "bytes that are no text", input: new Uint8Array([0xff, 0x80, 0x31]), code: "file-encoding" },
    { name: "more than a brief can be", input: "#".repeat(1024 ** 2 + 1), code: "file-too-large" },
    { name: "nothing", input: "", code: "file-empty" },
  ])("with $name is refused under its name", async ({ input, code }) => {
    const run = await program.run(["build", "-", "--json"], { folder, input });
    expect(run.code).toBe(1);
    const data = buildSchema.parse(JSON.parse(run.out));
    const all = [...data.diagnostics, ...data.briefs.flatMap(({ diagnostics }) => diagnostics)];
    expect(all.map((finding) => [finding.code, finding.file])).toContainEqual([code, "<stdin>"]);
  });
});

describe("an output folder that cannot be written", () => {
  test("because a file stands in its place is named once", async () => {
    write("a.yaml", GOOD);
    write("output", "a file");
    const { code, err } = await brief("build", "a.yaml", ...HTML);
    expect(code).toBe(3);
    expect(err.match(/output-not-writable/g)).toHaveLength(1);
    expect(err).toContain("a file stands where a folder is needed");
    expect(readFileSync(path.join(folder, "output"), "utf8")).toBe("a file");
  });

  // Root may write anywhere, and Windows has other rights than these.
  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "for want of rights is named",
    async () => {
      write("a.yaml", GOOD);
      mkdirSync(path.join(folder, "output"));
      chmodSync(path.join(folder, "output"), 0o500);
      const { code, err } = await brief("build", "a.yaml", ...HTML);
      expect(code).toBe(3);
      expect(err).toContain("you have no permission to write there");
    },
  );
});

test("--quiet prints errors only", async () => {
  write("good.yaml", GOOD);
  write("bad.yaml", BAD);
  expect(await brief("build", "good.yaml", "-q", ...HTML)).toEqual({ code: 0, out: "", err: "" });
  const bad = await brief("build", "bad.yaml", "-q", ...HTML);
  expect(bad.out).toBe("");
  expect(bad.err).toContain("unknown-key");
});

test("--verbose tells which browser printed", async () => {
  write("good.yaml", GOOD);
  const { out } = await brief("build", "good.yaml", "--verbose", "--format", "pdf");
  expect(out).toMatch(/Browser: [\w-]+, .+\n/);
  expect(out).toMatch(/launched in \d+ ms\n/);
});

test.each([
  { name: "there are none where nobody looks", env: {}, hasColors: false },
  { name: "FORCE_COLOR asks for them", env: { FORCE_COLOR: "1" }, hasColors: true },
  { name: "NO_COLOR goes before", env: { FORCE_COLOR: "1", NO_COLOR: "1" }, hasColors: false },
])("colours: $name", async ({ env, hasColors }) => {
  write("bad.yaml", BAD);
  const { out, err } = await program.run(["build", "bad.yaml", ...HTML], { folder, env });
  expect([out, err].map((text) => text.includes("\u001b["))).toEqual([hasColors, hasColors]);
});

test("a pipe that its reader closes is nothing to complain about", async () => {
  write("good.yaml", GOOD);
  const { process: child, done } = program.start(["build", "good.yaml", ...HTML], { folder });
  child.stdout?.destroy();
  expect(await done).toMatchObject({ code: 0, err: "" });
  expect(filesIn("output")).toHaveLength(3);
});
