import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { EDITION_SHAPE } from "../edition/edition-shape.ts";
import type { GroupShape } from "../edition/shape/shape.ts";
import { checkConstructs, findRecursion, type PartialTag } from "./checks/check-constructs.ts";
import { type Inspection, inspectTemplates } from "./checks/inspect-templates.ts";
import { explainSyntaxError } from "./explain-template-error.ts";
import { HELPER_NAMES, type Output } from "./helpers.ts";
import { parseTemplate } from "./parse-template.ts";
import type { ProjectHelper } from "./project-helpers.ts";
import type { TemplateFile } from "./template-set.ts";

/** A template and the partials that it may include, by name. */
export interface TemplateGroup {
  readonly root: TemplateFile;
  readonly partials: ReadonlyMap<string, TemplateFile>;
}

/** What the templates of a group write, and with what. */
export interface TemplateUse {
  readonly output: Output;
  /** Helpers that the project adds. */
  readonly helpers?: readonly ProjectHelper[];
  /** What they are given, an edition when left out; null where nothing is known of it. */
  readonly shape?: GroupShape | null;
  /** Ids of all audiences, where they are known. */
  readonly audiences?: readonly string[];
}

/** Templates that were checked. */
export interface CheckedTemplates {
  readonly programs: ReadonlyMap<TemplateFile, hbs.AST.Program>;
  /** What must not be built, in the order of the files. */
  readonly faults: readonly Diagnostic[];
  /** What was found out about every path; null where the templates cannot be followed. */
  readonly inspection: Inspection | null;
}

/** Parses every template of a group and checks it like code: what it names must exist, whatever a brief says. */
export function checkTemplates(
  { root, partials }: TemplateGroup,
  { output, helpers = [], shape = EDITION_SHAPE, audiences }: TemplateUse,
): CheckedTemplates {
  const helperNames = [...HELPER_NAMES, ...helpers.map(({ name }) => name)];
  const programs = new Map<TemplateFile, hbs.AST.Program>();
  const included = new Map<string, readonly PartialTag[]>();
  const faults: Diagnostic[] = [];
  for (const [name, template] of [["", root] as const, ...partials]) {
    const parsed = parse(template);
    faults.push(...parsed.diagnostics);
    if (!parsed.ok) continue;
    programs.set(template, parsed.value);
    const check = checkConstructs(parsed.value, template, partials, helperNames);
    faults.push(...check.diagnostics);
    included.set(name, check.included);
  }
  const circles = findRecursion(included);
  if (circles.length > 0) return { programs, faults: [...faults, ...circles], inspection: null };

  const templates = { root, partials, programs, output, helpers, shape, audiences: audiences ?? null };
  const inspection = inspectTemplates(templates);
  const order = [root, ...partials.values()].map(({ file }) => file);
  return { programs, faults: inOrder([...faults, ...inspection.faults], order), inspection };
}

function parse(template: TemplateFile): Outcome<hbs.AST.Program> {
  try {
    return success(parseTemplate(template.text));
  } catch (error) {
    return failure([explainSyntaxError(error, template)]);
  }
}

/** Each place once for one code, by file and line. */
function inOrder(faults: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const keyOf = ({ code, where }: Diagnostic) => `${code} ${where?.file}:${where?.line}:${where?.column}`;
  const rankOf = ({ where }: Diagnostic) => files.indexOf(where?.file ?? "");
  return [...new Map(faults.toReversed().map((fault) => [keyOf(fault), fault])).values()].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      (a.where?.line ?? 0) - (b.where?.line ?? 0) ||
      (a.where?.column ?? 0) - (b.where?.column ?? 0),
  );
}
