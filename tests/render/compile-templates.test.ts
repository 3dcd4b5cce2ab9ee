import { expect, test } from "vitest";
import { compileTemplates } from "../../src/render/compile-templates.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";

/** What is found while a page is written, by a compiler that was told nothing of what it is given. */
function findingsOf(text: string) {
  const printer = compileTemplates({ root: { file: "page", text }, partials: new Map() }, "html", [], null);
  const printed = printer.ok ? printer.value(editionOf(sampleBrief())) : printer;
  return printed.diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`);
}

test.each([
  ["a field", "{{titel}}", "template-unknown-field 1:3"],
  ["a list", "{{#each caveat}}{{/each}}", "template-unknown-field 1:9"],
  ["a condition", "{{#if auhtor}}{{/if}}", "template-unknown-field 1:7"],
  ["a field of an absent part", "{{author.name}}", "template-absent-part 1:3"],
  ["a field of a named item", "{{#each caveats as |c|}}{{c.clam}}{{/each}}", "template-unknown-field 1:27"],
  [
    "a field of a field of a named item",
    "{{#each caveats as |c|}}{{c.claim.txt}}{{/each}}",
    "template-unknown-field 1:27",
  ],
  [
    "a condition on a named item",
    "{{#each caveats as |c|}}{{#if c.clam}}{{/if}}{{/each}}",
    "template-unknown-field 1:31",
  ],
  [
    "a field of an absent part of a named item",
    "{{#each caveats as |c|}}{{c.likelihood.label}}{{/each}}",
    "template-absent-part 1:27",
  ],
  [
    "a field of a text that a template named",
    "{{#with title as |t|}}{{t.length}}{{/with}}",
    "template-unknown-field 1:25",
  ],
  ["a group that a template named", "{{#each caveats as |c|}}{{c}}{{/each}}", "template-failed 1:25"],
])("%s is strict while a page is written, too", (_what, text, finding) => {
  expect(findingsOf(text)).toEqual([finding]);
});
