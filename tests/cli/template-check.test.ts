import { expect, test } from "vitest";
import { folderOf } from "../render/folder-of.ts";
import { runInProcess } from "./run-in-process.ts";

const SET = {
  "brief.config.yaml": "template: house\n",
  "templates/house/template.yaml": "description: Ours.\nextends: executive\n",
};

const check = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  runInProcess(["template", "check", ...args], folderOf(files));

test("a set that is sound is one line", async () => {
  expect(await check(SET, "-q")).toEqual({ code: 0, out: "", err: "" });
  const { code, out } = await check(SET);
  expect({ code, out }).toEqual({ code: 0, out: "✓ house  no findings\n" });
});

test("a fault is shown at its line with what was meant, and ends with exit code 1", async () => {
  const { code, out, err } = await check({
    ...SET,
    "templates/house/partials/quotes.hbs": "{{#each quotes}}\n<p>{{rich txet}}</p>\n{{/each}}\n",
  });
  expect(code).toBe(1);
  expect(out).toBe("✗ house  1 error\n\n");
  expect(err).toContain(`templates/house/partials/quotes.hbs:2:11  error  template-unknown-field
  There is no field “txet” in a Quote.

    1 | {{#each quotes}}
  > 2 | <p>{{rich txet}}</p>
      |           ^
    3 | {{/each}}

  → Did you mean “text”?
`);
});

test("what is never shown is told, the caveats as an error and the rest as warnings", async () => {
  const files = {
    ...SET,
    "templates/house/partials/caveat.hbs": "<li>{{rich claim}} {{confidence.label}} {{> rests-on}}</li>\n",
    "templates/house/partials/quotes.hbs": "\n",
  };
  const { code, out, err } = await check(files);
  expect(code).toBe(1);
  expect(out).toMatch(/^✗ house {2}2 errors, 1 warning\n/);
  expect(err).toContain("The page never shows “caveats.caveat”: why it must be read with care.");
  expect(err).toContain("The page never shows “caveats.likelihood”: how likely the claim is.");
  expect(err).toContain("The page never shows “quotes”: what was said.");
});

test("a warning passes, and does not pass a strict check", async () => {
  const files = { ...SET, "templates/house/partials/timeline.hbs": "\n" };
  expect((await check(files)).code).toBe(0);
  expect((await check(files, "--strict")).code).toBe(1);
});

test("style sheets are held to the tokens and to the mail programs", async () => {
  const { code, err } = await check({
    ...SET,
    "templates/house/template.yaml": `description: Ours.
extends: executive
tokens:
  unneeded: { type: length, default: 4mm, description: Nothing uses it. }
`,
    "templates/house/page-extra.css": ".brief { color: var(--acent); margin: var(--gone, 0) }\n",
    "templates/house/email-extra.css": ".small { display: grid }\n",
  });
  expect(code).toBe(1);
  expect(err).toMatch(/house\/page-extra\.css:1:21 {2}error {2}template-variable-unknown/);
  expect(err).toContain("→ Did you mean “--accent”?");
  expect(err).toMatch(/house\/email-extra\.css:1:10 {2}error {2}email-unsupported/);
  expect(err).toMatch(/house\/template\.yaml:4:3 {2}info {2}template-token-unused/);
  expect(err).not.toContain("var(--gone) is set nowhere");
});

test("several sets are counted, and all that Execbrief brings are sound", async () => {
  const { code, out } = await check({}, "executive", "memo", "boardroom", "marketing", "--strict");
  expect(code).toBe(0);
  expect(out).toMatch(/\n4 template sets checked: all clean\.\n$/);
});

test("JSON holds the findings by set", async () => {
  const files = { ...SET, "templates/house/partials/who.hbs": "{{onwer}}\n" };
  const { code, out } = await check(files, "house", "executive", "--json");
  const { ok, sets } = JSON.parse(out);
  expect({ code, ok }).toEqual({ code: 1, ok: false });
  expect(sets.map(({ name }: { name: string }) => name)).toEqual(["house", "executive"]);
  expect(sets[0].diagnostics[0]).toMatchObject({
    code: "template-unknown-field",
    file: "templates/house/partials/who.hbs",
    line: 1,
    column: 3,
    hint: "Did you mean “owner”?",
  });
});

test("a set that does not exist is a wrong command", async () => {
  const { code, err } = await check(SET, "hous");
  expect(code).toBe(2);
  expect(err).toContain("Did you mean “house”?");
});
