import { describe, expect, test } from "vitest";
import { defineHelpers } from "../../src/project/template-sets/define-helpers.ts";
import { compileTemplates } from "../../src/render/compile-templates.ts";
import { HELPER_NAMES } from "../../src/render/helpers.ts";
import { callHelper, readHelpers } from "../../src/render/project-helpers.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";

const helpers = defineHelpers({
  shout: { takes: ["text"], gives: "text", run: (text) => `<${text.toUpperCase()}>` },
  short: { takes: ["text", "number?"], gives: "text", run: (text, length) => text.slice(0, length ?? 3) },
  half: { takes: ["number"], gives: "number", run: (number) => number / 2 },
  isLong: { takes: ["text"], gives: "yes-no", run: (text) => text.length > 3 },
  who: { takes: ["text?"], gives: "text", run: (name) => name ?? "nobody" },
  broken: {
    takes: ["text"],
    gives: "text",
    run: () => {
      throw new Error("no luck\nat all");
    },
  },
});
/** What TypeScript would not let through, and a plain module can have. */
const careless = {
  late: { takes: ["text"], gives: "text", run: async () => Promise.reject(new Error("late")) },
  liar: { takes: ["text"], gives: "number", run: () => "3" },
  endless: { takes: ["text"], gives: "number", run: () => Number.NaN },
  greedy: { takes: ["text"], gives: "text", run: (...all: unknown[]) => String(all.length) },
};

const read = readHelpers({ ...helpers, ...careless }, HELPER_NAMES);
const helperNamed = (name: string) => {
  const helper = read.helpers.find((one) => one.name === name);
  if (helper === undefined) throw new Error(`There is no helper ${name}.`);
  return helper;
};

/** What the template prints of the sample, or what is wrong with it. */
function print(template: string, output: "html" | "text" = "html") {
  const root = { file: "page.hbs", text: template };
  const printer = compileTemplates({ root, partials: new Map() }, output, read.helpers);
  const printed = printer.ok
    ? printer.value({ ...editionOf(sampleBrief()), title: "Fees", footer: null })
    : printer;
  return printed.ok
    ? printed.value
    : printed.diagnostics.map(
        ({ code, message, where }) => `${where?.line}:${where?.column} ${code} ${message}`,
      );
}

test.each([
  ["{{shout title}}", "&lt;FEES&gt;"],
  ["{{short title}} {{short title 2}}", "Fee Fe"],
  ["{{half 3}}", "1.5"],
  ["{{half (half 3)}}", "0.75"],
  ["{{#if (isLong title)}}long{{/if}}", "long"],
  ["{{#if (not (isLong (short title)))}}short{{/if}}", "short"],
  ["{{who footer}}", "nobody"],
  ["{{shout (short bottomLine.text 3)}}", expect.stringMatching(/^&lt;[^a-z]+&gt;$/)],
  ["{{greedy title}}", "1"],
])("%s prints %j", (template, expected) => {
  expect(print(template)).toEqual(expected);
});

test("in plain text, what a helper gives is marked like every value", () => {
  expect(print("* {{shout title}} {{#if (isLong title)}}!{{/if}}", "text")).toBe("* \u0002<FEES>\u0003 !");
});

test.each([
  ["{{broken title}}", "2:3 template-failed The template failed: the helper “broken” failed: no luck."],
  [
    "{{#if (late title)}}{{/if}}",
    expect.stringMatching(/^2:\d+ template-failed .*the helper “late” is asynchronous/),
  ],
])("%s is a finding at its place", (template, finding) => {
  expect(print(`<p>\n  ${template}</p>`)).toEqual([finding]);
});

test.each([
  [
    "shout",
    [{ html: "", text: "" }],
    /must be a text and is a group of fields; hand it the plain words, as in claim\.text$/,
  ],
  [
    "shout",
    [null],
    /must be a text and is nothing; put \{\{#if …\}\} around it, or let the helper take “text\?”$/,
  ],
  ["shout", [["a"]], /must be a text and is a list$/],
  ["half", ["3"], /^value 1 of the helper “half” must be a number and is a text$/],
  ["half", [Number.NaN], /must be a number and is NaN$/],
  ["shout", ["a", "b"], /takes text and got 2 values$/],
  ["shout", [], /takes text and got nothing$/],
  ["late", ["a"], /the helper “late” is asynchronous, and a page cannot wait for it$/],
  ["liar", ["a"], /says that it gives a number, but gave a text$/],
  ["endless", ["a"], /says that it gives a number, but gave NaN$/],
] as const)("%s of %j says what is wrong", (name, values, message) => {
  expect(() => callHelper(helperNamed(name), values)).toThrow(message);
});

test("helpers are handed plain values, and nothing to reach others through", () => {
  const seen: unknown[] = [];
  const [spy] = readHelpers(
    {
      spy: {
        takes: ["text"],
        gives: "text",
        run(this: unknown, ...values: unknown[]) {
          seen.push(this, ...values);
          return "";
        },
      },
    },
    [],
  ).helpers;
  if (spy === undefined) throw new Error("There is no helper.");
  callHelper(spy, ["a"]);
  expect(seen).toEqual([undefined, "a"]);
});

test("a misspelt helper of the project gets a suggestion", () => {
  const root = { file: "page.hbs", text: "{{shuot title}}" };
  const printer = compileTemplates({ root, partials: new Map() }, "html", read.helpers);
  expect(printer.diagnostics.map(({ hint }) => hint)).toEqual(["Did you mean “shout”?"]);
});

describe("a declaration that cannot be used says why", () => {
  const run = () => "";
  test.each([
    ["if", { takes: ["text"], gives: "text", run }, "templates have a helper of this name already"],
    ["short-name", { takes: ["text"], gives: "text", run }, /letters and digits/],
    ["Short", { takes: ["text"], gives: "text", run }, /begins with a small letter/],
    ["constructor", { takes: ["text"], gives: "text", run }, /begins with a small letter/],
    ["a", run, "it must be an object { takes, gives, run }"],
    ["a", { gives: "text", run }, /^takes must list/],
    ["a", { takes: [], gives: "text", run }, /^takes must list/],
    ["a", { takes: ["texd"], gives: "text", run }, /^takes does not know “texd”; did you mean “text”\?/],
    [
      "a",
      { takes: ["list"], gives: "text", run },
      /^takes knows “text”, “number”, “yes-no”, or these with “\?”$/,
    ],
    ["a", { takes: ["text?", "text"], gives: "text", run }, /must stand after all/],
    [
      "a",
      { takes: ["text"], gives: "nummer", run },
      /^gives does not know “nummer”; did you mean “number”\?/,
    ],
    ["a", { takes: ["text"], gives: "text?", run }, /^gives does not know “text\?”; did you mean “text”\?/],
    ["a", { takes: ["text"], gives: "text" }, "run must be a function"],
  ])("%s", (name, declared, problem) => {
    const { helpers: read, faults } = readHelpers({ [name]: declared }, HELPER_NAMES);
    expect(read).toEqual([]);
    expect(faults).toEqual([
      { name, problem: typeof problem === "string" ? problem : expect.stringMatching(problem) },
    ]);
  });
});

test("TypeScript knows what run is handed and must give", () => {
  defineHelpers({
    // @ts-expect-error It says that it gives a text.
    size: { takes: ["text"], gives: "text", run: (text) => text.length },
  });
  defineHelpers({
    // @ts-expect-error What may be left out may be null.
    upper: { takes: ["text?"], gives: "text", run: (text) => text.toUpperCase() },
  });
  defineHelpers({
    // @ts-expect-error There is no such kind.
    upper: { takes: ["texd"], gives: "text", run: () => "" },
  });
  defineHelpers({
    // @ts-expect-error It takes one value.
    both: { takes: ["text"], gives: "text", run: (text: string, other: string) => text + other },
  });
  expect(helpers.half.run(3)).toBe(1.5);
});
