import { describe, expect, test } from "vitest";
import { defineHelpers } from "../../src/project/template-sets/define-helpers.ts";
import { compileTemplates } from "../../src/render/compile-templates.ts";
import { HELPER_NAMES } from "../../src/render/helpers.ts";
import { readHelpers } from "../../src/render/project-helpers.ts";

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

const DATA = {
  title: "Fees",
  none: null,
  count: 3,
  list: ["a"],
  claim: { html: "<b>Claim</b>", text: "Claim" },
};

function print(template: string, output: "html" | "text" = "html") {
  const read = readHelpers({ ...helpers, ...careless }, HELPER_NAMES);
  expect(read.faults).toEqual([]);
  const root = { file: "page.hbs", text: template };
  const printer = compileTemplates({ root, partials: new Map() }, output, read.helpers);
  const printed = printer.ok ? printer.value(DATA) : printer;
  return printed.ok
    ? printed.value
    : printed.diagnostics.map(
        ({ code, message, where }) => `${where?.line}:${where?.column} ${code} ${message}`,
      );
}

test.each([
  ["{{shout title}}", "&lt;FEES&gt;"],
  ["{{short title}} {{short title 2}}", "Fee Fe"],
  ["{{half count}}", "1.5"],
  ["{{half (half count)}}", "0.75"],
  ["{{#if (isLong title)}}long{{/if}}", "long"],
  ["{{#if (not (isLong (short title)))}}short{{/if}}", "short"],
  ["{{who none}}", "nobody"],
  ["{{who}}", ["1:3 template-unknown-field The edition has no field “who” here."]],
  ["{{shout claim.text}}", "&lt;CLAIM&gt;"],
  ["{{greedy title}}", "1"],
])("%s prints %j", (template, expected) => {
  expect(print(template)).toEqual(expected);
});

test("in plain text, what a helper gives is marked like every value", () => {
  expect(print("* {{shout title}} {{#if (isLong title)}}!{{/if}}", "text")).toBe("* \u0002<FEES>\u0003 !");
});

test.each([
  [
    "{{shout claim}}",
    /must be a text and is a group of fields; hand it the plain words, as in claim\.text\.$/,
  ],
  [
    "{{shout none}}",
    /must be a text and is nothing; put \{\{#if …\}\} around it, or let the helper take “text\?”\.$/,
  ],
  ["{{shout list}}", /must be a text and is a list\.$/],
  ["{{half title}}", /value 1 of the helper “half” must be a number and is a text\.$/],
  ["{{shout title title}}", /takes text and got 2 values\.$/],
  ["{{#if (shout)}}{{/if}}", /takes text and got nothing\.$/],
  ["{{shout title big=true}}", /takes its values by their order, without names\.$/],
  ["{{#shout title}}{{/shout}}", /encloses nothing; print it with \{\{shout …\}\}\.$/],
  ["{{#isLong title}}{{/isLong}}", /is asked with \{\{#if \(isLong …\)\}\}\.$/],
  ["{{isLong title}}", /this is yes or no, which is asked with \{\{#if …\}\} and not printed\.$/],
  ["{{broken title}}", /the helper “broken” failed: no luck\.$/],
  ["{{late title}}", /the helper “late” is asynchronous, and a page cannot wait for it\.$/],
  ["{{liar title}}", /says that it gives a number, but gave a text\.$/],
  ["{{endless title}}", /says that it gives a number, but gave NaN\.$/],
])("%s is a finding at its place", (template, message) => {
  const findings = print(`<p>\n  ${template}</p>`);
  expect(findings).toEqual([expect.stringMatching(/^2:\d+ template-failed /)]);
  expect(findings[0]).toMatch(message);
});

test("a misspelt helper of the project gets a suggestion", () => {
  const read = readHelpers(helpers, HELPER_NAMES);
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
