import { parseBrief } from "../src/brief/parse-brief.ts";
import { editorialRules } from "../src/editorial/editorial-rules.ts";
import { reviewBrief } from "../src/editorial/review-brief.ts";
import { STYLE_RULES } from "../src/editorial/style/style-rules.ts";

/** Sentences that a rule should and should not find, each to be set into a brief that is clean but for it. */
export interface Corpus {
  readonly rule: string;
  /** The field that an item is the value of, such as `caveats[0]`; empty for parts of a brief. */
  readonly at: string;
  readonly bad: readonly CorpusItem[];
  readonly good: readonly CorpusItem[];
  /** Other rules that rightly find something, by the item’s words. */
  readonly also?: Readonly<Record<string, readonly string[]>>;
}

type CorpusItem = string | Readonly<Record<string, unknown>>;

/** How well a rule tells bad sentences from good ones. */
export interface RuleScore {
  readonly rule: string;
  readonly bad: number;
  readonly good: number;
  readonly found: number;
  /** Good sentences that it finds fault with, of its own corpus and of those of other rules. */
  readonly wronglyFound: readonly string[];
  readonly missed: readonly string[];
  /** Share of its findings that are right; 1 without findings. */
  readonly precision: number;
  /** Share of the bad sentences that it finds. */
  readonly recall: number;
}

/** Every rule with a corpus, measured on it; rules on style on the sentences of all. */
export async function measurePrecision(corpora: readonly Corpus[]): Promise<RuleScore[]> {
  const rows: { label: string; corpus: Corpus; isBad: boolean; codes: ReadonlySet<string> }[] = [];
  for (const corpus of corpora) {
    for (const [items, isBad] of [
      [corpus.bad, true],
      [corpus.good, false],
    ] as const) {
      for (const item of items) {
        const label = typeof item === "string" ? item : JSON.stringify(item);
        rows.push({ label, corpus, isBad, codes: await codesFor(corpus, item) });
      }
    }
  }
  return corpora.map(({ rule, bad, good }) => {
    const own = rows.filter(({ corpus }) => corpus.rule === rule);
    const others = STYLE_CODES.has(rule) ? rows.filter(({ corpus }) => corpus.rule !== rule) : [];
    const isFound = ({ codes }: (typeof rows)[number]) => codes.has(rule);
    const isAlso = ({ corpus, label }: (typeof rows)[number]) =>
      corpus.also?.[rule]?.includes(label) ?? false;
    const found =
      own.filter((row) => row.isBad && isFound(row)).length +
      others.filter((row) => isFound(row) && isAlso(row)).length;
    const wronglyFound = [
      ...own.filter((row) => !row.isBad && isFound(row)),
      ...others.filter((row) => isFound(row) && !isAlso(row)),
    ].map(({ label }) => label);
    const missed = own.filter((row) => row.isBad && !isFound(row)).map(({ label }) => label);
    return {
      rule,
      bad: bad.length,
      good: good.length,
      found,
      wronglyFound,
      missed,
      precision: found + wronglyFound.length === 0 ? 1 : found / (found + wronglyFound.length),
      recall: (bad.length - missed.length) / bad.length,
    };
  });
}

/** The scores as a table in Markdown. */
export function precisionTable(scores: readonly RuleScore[]): string {
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return [
    "| rule | bad | good | precision | recall |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...scores.map(
      ({ rule, bad, good, precision, recall }) =>
        `| ${rule} | ${bad} | ${good} | ${percent(precision)} | ${percent(recall)} |`,
    ),
  ].join("\n");
}

const STYLE_CODES: ReadonlySet<string> = new Set(STYLE_RULES.map(({ code }) => code));
const ALL_ON = Object.fromEntries(editorialRules.map(({ code, severity }) => [code, severity]));

async function codesFor({ at }: Corpus, item: CorpusItem): Promise<ReadonlySet<string>> {
  const data = at === "" ? merge(FRAME, item) : withValue(FRAME, steps(at), item);
  const parsed = parseBrief({ path: "brief.json", text: JSON.stringify(data) });
  if (!parsed.ok) throw new Error(`${JSON.stringify(item)}: ${JSON.stringify(parsed.diagnostics)}`);
  const found = await reviewBrief(parsed.value, { language: "en", rules: ALL_ON, sourceMaxAgeMonths: 18 });
  return new Set(found.map(({ code }) => code));
}

/** A brief without fault, so that what is found is found in the sentence under test. */
const FRAME: Readonly<Record<string, unknown>> = {
  title: "The carrier raised its rates; renew the contract now",
  date: "2025-01-15",
  locale: "en",
  bottomLine: "The carrier raised its rates on Monday [@a]. Renew the contract before Friday.",
  event: { summary: "The carrier raised its rates on Monday [@a]." },
  caveats: [
    {
      claim: "All carriers will follow.",
      caveat: "No other has said so [@a].",
      confidence: "low",
      sources: ["a"],
    },
  ],
  implications: [{ audience: "all", text: "Budget for dearer freight." }],
  questions: [{ question: "Which lanes could move to rail?", owner: "COO" }],
  sources: [{ id: "a", title: "Tariff notice", date: "2025-01-10", grade: "A1" }],
};

const steps = (at: string): (string | number)[] =>
  [...at.matchAll(/([A-Za-z]\w*)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));

function withValue(data: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return merge(data, value);
  if (typeof step === "number") {
    const list = Array.isArray(data) ? data : [];
    return list.map((item, index) => (index === step ? withValue(item, rest, value) : item));
  }
  const fields = isFields(data) ? data : {};
  return { ...fields, [step]: withValue(fields[step], rest, value) };
}

/** Fields go beside the fields that are there, `null` takes one out; anything else goes in their place. */
function merge(base: unknown, value: unknown): unknown {
  if (!isFields(base) || !isFields(value)) return value;
  const entries = Object.entries(value).map(([key, inside]) => [key, merge(base[key], inside)] as const);
  return Object.fromEntries(
    Object.entries({ ...base, ...Object.fromEntries(entries) }).filter(([, v]) => v !== null),
  );
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
