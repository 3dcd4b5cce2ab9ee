import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runInProcess } from "../cli/run-in-process.ts";
import { folderOf } from "../render/folder-of.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(ROOT, "docs/template-sets.md"), "utf8");

/** The examples of the page in their order: commands to run, and files to write. */
const STEPS = [...page.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = "", file = "", text = ""]) => ({ language, file, text }),
);

const run = (line: string, folder: string) => runInProcess(line.split(" ").slice(1), folder);

test("what the page shows can be done, step by step, and shows on the page", async () => {
  const folder = folderOf({});
  mkdirSync(path.join(folder, "briefs"));
  cpSync(path.join(ROOT, "briefs/deepseek.yaml"), path.join(folder, "briefs/deepseek.yaml"));
  const said: string[] = [];
  for (const { language, file, text } of STEPS) {
    if (file !== "") {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    if (language !== "sh") continue;
    for (const line of text.trim().split("\n")) {
      const { code, out, err } = await run(line, folder);
      expect({ line, code, err }).toEqual({ line, code: 0, err: "" });
      said.push(out);
    }
  }
  expect(said.join("\n")).toMatch(/Wrote templates.acme.template\.yaml/);
  expect(said.join("\n")).toMatch(
    /✓ partials\/caveat\.hbs +the original is as it was in executive .*; you changed your copy/,
  );
  expect(said.at(-1)).toMatch(/acme +Executive as Acme wears it\.\n.*extends executive \d/);

  await using execbrief = await openTestExecbrief({ folder });
  const source = await execbrief.read(path.join(folder, "briefs/deepseek.yaml"));
  if (!source.ok) throw new Error("The brief cannot be read.");
  const result = await execbrief.build(source.value, {
    formats: ["html"],
    audiences: ["all"],
    preflight: false,
  });
  expect(result.diagnostics.map(({ message }) => message)).toEqual([]);
  const html = new TextDecoder().decode(result.editions[0]?.artifacts[0]?.bytes);
  expect(html).toContain("--accent:#0a5c44");
  expect(html).toContain("h1 { text-transform: uppercase; letter-spacing: 0.02em; }");
  expect(html).toContain('<span class="tag">Caveat 1, read with care:</span>');
  expect(html).toContain('<p class="who"><b>Gc</b> · General counsel');
});

test("a new set of every bundled one is a working set that looks like it", async () => {
  const folder = folderOf({});
  const listed = JSON.parse((await run("brief template list --json", folder)).out) as {
    sets: { name: string }[];
  };
  const names = listed.sets.map(({ name }) => name);
  expect(names).toContain("executive");
  cpSync(path.join(ROOT, "briefs/deepseek.yaml"), path.join(folder, "deepseek.yaml"));
  await using execbrief = await openTestExecbrief({ folder });
  const source = await execbrief.read(path.join(folder, "deepseek.yaml"));
  if (!source.ok) throw new Error("The brief cannot be read.");
  const order = { formats: ["html" as const, "text" as const], audiences: ["all"], preflight: false };
  for (const name of names) {
    const { code } = await run(`brief template new my-${name} --from ${name} --json`, folder);
    expect(code).toBe(0);
    const [own, original] = await Promise.all(
      [`my-${name}`, name].map(async (template) => {
        const { editions, diagnostics } = await execbrief.build(source.value, { ...order, template });
        expect(diagnostics.map(({ message }) => message)).toEqual([]);
        return editions[0]?.artifacts.map(({ bytes }) => comparable(new TextDecoder().decode(bytes)));
      }),
    );
    expect(own).toEqual(original);
  }
});

/** Without the marks of comments in a style sheet, and the fingerprint that they change. */
const comparable = (text: string): string =>
  text
    .replace(/'sha256-[^']+'/g, "")
    .replaceAll("/**/", "")
    .replace(/\n+/g, "\n");
