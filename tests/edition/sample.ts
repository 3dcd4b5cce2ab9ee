import { readFileSync } from "node:fs";
import { type Brief, briefSchema } from "../../src/brief/schema.ts";
import { composeEdition, type ReadingContext } from "../../src/edition/compose-edition.ts";
import type { Edition } from "../../src/edition/edition.ts";
import type { Labels } from "../../src/edition/labels.ts";
import { parseLabels } from "../../src/edition/parse-labels.ts";

/** The labels that are bundled for a language. */
export function bundledLabels(tag: string): Labels {
  const file = new URL(`../../locales/${tag}.yaml`, import.meta.url);
  const labels = parseLabels(readFileSync(file, "utf8"), `locales/${tag}.yaml`);
  if (!labels.ok) throw new Error(labels.diagnostics.map(({ message }) => message).join("\n"));
  return labels.value;
}

const english = bundledLabels("en");

/** A small valid brief with the given parts, which may be longer than an author could write. */
export function sampleBrief(parts: Partial<Brief> = {}): Brief {
  const brief = briefSchema.parse({
    title: "A title",
    date: "2025-02-03",
    bottomLine: "The point.",
    audiences: ["c-level", "marketing"],
    event: { summary: "What happened." },
    caveats: [{ claim: "They say so.", caveat: "It may not be.", confidence: "low", sources: ["alpha"] }],
    questions: [{ question: "What now?" }],
    sources: ["alpha", "beta", "gamma"].map((id) => ({ id, title: `Title of ${id}` })),
  });
  return { ...brief, ...parts };
}

/** An English reader of everything, but for what is given. */
export function reader(parts: Partial<ReadingContext> = {}): ReadingContext {
  return {
    audience: "all",
    locale: "en",
    labels: english,
    audienceLabels: new Map(),
    organisation: null,
    assets: new Map(),
    tables: new Map(),
    previous: null,
    ...parts,
  };
}

/** The edition of a brief that must have one. */
export function editionOf(brief: Brief, parts: Partial<ReadingContext> = {}): Edition {
  const outcome = composeEdition(brief, reader(parts));
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  return outcome.value;
}
