import { expect, test } from "vitest";
import { renderInMemory } from "./set-in-memory.ts";

const WRITES: [what: string, template: string, html: string, partials?: Record<string, string>][] = [
  ["a text is escaped", "{{#each sources}}{{#if @first}}{{title}}{{/if}}{{/each}}", "Title of alpha"],
  ["rich text is written as markup", "{{rich caveats.[0].claim}}", "They say so."],
  ["an absent part prints nothing", "{{classification}}|{{#if author}}a{{else}}none{{/if}}", "|none"],
  [
    "places in a list",
    "{{#each caveats}}{{@index}}{{#if @first}}F{{/if}}{{#if @last}}L{{/if}}{{/each}}",
    "0FL",
  ],
  ["a part from inside a list", "{{#each caveats}}{{../title}} {{@root.lang}}{{/each}}", "A title en"],
  ["an empty list takes the other branch", "{{#each figures}}x{{else}}none{{/each}}", "none"],
  [
    "a partial with what is handed to it",
    "{{> badge text=title kind='a'}}",
    "A title-a",
    { badge: "{{text}}-{{kind}}" },
  ],
  ["a partial with a context", "{{#each caveats}}{{> one}}{{/each}}", "1", { one: "{{number}}" }],
  ["a partial named in quotes", '{{> "a-b"}}', "en", { "a-b": "{{lang}}" }],
  [
    "comparisons",
    "{{#if (and (eq lang 'en') (not author))}}yes{{/if}}{{#if (or author figures)}}no{{/if}}",
    "yes",
  ],
  ["a number", "{{readingTime.minutes}}", "1"],
  ["a word of the labels", "{{labels.sections.caveats}}", "What to be careful about"],
  ["a comment is left out", "{{!-- <script> --}}a", "a"],
];

test.each(WRITES)("%s", (_what, template, html, partials) => {
  const { content, findings } = renderInMemory(template, partials);
  expect(findings).toEqual([]);
  expect(content).toBe(html);
});

/** What is wrong, the page’s second line, and the findings with their places. */
const FAULTS: [what: string, template: string, findings: string[], partials?: Record<string, string>][] = [
  ["a misspelt field", "<p>{{titel}}</p>", ["template-unknown-field page.hbs:2:6"]],
  ["a misspelt field of a field", "{{date.lnog}}", ["template-unknown-field page.hbs:2:8"]],
  ["a misspelt condition", "{{#if tilte}}x{{/if}}", ["template-unknown-field page.hbs:2:7"]],
  ["a misspelt list", "{{#each caveat}}x{{/each}}", ["template-unknown-field page.hbs:2:9"]],
  ["a misspelt part", "{{#with decison}}x{{/with}}", ["template-unknown-field page.hbs:2:9"]],
  [
    "a misspelt field inside a call",
    "{{#if (eq langu 'en')}}x{{/if}}",
    ["template-unknown-field page.hbs:2:11"],
  ],
  [
    "a misspelt field handed to a partial",
    "{{> a x=titel}}",
    ["template-unknown-field page.hbs:2:9"],
    { a: "{{x}}" },
  ],
  [
    "a misspelt field in a list",
    "{{#each caveats}}\n  {{clam}}{{/each}}",
    ["template-unknown-field page.hbs:3:5"],
  ],
  [
    "a misspelt field in a partial",
    "a\n{{> a}}",
    ["template-unknown-field partials/a.hbs:2:3"],
    { a: "x\n{{titel}}" },
  ],
  [
    "a misspelt field in a partial’s partial",
    "{{> a}}",
    ["template-unknown-field partials/b.hbs:1:3"],
    { a: "\n{{> b}}", b: "{{titel}}" },
  ],
  [
    "a field after a partial",
    "{{> a}}\n {{titel}}",
    ["template-unknown-field page.hbs:3:4"],
    { a: "{{title}}" },
  ],
  ["an unknown place in a list", "{{@frist}}", ["template-unknown-field page.hbs:2:3"]],
  ["a field of an absent part", "{{author.name}}", ["template-absent-part page.hbs:2:10"]],
  ["a condition on an absent part", "{{#if author.role}}x{{/if}}", ["template-absent-part page.hbs:2:14"]],
  ["rich text printed as text", "{{bottomLine}}", ["template-not-text page.hbs:2:3"]],
  ["a list printed as text", "{{caveats}}", ["template-not-text page.hbs:2:3"]],
  ["a text printed as rich text", " {{rich title}}", ["template-not-rich page.hbs:2:9"]],
  ["a part printed as rich text", "{{rich author}}", ["template-not-rich page.hbs:2:8"]],
  ["the constructor", "{{constructor}}", ["template-unknown-field page.hbs:2:3"]],
  ["the prototype", "{{__proto__.polluted}}", ["template-unknown-field page.hbs:2:3"]],
  ["the constructor in brackets", "{{title.[constructor].name}}", ["template-unknown-field page.hbs:2:9"]],
  [
    "the constructor in a condition",
    "{{#with title}}{{#if toString}}x{{/if}}{{/with}}",
    ["template-unknown-field page.hbs:2:22"],
  ],
  ["a lookup", "{{lookup this 'constructor'}}", ["template-unknown-helper page.hbs:2:1"]],
  ["a log", "{{log title}}", ["template-unknown-helper page.hbs:2:1"]],
  ["a missing helper", "{{upper title}}", ["template-unknown-helper page.hbs:2:1"]],
  ["a misspelt block", "{{#eech caveats}}x{{/eech}}", ["template-unknown-helper page.hbs:2:1"]],
  ["a part used as a block", "{{#decision}}x{{/decision}}", ["template-unknown-helper page.hbs:2:1"]],
  ["a missing helper inside a call", "{{#if (gt 1 2)}}x{{/if}}", ["template-unknown-helper page.hbs:2:7"]],
  ["a number called", "{{#if (1 2)}}x{{/if}}", ["template-unknown-helper page.hbs:2:7"]],
  ["triple braces", "{{{title}}}", ["template-unescaped page.hbs:2:1"]],
  ["an ampersand", "{{&title}}", ["template-unescaped page.hbs:2:1"]],
  [
    "triple braces in a branch never taken",
    "{{#if author}}{{{title}}}{{/if}}",
    ["template-unescaped page.hbs:2:15"],
  ],
  ["a missing partial", "{{> scael}}", ["template-unknown-partial page.hbs:2:1"], { scale: "x" }],
  ["a partial by a path", "{{> ../secret}}", ["template-unknown-partial page.hbs:2:1"]],
  ["a partial worked out", "{{> (lookup . 'x')}}", ["template-dynamic page.hbs:2:1"]],
  ["a partial around a block", "{{#> a}}x{{/a}}", ["template-dynamic page.hbs:2:1"], { a: "x" }],
  ["a partial inside a template", '{{#*inline "a"}}x{{/inline}}', ["template-dynamic page.hbs:2:1"]],
  ["a decorator", "{{* a}}", ["template-dynamic page.hbs:2:1"]],
  ["a name that #if does not give", "{{#if title as |t|}}x{{/if}}", ["template-dynamic page.hbs:2:21"]],
  ["a partial that includes itself", "{{> a}}", ["template-recursion partials/a.hbs:1:2"], { a: "x{{> a}}" }],
  [
    "partials that include each other",
    "{{> a}}",
    ["template-recursion partials/b.hbs:2:1"],
    { a: "{{> b}}", b: "\n{{> a}}" },
  ],
  ["two parts for one partial", "{{> a lang title}}", ["template-arguments page.hbs:2:1"], { a: "x" }],
  ["a tag without content", "a\n  {{ }}", ["template-syntax page.hbs:3:6"]],
  ["an unfinished tag", "{{#if title", ["template-syntax page.hbs:3:1"]],
  ["a block never closed", "{{#if title}}", ["template-syntax page.hbs:3:14"]],
  ["a block closed by another’s end", "{{#if title}}\n{{/each}}", ["template-syntax page.hbs:2:4"]],
  ["an end without its block", "x{{/if}}", ["template-syntax page.hbs:2:2"]],
  ["two other branches", "{{#if title}}{{else}}{{else}}{{/if}}", ["template-syntax page.hbs:2:22"]],
  ["an impossible path", "{{title/../x}}", ["template-syntax page.hbs:2:3"]],
];

test.each(FAULTS)("%s is told at its place", (_what, template, expected, partials) => {
  expect(renderInMemory(template, partials).findings).toEqual(expected);
});

test("every fault of every file is told in one run", () => {
  const { findings } = renderInMemory("{{{title}}}{{> x}}", { a: "{{#if}", b: "{{upper lang}}" });
  expect(findings).toEqual([
    "template-unescaped page.hbs:2:1",
    "template-unknown-partial page.hbs:2:12",
    "template-syntax partials/a.hbs:1:6",
    "template-unknown-helper partials/b.hbs:1:1",
  ]);
});

test.each([
  ["{{titel}}", "title"],
  ["{{#each caveat}}{{/each}}", "caveats"],
  ["{{rch title}}", "rich"],
])("%s suggests %s", (template, suggestion) => {
  expect(renderInMemory(template).messages[0]).toContain(`Did you mean “${suggestion}”?`);
});

test("markup that a partial adds passes the last gate as well", () => {
  expect(renderInMemory("{{> a}}", { a: '<p onclick="x">y</p>' }).findings).toEqual([
    "template-markup page.hbs:1:1",
  ]);
});

test("a value cannot leave the attribute it stands in", () => {
  const { content, findings } = renderInMemory(`{{> a x='"><script>' }}`, {
    a: '<b title="{{x}}">{{x}}</b>',
  });
  expect(findings).toEqual([]);
  expect(content).toContain('<b title="&quot;&gt;&lt;script&gt;">&quot;&gt;&lt;script&gt;</b>');
});
