import type { Brief } from "../brief/schema.ts";
import type { Change } from "../changes/change.ts";
import { compareBriefs } from "../changes/compare-briefs.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { shorten } from "../diagnostics/shorten.ts";
import type { ReadingContext } from "../edition/compose-edition.ts";
import { sha256 } from "./digests.ts";
import { gatherSource } from "./gather-source.ts";
import { reduceBrief } from "./reduce-brief.ts";

/** A brief that somebody has, with the files that it names. */
export type GivenBrief = Pick<ReadingContext, "assets" | "tables" | "previous"> & { readonly brief: Brief };

/** Tells in what the brief in a PDF and the one that somebody has differ, as far as the PDF’s audience would read it. */
export function compareSource(
  carried: {
    readonly brief: Brief;
    readonly context: ReadingContext;
    readonly contents: ReadonlyMap<string, Uint8Array>;
  },
  { brief, ...files }: GivenBrief,
): Diagnostic[] {
  const { audience, labels } = carried.context;
  const given = reduceBrief(brief, audience, labels);
  if (isAnother(carried.brief, given)) {
    const change = `they are two different briefs, “${carried.brief.title}” in the file and “${given.title}” here.`;
    return [diagnose("seal-brief-differs", { change })];
  }
  const changes = compareBriefs(carried.brief, given).map(inWords);
  const others = changes.length > 0 ? [] : differingFields(carried.brief, given);
  const gathered = gatherSource(brief, { ...carried.context, ...files });
  const beside = typeof gathered === "string" ? [] : gathered.slice(1);
  const strange = beside.filter(({ path, sha256: digest }) => {
    const content = carried.contents.get(path);
    return content === undefined || sha256(content) !== digest;
  });
  const all = [...changes, ...others, ...strange.map(({ path }) => `its file “${path}” is another.`)];
  const rest = all.length - CHANGES_MAX;
  const told = rest > 0 ? [...all.slice(0, CHANGES_MAX), `there are ${rest} differences more.`] : all;
  return told.map((change) => diagnose("seal-brief-differs", { change }));
}

/** More are not read. */
const CHANGES_MAX = 12;

/** Two briefs that have neither title nor any claim in common. */
function isAnother(one: Brief, other: Brief): boolean {
  const claims = new Set(one.caveats.map(({ claim }) => claim));
  return one.title !== other.title && !other.caveats.some(({ claim }) => claims.has(claim));
}

function inWords({ kind, subject, before, after }: Change): string {
  const what = `${kind.replaceAll("-", " ")}, “${shorten(subject, 60)}”`;
  const said = (text: string | null) => (text === null ? "nothing" : `“${shorten(text, 60)}”`);
  return `${what}: ${said(before)} in the file, ${said(after)} in yours.`;
}

/** Fields that no list of changes tells, such as the author’s. */
function differingFields(one: Brief, other: Brief): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const said = (brief: Brief, key: string) =>
    JSON.stringify((brief as Readonly<Record<string, unknown>>)[key]);
  return [...keys]
    .filter((key) => said(one, key) !== said(other, key))
    .map((key) => `they do not say the same under “${key}”.`);
}
