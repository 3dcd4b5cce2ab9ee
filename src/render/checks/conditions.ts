import { narrowed, resolvePath, type Scope } from "./scope.ts";
import type { Literal } from "./value.ts";

/** What follows from a condition. */
export interface Facts {
  /** Paths that lead to something where it holds. */
  readonly whenTrue: readonly hbs.AST.PathExpression[];
  /** Paths that lead to something where it does not. */
  readonly whenFalse: readonly hbs.AST.PathExpression[];
  /** Whether it holds, where a template itself says so: `{{> badge isWide=true}}` and then `{{#if isWide}}`. */
  readonly holds?: boolean;
}

/** What follows from the condition of an `{{#if}}` or from a part of it. */
export function factsOf(condition: hbs.AST.Node, scope: Scope): Facts {
  switch (condition.type) {
    case "PathExpression":
      return factsOfPath(condition as hbs.AST.PathExpression, scope);
    case "SubExpression":
      return factsOfCall(condition as hbs.AST.SubExpression, scope);
    default:
      return NOTHING;
  }
}

const NOTHING: Facts = { whenTrue: [], whenFalse: [] };

/** The scope where the condition holds, or where it does not. */
export const given = (scope: Scope, facts: Facts, holds: boolean): Scope =>
  (holds ? facts.whenTrue : facts.whenFalse).reduce(narrowed, scope);

function factsOfPath(path: hbs.AST.PathExpression, scope: Scope): Facts {
  const { literal } = resolvePath(path, scope).value;
  return { whenTrue: [path], whenFalse: [], ...holding(literal) };
}

/** Whether what a template handed over counts as something; as `{{#if}}` sees it. */
const holding = (literal: Literal | undefined): Pick<Facts, "holds"> =>
  literal === undefined ? {} : { holds: Boolean(literal) };

function factsOfCall({ path, params }: hbs.AST.SubExpression, scope: Scope): Facts {
  const inner = params.map((param) => factsOf(param, scope));
  const [only] = inner;
  switch (path.original) {
    case "not":
      return only === undefined ? NOTHING : opposite(only);
    case "and":
      return conjunction(inner);
    case "or":
      return opposite(conjunction(inner.map(opposite)));
    case "eq":
      return factsOfComparison(params, scope);
    default:
      return NOTHING;
  }
}

const opposite = ({ whenTrue, whenFalse, holds }: Facts): Facts => ({
  whenTrue: whenFalse,
  whenFalse: whenTrue,
  ...(holds === undefined ? {} : { holds: !holds }),
});

function conjunction(inner: readonly Facts[]): Facts {
  const whenTrue = inner.flatMap((facts) => facts.whenTrue);
  const [only] = inner;
  const whenFalse = inner.length === 1 && only !== undefined ? only.whenFalse : [];
  if (inner.some(({ holds }) => holds === false)) return { whenTrue, whenFalse, holds: false };
  return { whenTrue, whenFalse, ...(inner.every(({ holds }) => holds === true) ? { holds: true } : {}) };
}

/** Whoever equals a text that is written down is there; what equals null is not. */
function factsOfComparison(params: readonly hbs.AST.Expression[], scope: Scope): Facts {
  const sides = params.map((param) =>
    isPath(param) ? { path: param, literal: handed(param, scope) } : { literal: said(param) },
  );
  const [left, right] = sides;
  if (left === undefined || right === undefined) return NOTHING;
  if (left.literal !== undefined && right.literal !== undefined) {
    return {
      ...NOTHING,
      ...("path" in left || "path" in right ? { holds: left.literal === right.literal } : {}),
    };
  }
  const path = "path" in left ? left.path : "path" in right ? right.path : undefined;
  const literal = "path" in left ? right.literal : left.literal;
  if (path === undefined || literal === undefined) return NOTHING;
  return literal === null ? { whenTrue: [], whenFalse: [path] } : { whenTrue: [path], whenFalse: [] };
}

const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === "PathExpression";

const handed = (path: hbs.AST.PathExpression, scope: Scope): Literal | undefined =>
  resolvePath(path, scope).value.literal;

/** What a literal of a template says; undefined for everything else. */
export function said(node: hbs.AST.Node): Literal | undefined {
  if (node.type === "NullLiteral" || node.type === "UndefinedLiteral") return null;
  const isLiteral =
    node.type === "StringLiteral" || node.type === "NumberLiteral" || node.type === "BooleanLiteral";
  return isLiteral
    ? (node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value
    : undefined;
}
