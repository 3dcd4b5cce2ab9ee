import type { DiagnosticCode } from "../../src/diagnostics/catalogue/index.ts";

/** A copy of the executive template set with one thing done wrong. */
export interface Sabotage {
  readonly name: string;
  /** The file of the set that is changed. */
  readonly file: string;
  /** What is replaced by what; text without a counterpart is added at the end. */
  readonly change: readonly [from: string, to: string] | string;
  /** The code by which it is found out. */
  readonly expects: DiagnosticCode;
  /** Where it is found: in all artifacts when left out. */
  readonly on?: "PDF" | "HTML on a light screen" | "HTML on a dark screen";
  /** The edition that is at fault, when not all are. */
  readonly audience?: "marketing";
}

const css = (name: string, rules: string, expects: DiagnosticCode, on?: Sabotage["on"]): Sabotage => ({
  name,
  file: "page.css",
  change: rules,
  expects,
  ...(on && { on }),
});

const partial = (
  name: string,
  file: string,
  from: string,
  to: string,
  expects: DiagnosticCode,
): Sabotage => ({ name, file: `partials/${file}.hbs`, change: [from, to], expects });

const PAPER = "PDF";
const LIGHT = "HTML on a light screen";
const DARK = "HTML on a dark screen";

/** What a style sheet can do to a text. */
const IN_STYLE: readonly Sabotage[] = [
  css("caveats with display none", ".but { display: none }", "caveat-missing"),
  css("caveats with visibility hidden", ".but { visibility: hidden }", "caveat-missing"),
  css("caveats with opacity 0", ".but { opacity: 0 }", "caveat-missing"),
  css("claims with a transparent colour", ".claim p { color: transparent }", "claim-missing"),
  css("caveats white on white", ".caveats { background: #fff } .but { color: #fff }", "caveat-missing"),
  css(
    "caveats nearly the colour of their ground",
    "@media print { .but { color: #efe9dd } }",
    "text-faint",
    PAPER,
  ),
  css("caveats of no size", ".but { font-size: 0 }", "caveat-missing"),
  css("caveats in 4 pt", "@media print { .but { font-size: 4pt } }", "text-small", PAPER),
  css("sources in 5 pt", "@media print { .source { font-size: 5pt } }", "text-small", PAPER),
  css(
    "questions scaled down to a third",
    "@media print { .ask { transform: scale(0.33) } }",
    "text-small",
    PAPER,
  ),
  css("caveats far to the left", ".but { position: absolute; left: -9999px }", "caveat-missing"),
  css("claims moved above the sheet", ".claim { position: relative; top: -3000px }", "claim-missing"),
  css("claims clipped away by a path", ".claim { clip-path: inset(100%) }", "claim-missing"),
  css("caveats clipped to half a line", ".but { clip-path: inset(0 0 70% 0) }", "caveat-missing"),
  css(
    "a bottom line that its box cuts off",
    ".bottom-line { height: 1.9em; overflow: hidden }",
    "bottom-line-missing",
  ),
  css("text cut off, by its own code", ".bottom-line { height: 1.9em; overflow: hidden }", "text-clipped"),
  css(
    "a bottom line of one line",
    ".lead { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; overflow: hidden }",
    "bottom-line-missing",
  ),
  css(
    "source titles that end in dots",
    ".source a { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 12em }",
    "source-missing",
  ),
  css("questions scaled to nothing", ".ask { transform: scale(0) }", "question-missing"),
  css(
    "figures covered by a box",
    '.figures { position: relative } .figures::after { content: ""; position: absolute; inset: 0; background: #fff }',
    "figure-missing",
  ),
  css(
    "text covered, by its own code",
    '.figures { position: relative } .figures::after { content: ""; position: absolute; inset: 0; background: #fff }',
    "text-hidden",
  ),
  css("a second paragraph left out", ".prose p + p { display: none }", "summary-missing"),
  css("caveats pulled over their claims", ".but { margin-block-start: -1.15em }", "text-overlap"),
  css(
    "columns beyond the edge",
    "@media print { .head { position: relative; left: -30mm } }",
    "text-off-sheet",
    PAPER,
  ),
  css(
    "a sheet moved over its edge",
    "@media print { .caveats { margin-left: -25mm } }",
    "text-off-sheet",
    PAPER,
  ),
  css("caveats on screens alone", "@media print { .but { display: none } }", "caveat-missing", PAPER),
  css("caveats on paper alone", "@media screen { .but { display: none } }", "caveat-missing", LIGHT),
  css(
    "caveats by day alone",
    "@media screen and (prefers-color-scheme: dark) { .but { color: var(--tint) } }",
    "caveat-missing",
    DARK,
  ),
  css("too little contrast on a screen", "@media screen { .but { color: #b5aa98 } }", "text-faint", LIGHT),
  css(
    "fonts that are not there",
    ':root { --serif: "Nowhere Serif", monospace; --sans: "Nowhere Sans", monospace }',
    "font-fallback",
    PAPER,
  ),
  css("a picture blown up", "@media print { .prose img { width: 60mm } }", "image-coarse", PAPER),
];

/** What a template can do to a text. */
const IN_TEMPLATE: readonly Sabotage[] = [
  partial(
    "the first caveat alone",
    "caveats",
    "{{> caveat}}",
    "{{#if @first}}{{> caveat}}{{/if}}",
    "caveat-missing",
  ),
  partial(
    "all questions but the last",
    "questions",
    "{{> question}}",
    "{{#unless @last}}{{> question}}{{/unless}}",
    "question-missing",
  ),
  partial(
    "all sources but the last",
    "sources",
    "{{> source}}",
    "{{#unless @last}}{{> source}}{{/unless}}",
    "source-missing",
  ),
  partial(
    "caveats in another order",
    "caveats",
    "{{#each caveats}}\n    {{> caveat}}",
    "{{#each caveats}}{{#if @last}}{{> caveat}}{{/if}}{{/each}}{{#each caveats}}{{#unless @last}}{{> caveat}}{{/unless}}",
    "item-order",
  ),
  partial(
    "claims apart from their caveats",
    "caveats",
    "{{> caveat}}",
    "<li>{{rich claim}}</li>{{/each}}{{#each caveats}}<li>{{rich caveat}} {{> scale confidence}}</li>",
    "item-order",
  ),
  partial(
    "a claim with another’s caveat",
    "caveat",
    "{{rich caveat}}",
    "{{#if (eq number 1)}}{{#each @root.caveats}}{{#if (eq number 2)}}{{rich caveat}}{{/if}}{{/each}}{{else}}{{#if (eq number 2)}}{{#each @root.caveats}}{{#if (eq number 1)}}{{rich caveat}}{{/if}}{{/each}}{{else}}{{rich caveat}}{{/if}}{{/if}}",
    "item-order",
  ),
  partial(
    "values under one another’s labels",
    "figure",
    '<span class="value"><bdi>{{value}}</bdi></span>',
    '<span class="value">{{#if (eq value "41 ships")}}−51.6%{{else}}{{#if (eq value "−51.6%")}}41 ships{{else}}{{value}}{{/if}}{{/if}}</span>',
    "item-order",
  ),
  partial(
    "a number rounded",
    "figure",
    "{{value}}",
    '{{#if (eq value "$2.195 M")}}$2.2 M{{else}}{{value}}{{/if}}',
    "figure-altered",
  ),
  partial(
    "a value without its sign",
    "figure",
    "{{value}}",
    '{{#if (eq value "−51.6%")}}51.6%{{else}}{{value}}{{/if}}',
    "figure-altered",
  ),
  partial(
    "a value with a digit more",
    "figure",
    "{{value}}",
    '{{#if (eq value "41 ships")}}141 ships{{else}}{{value}}{{/if}}',
    "figure-altered",
  ),
  partial("labels left out", "figure", "{{label}}", "", "figure-missing"),
  partial("caveat marks left out", "figure", "{{> caveat-mark}}", "", "caveat-mark-missing"),
  partial("citations of figures left out", "figure", "{{> citations}}", "", "citation-unlinked"),
  {
    ...partial(
      "one audience without caveats",
      "caveats",
      "{{> caveat}}",
      '{{#unless (eq @root.audience.id "marketing")}}{{> caveat}}{{/unless}}',
      "caveat-missing",
    ),
    audience: "marketing",
  },
  partial("confidence left out", "caveat", "{{> scale confidence}}", "", "grade-missing"),
  partial("likelihood left out", "caveat", "{{> scale likelihood}}", "", "grade-missing"),
  partial("owners left out", "who", "{{owner}}", "", "question-missing"),
  partial("dates left out", "who", "{{short}}", "", "question-missing"),
  partial("answers left out", "question", "{{rich answer}}", "", "question-missing"),
  partial("the chart left out", "chart", "{{rich drawing}}", "", "chart-missing"),
  partial("dates of the timeline left out", "timeline", "{{date.short}}", "", "timeline-missing"),
  partial("speakers left out", "quotes", "{{by}}", "", "quote-missing"),
  partial("options without their names", "decision", "<b>{{label}}</b>", "", "decision-missing"),
  partial("the advice left out", "decision", "{{rich recommendation}}", "", "decision-missing"),
  partial("implications left out", "implications", "{{rich text}}", "", "implication-missing"),
  partial("changes left out", "changes", "{{text}}", "", "change-missing"),
  partial("the title cut short", "masthead", "{{title}}", "Harbour strike", "title-missing"),
  partial("the author left out", "masthead", "<span>{{name}}", "<span>", "masthead-missing"),
  partial(
    "source links that lead elsewhere",
    "source",
    'href="{{url}}"',
    'href="https://t.example/"',
    "link-wrong",
  ),
  partial(
    "sources without links",
    "source",
    '<a href="{{url}}" rel="noopener noreferrer">{{title}}</a>',
    "{{title}}",
    "link-missing",
  ),
  partial("sources without publishers", "source", "<span>{{publisher}}</span>", "", "source-missing"),
];

/** Every way to lose content that the preflight must see. */
export const SABOTAGES: readonly Sabotage[] = [...IN_STYLE, ...IN_TEMPLATE];

/** Changes of looks that lose nothing, and must not be taken for faults. */
export const HARMLESS: readonly Pick<Sabotage, "name" | "file" | "change">[] = [
  {
    name: "titles and tags in capitals",
    file: "page.css",
    change: "h1, h2, .tag, .ask { text-transform: uppercase }",
  },
  { name: "words divided at the ends of lines", file: "page.css", change: "body { hyphens: auto }" },
  {
    name: "small capitals and old-style numerals",
    file: "page.css",
    change: ".lead { font-variant: small-caps oldstyle-nums }",
  },
  { name: "letters spaced out", file: "page.css", change: "h2, .tag { letter-spacing: 0.04em }" },
  {
    name: "caveats in boxes with round corners",
    file: "page.css",
    change: ".caveat { border: 1px solid #999; border-radius: 4px; background: var(--paper); padding: 4px }",
  },
  {
    name: "values before their labels",
    file: "partials/figure.hbs",
    change: ["<dt>", "<dd>{{value}}</dd><dt>"],
  },
  {
    name: "white on a dark band",
    file: "page.css",
    change: ".caveats.caveats.caveats, .caveats.caveats.caveats * { background: #222; color: #fff }",
  },
];
