import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  type Example,
  generateTemplateReference,
  generateTemplateSchema,
} from "../../scripts/generate-template-reference.ts";
import { bundledLabels } from "../edition/sample.ts";
import { renderInMemory } from "../render/set-in-memory.ts";

/** What templates print of the sample brief. */
const EXAMPLES: readonly Example[] = [
  {
    about: "Each caveat, with its claim and why it must be read with care:",
    template:
      '{{#each caveats}}\n<p id="{{anchor}}">{{rich claim}} <b>{{label}}</b> {{rich caveat}}</p>\n{{/each}}',
    prints: '<p id="caveat-1">They say so. <b>Caveat 1</b> It may not be.</p>',
  },
  {
    about: "Something else for one audience:",
    template: '{{#if (eq audience.id "all")}}<p>For everybody</p>{{else}}<p>{{audience.label}}</p>{{/if}}',
    prints: "<p>For everybody</p>",
  },
  {
    about: "A part that a brief may leave out:",
    template: "<p>{{#with author}}{{name}}{{else}}unsigned{{/with}}, {{date.long}}</p>",
    prints: "<p>unsigned, 3 February 2025</p>",
  },
  {
    about: "A name for an item, which holds inside the lists within:",
    template:
      "{{#each caveats as |caveat|}}{{#each citations}}\n<p>{{caveat.label}} rests on source {{number}}</p>\n{{/each}}{{/each}}",
    prints: "<p>Caveat 1 rests on source 1</p>",
  },
];

test.each(EXAMPLES)("the example is right: $about", ({ template, prints }) => {
  const { content, findings } = renderInMemory(template);
  expect(findings).toEqual([]);
  expect(content).toBe(prints);
});

test("docs/template-reference.md is what the code says (npm run docs)", async () => {
  await expect(generateTemplateReference(EXAMPLES, bundledLabels("en"))).toMatchFileSnapshot(
    "../../docs/template-reference.md",
  );
});

test("schema/template.schema.json is what the code says (npm run docs)", async () => {
  await expect(generateTemplateSchema()).toMatchFileSnapshot("../../schema/template.schema.json");
});

test("every setting and field of the reference says what it is", () => {
  const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/template-reference.md"), "utf8");
  const rows = [...page.matchAll(/^\| `[^|]+` \|.*\|$/gm)].map(([row]) => row);
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter((row) => /\|\s*\|$/.test(row))).toEqual([]);
});
