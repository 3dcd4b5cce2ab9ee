import type { Path, Positions } from "../brief/document-positions.ts";
import { type Brief, briefSchema } from "../brief/schema.ts";
import { schemaAt } from "../brief/schema-fields.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Finding } from "./finding.ts";

/** What is left of the findings, and what is wrong with the exceptions themselves. */
export interface Excepted {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Silences the findings that the brief makes an exception for; only rules that ran can leave one unused. */
export function applyExceptions(
  brief: Brief,
  findings: readonly Finding[],
  rules: { readonly known: readonly string[]; readonly ran: readonly string[] },
  { locate }: Positions,
): Excepted {
  const silenced = new Set<Finding>();
  const diagnostics = brief.exceptions.flatMap(({ rule, field, text }, index) => {
    if (!rules.known.includes(rule)) {
      const args = { rule, suggestion: suggest(rule, rules.known) };
      return [diagnose("exception-unknown-rule", args, locate(["exceptions", index, "rule"]))];
    }
    const path = parseField(field);
    if (path === undefined || !isField(brief, path)) {
      const args = { field, suggestion: suggest(field, fieldsOf(brief)) };
      return [diagnose("exception-unknown-field", args, locate(["exceptions", index, "field"]))];
    }
    const matching = findings.filter(
      (found) => found.code === rule && isWithin(found.path, path) && standsAt(brief, found, text),
    );
    for (const found of matching) silenced.add(found);
    return matching.length > 0 || !rules.ran.includes(rule)
      ? []
      : [diagnose("exception-unused", { rule, field }, locate(["exceptions", index]))];
  });
  return { findings: findings.filter((found) => !silenced.has(found)), diagnostics };
}

const STEP = /^(?:\.?([A-Za-z$]\w*)|\[(\d+)\])/;

/** `caveats[0].caveat` as a path; undefined for anything else. */
export function parseField(field: string): Path | undefined {
  const path: (string | number)[] = [];
  let rest = field.trim();
  while (rest !== "") {
    const [step = "", key, index] = STEP.exec(rest) ?? [];
    if (step === "") return undefined;
    path.push(key ?? Number(index));
    rest = rest.slice(step.length);
  }
  return path;
}

/** A path as an author writes it: `caveats[0].caveat`. */
export function writeField(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

/** Whether the brief has the field, or could have it where it is missing. */
function isField(brief: Brief, path: Path): boolean {
  const isItemThere = path.every(
    (step, index) => typeof step !== "number" || valueAt(brief, path.slice(0, index + 1)) !== undefined,
  );
  return isItemThere && schemaAt(briefSchema, path) !== undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, step) => (typeof inside === "object" && inside !== null ? Reflect.get(inside, step) : undefined),
    value,
  );
}

const isWithin = (path: Path, around: Path): boolean => around.every((step, index) => path[index] === step);

/** Whether a finding stands at the words of an exception; one without words is for the whole field. */
function standsAt(brief: Brief, { path, rawOffset, needle }: Finding, text: string | undefined): boolean {
  if (text === undefined) return true;
  const raw = valueAt(brief, path);
  if (typeof raw !== "string") return false;
  for (let at = raw.indexOf(text); at !== -1; at = raw.indexOf(text, at + 1)) {
    if (rawOffset + needle.length > at && rawOffset < at + text.length) return true;
  }
  return false;
}

/** Every field of the brief that an exception can be for. */
function fieldsOf(value: unknown, path: Path = []): string[] {
  const here = path.length === 0 ? [] : [writeField(path)];
  if (Array.isArray(value)) {
    return [...here, ...value.flatMap((item, index) => fieldsOf(item, [...path, index]))];
  }
  if (typeof value !== "object" || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, inside]) => fieldsOf(inside, [...path, key]))];
}
