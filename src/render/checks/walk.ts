import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { GroupShape, Shape } from "../../edition/shape/shape.ts";
import type { Output } from "../helpers.ts";
import type { ProjectHelper } from "../project-helpers.ts";
import type { TemplateFile } from "../template-set.ts";
import { type Signature, signaturesFor } from "./helper-signatures.ts";
import type { PathFault } from "./scope.ts";
import type { Value } from "./value.ts";

/** The templates of one format, parsed, and what they are given. */
export interface Templates {
  readonly root: TemplateFile;
  readonly partials: ReadonlyMap<string, TemplateFile>;
  readonly programs: ReadonlyMap<TemplateFile, hbs.AST.Program>;
  readonly output: Output;
  readonly helpers: readonly ProjectHelper[];
  /** What the templates begin with; null where that is not known. */
  readonly shape: GroupShape | null;
  /** Ids of all audiences, where they are known. */
  readonly audiences: readonly string[] | null;
}

/** A walk through the templates of one format, as a reader’s eye would go: each partial in every context it is included in. */
export interface Walk {
  readonly templates: Templates;
  readonly signatures: ReadonlyMap<string, Signature>;
  /** What each tag prints, in every context. */
  readonly printed: Map<hbs.AST.MustacheStatement, Value[]>;
  /** Paths from the start of a partial that lead somewhere in at least one of its contexts. */
  readonly fine: Set<hbs.AST.PathExpression>;
  readonly inclusions: Inclusion[];
  /** What was found wanting in each partial, by the context that it was looked at in. */
  readonly looked: Map<string, readonly Need[]>;
  /** First names that each template takes from what it was given. */
  readonly used: Map<TemplateFile, Set<string>>;
  readonly idOf: (shape: Shape) => number;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly diagnostics: () => Diagnostic[];
}

/** One look at a template in one context. */
export interface Visit {
  readonly template: TemplateFile;
  readonly isPartial: boolean;
  /** What the context lacks; whether the partial or its includer is at fault is known when all have been seen. */
  readonly needs: Need[];
}

/** Something that a partial asks of what it was given, in vain. */
export interface Need {
  readonly template: TemplateFile;
  readonly path: hbs.AST.PathExpression;
  readonly fault: PathFault;
  readonly suggestion: string | undefined;
}

/** A partial’s tag, and what its partial lacks there. */
export interface Inclusion {
  readonly node: hbs.AST.PartialStatement;
  /** Where the tag stands. */
  readonly template: TemplateFile;
  readonly partial: string;
  readonly needs: readonly Need[];
  /** Whether the partial sees all that the template itself was given. */
  readonly isPassingOn: boolean;
}

/** A walk that has not begun. */
export function openWalk(templates: Templates): Walk {
  const found = new Map<string, Diagnostic>();
  const ids = new WeakMap<Shape, number>();
  let count = 0;
  return {
    templates,
    signatures: signaturesFor(templates.output, templates.helpers),
    printed: new Map(),
    fine: new Set(),
    inclusions: [],
    looked: new Map(),
    used: new Map(),
    idOf(shape) {
      const known = ids.get(shape);
      if (known !== undefined) return known;
      count += 1;
      ids.set(shape, count);
      return count;
    },
    // A partial is walked once a context; the same fault is told once.
    report(diagnostic) {
      const { code, where } = diagnostic;
      const key = `${code} ${where?.file}:${where?.line}:${where?.column}`;
      if (!found.has(key)) found.set(key, diagnostic);
    },
    diagnostics: () => [...found.values()],
  };
}
