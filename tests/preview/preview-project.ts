import { GOOD_BRIEF } from "../cli/good-brief.ts";

/** A brief with a chart beside it. */
export const CHARTED_BRIEF = GOOD_BRIEF.replace(
  "caveats:",
  `  chart:
    type: bar
    title: Fees by month
    unit: k€
    csv: fees.csv
    alt: Fees by month, falling in January.
    sources: [ledger]
caveats:`,
);

const CAVEAT = `  - claim: Fees will stay low, whatever the market does and whoever is asked.
    caveat: ${"The discount of the contract ends in December, and nobody knows what comes after it. ".repeat(8)}
    confidence: high
    sources: [contract]
`;

/** The same with more caveats than a sheet holds. */
export const LONG_BRIEF = CHARTED_BRIEF.replace("questions:", `${CAVEAT.repeat(7)}questions:`);

export const FEES = "label,value\nNovember,41\nDecember,42\nJanuary,37\n";

/** A configuration with comments that nobody wants to lose. */
export const CONFIG = `# Our house style.
template: house # a set of our own

theme:
  # The red of the logo.
  accent: "#8a1538"   # checked by brand

page: A4
`;

export const MASTHEAD = `<p class="kicker"><span class="kind">Of the house</span> {{#if classification}}{{classification}}{{/if}}</p>
<h1>{{title}}</h1>
<p class="dateline"><time datetime="{{date.iso}}">{{date.long}}</time> {{labels.fields.edition}} {{audience.label}} {{readingTime.text}}</p>
`;

/** A project with a brief, its data, a template set, labels and a configuration of its own. */
export const PROJECT = {
  "brief.config.yaml": CONFIG,
  "briefs/fees.yaml": CHARTED_BRIEF,
  "briefs/fees.csv": FEES,
  "briefs/other.yaml": GOOD_BRIEF.replace("Our fees fell", "Their fees fell"),
  "templates/house/template.yaml": "name: House\nextends: executive\n",
  "templates/house/partials/masthead.hbs": MASTHEAD,
} as const;
