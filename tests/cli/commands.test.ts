import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { useBriefProgram } from "./brief-program.ts";

const program = useBriefProgram();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-commands-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
const brief = (...args: string[]) => program.run(args, { folder });

describe("brief", () => {
  test("prints its version", async () => {
    const { version } = JSON.parse(
      readFileSync(path.join(import.meta.dirname, "../../package.json"), "utf8"),
    );
    expect(await brief("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  test("without a command shows its help and is not a success", async () => {
    const { code, out, err } = await brief();
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^Usage: brief /);
  });

  test.each([["--help"], ["help"], ["build", "--help"], ["browser", "install", "--help"]])(
    "shows help with examples for %s %s %s",
    async (...args) => {
      const { code, out, err } = await brief(...args.filter((arg) => arg !== undefined));
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^Usage: brief /);
      expect(out).toContain("Examples:\n  ");
    },
  );

  test.each([
    { args: ["buidl"], problem: "Unknown command “buidl”.", hint: "Did you mean build?" },
    { args: ["check", "--jsno"], problem: "Unknown option “--jsno”.", hint: "Did you mean --json?" },
    { args: ["new"], problem: "Missing required argument “file”.", hint: "Add --help" },
  ])("answers $args with what was probably meant", async ({ args, problem, hint }) => {
    const { code, out, err } = await brief(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(problem);
    expect(err).toContain(`→ ${hint}`);
  });
});

describe("brief new", () => {
  test("writes a brief that fits a page in every edition, on both papers", async () => {
    expect(await brief("new", "one")).toMatchObject({ code: 0, err: "" });
    for (const page of ["A4", "Letter"]) {
      const run = await brief("build", "one.yaml", "--page", page);
      expect(run).toMatchObject({ code: 0, err: "" });
      expect(run.out).toContain(`all, c-level, marketing  ${page}, one page`);
    }
  });

  test("writes a brief of which nothing is found but what is left to write over, down to the last line", async () => {
    expect(await brief("new", "one")).toMatchObject({ code: 0, err: "" });
    const fresh = await brief("check", "one.yaml", "--strict", "--json");
    const codes = (out: string) =>
      (JSON.parse(out) as { briefs: { diagnostics: { code: string }[] }[] }).briefs.flatMap(
        ({ diagnostics }) => diagnostics.map(({ code }) => code),
      );
    expect({ code: fresh.code, codes: codes(fresh.out) }).toEqual({ code: 1, codes: ["starter-text"] });

    write("one.yaml", read("one.yaml").replace("Your name", "Ann Smith"));
    const { err } = await brief("check", "one.yaml");
    expect(err).toMatch(/\d+ texts are still those that “brief new” wrote, on lines 5, .+ and \d+\./);
    expect(err).not.toContain("lines 5, 9, 17");
  });

  test("names the schema of an installed Execbrief for the editor, and otherwise how to get one", async () => {
    expect(await brief("new", "one.yaml")).toMatchObject({ code: 0 });
    expect(read("one.yaml")).toMatch(/^# For help in your editor run “brief schema/);
    const main = program.installIn(folder);
    const { status } = spawnSync(process.execPath, [main, "new", "briefs/two.yaml"], { cwd: folder });
    expect(status).toBe(0);
    const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)/.exec(read("briefs/two.yaml")) ?? [];
    expect(JSON.parse(read(path.join("briefs", schema)))).toHaveProperty("properties.title");
  });

  test("never overwrites a file", async () => {
    write("one.yaml", "mine");
    const { code, err } = await brief("new", "one.yaml");
    expect(code).toBe(2);
    expect(err).toContain("one.yaml exists already");
    expect(read("one.yaml")).toBe("mine");
  });

  test.each([
    { name: "one.json", code: 2, finding: "new-file-not-yaml" },
    { name: "file/one.yaml", code: 3, finding: "output-not-writable" },
  ])("refuses $name with $finding", async ({ name, code, finding }) => {
    write("file", "");
    const run = await brief("new", name);
    expect(run.code).toBe(code);
    expect(run.err).toContain(finding);
  });
});

describe("brief schema", () => {
  test("prints a JSON Schema", async () => {
    const { code, out, err } = await brief("schema");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ type: "object", additionalProperties: false });
  });

  test("writes the same to a file", async () => {
    const { out } = await brief("schema");
    expect(await brief("schema", "--out", "deep/brief.schema.json")).toMatchObject({ code: 0, err: "" });
    expect(read("deep/brief.schema.json")).toBe(out);
  });
});

describe("brief doctor", () => {
  const answer = z.strictObject({
    ok: z.boolean(),
    checks: z.array(
      z.strictObject({
        id: z.enum(["node", "project", "template", "browser", "output"]),
        ok: z.boolean(),
        detail: z.string(),
        diagnostics: z.array(z.looseObject({ code: z.string(), hint: z.string().nullable() })),
      }),
    ),
  });
  const failing = (out: string) =>
    answer
      .parse(JSON.parse(out))
      .checks.filter(({ ok }) => !ok)
      .map(({ id }) => id);

  test("finds a good machine in order, each check in a line, and leaves nothing behind", async () => {
    const { code, out, err } = await brief("doctor");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of ["Node.js", "Project", "Template set", "Browser", "Output folder"]) {
      expect(out).toContain(`✓ ${name}`);
    }
    expect(out).toMatch(/Everything is in order\.\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("names a browser that is not there, with what to do, and ends with 3", async () => {
    const { code, out } = await brief("doctor", "--browser", "/no/browser");
    expect(code).toBe(3);
    expect(out).toMatch(
      /✗ Browser +The browser named by --browser, “\/no\/browser”, .+\n +→ Correct --browser/,
    );
    expect(out).toMatch(/1 check failed; each says how to mend it\.\n$/);
  });

  test("names everything that is wrong at once", async () => {
    mkdirSync(path.join(folder, "templates"));
    write("output", "a file");
    write("brief.config.yaml", "template: nope\n");
    const { code, out } = await brief("doctor", "--json", "--browser", "/no/browser");
    expect(code).toBe(3);
    expect(failing(out)).toEqual(["template", "browser", "output"]);
  });
});
