import { diagnose } from "../../diagnostics/diagnostic.ts";
import { checkComparison } from "./check-comparison.ts";
import { said } from "./conditions.ts";
import { explainFault, suggestionFor } from "./explain-fault.ts";
import type { Signature } from "./helper-signatures.ts";
import { resolvePath, type Scope } from "./scope.ts";
import { placeOf } from "./segment-place.ts";
import { ANYTHING, kindInWords, literalValue, shaped, type Value } from "./value.ts";
import type { Visit, Walk } from "./walk.ts";

/** A tag or a bracket that may call a helper. */
export type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

/** What an expression stands for; what is wrong in it is reported. */
export function evaluate(node: hbs.AST.Node, scope: Scope, visit: Visit, walk: Walk): Value {
  if (node.type === "PathExpression") {
    return evaluatePath(node as hbs.AST.PathExpression, scope, visit, walk);
  }
  if (node.type === "SubExpression")
    return evaluateCall(node as hbs.AST.SubExpression, scope, visit, walk).gives;
  const literal = said(node);
  return literal === undefined ? ANYTHING : literalValue(literal);
}

/** What a call is handed and gives; the values that are handed are checked. */
export function evaluateCall(
  node: Call,
  scope: Scope,
  visit: Visit,
  walk: Walk,
): { readonly handed: readonly Value[]; readonly gives: Value } {
  const values = node.params.map((param) => evaluate(param, scope, visit, walk));
  for (const { value } of node.hash?.pairs ?? []) evaluate(value, scope, visit, walk);
  const signature = walk.signatures.get(nameOf(node.path));
  if (signature === undefined) return { handed: values, gives: ANYTHING };
  checkForm(node, signature, visit, walk);
  checkCount(node, signature, visit, walk);
  checkKinds(node, signature, values, visit, walk);
  if (signature.name === "eq") checkComparison(node, values, visit, walk);
  const { gives } = signature;
  const isPlain = gives !== "markup" && gives !== "nothing";
  return { handed: values, gives: isPlain ? shaped({ kind: gives }) : ANYTHING };
}

/** What stands between the braces before any space. */
export const nameOf = (path: hbs.AST.Node): string => ("original" in path ? String(path.original) : "");

function evaluatePath(path: hbs.AST.PathExpression, scope: Scope, visit: Visit, walk: Walk): Value {
  const { value, fault, isFromStart } = resolvePath(path, scope);
  const { template } = visit;
  if (isFromStart) {
    const used = walk.used.get(template) ?? new Set();
    walk.used.set(template, used.add(path.parts[0] ?? ""));
  }
  const mayBeHanded = isFromStart && visit.isPartial;
  if (fault === undefined) {
    if (mayBeHanded) walk.fine.add(path);
    return value;
  }
  const suggestion = suggestionFor(path, fault, scope);
  if (mayBeHanded) visit.needs.push({ template, path, fault, suggestion });
  else walk.report(explainFault({ template, path, fault, suggestion }));
  return value;
}

/** A block helper called in brackets, or another as a block. */
function checkForm(node: Call, { name, form, usage }: Signature, { template }: Visit, walk: Walk): void {
  const isBlock = node.type === "BlockStatement";
  const isRight =
    form === "block" ? isBlock : form === "mustache" ? node.type === "MustacheStatement" : !isBlock;
  if (isRight) return;
  const written = isBlock ? `{{#${name}}}` : node.type === "SubExpression" ? `(${name} …)` : `{{${name}}}`;
  walk.report(
    diagnose(
      "template-arguments",
      { problem: `${written} is no way to call “${name}”`, usage },
      placeOf(template, node),
    ),
  );
}

function checkCount(node: Call, signature: Signature, { template }: Visit, walk: Walk): void {
  const { name, least, most, named, usage } = signature;
  const count = node.params.length;
  const report = (problem: string, at: hbs.AST.Node) =>
    walk.report(diagnose("template-arguments", { problem, usage }, placeOf(template, at)));
  if (count < least || count > most) {
    const takes =
      least === most
        ? counted(least)
        : count < least
          ? `at least ${counted(least)}`
          : `at most ${counted(most)}`;
    report(`“${name}” takes ${takes} and is handed ${count === 0 ? "none" : count}`, node);
  }
  for (const pair of node.hash?.pairs ?? []) {
    if (!named.includes(pair.key)) report(`“${name}” knows no “${pair.key}=”`, pair);
  }
}

const counted = (count: number): string => (count === 1 ? "one value" : `${count} values`);

/** Values of the wrong kind: rich text alone is rich, and a project’s helper says what it takes. */
function checkKinds(
  node: Call,
  { name, takes }: Signature,
  values: readonly Value[],
  { template }: Visit,
  walk: Walk,
): void {
  for (const [index, value] of values.entries()) {
    const param = node.params[index];
    if (param === undefined || value.shape === null) continue;
    if (name === "rich") {
      checkRich(param, value, template, walk);
      continue;
    }
    const taken = takes[index];
    if (taken === undefined) continue;
    const wanted = taken.replace("?", "");
    const where = placeOf(template, param);
    if (value.shape.kind !== wanted) {
      const facts = { helper: name, wanted: WANTED[wanted] ?? wanted, kind: kindInWords(value) };
      walk.report(diagnose("template-helper-value", facts, where));
    } else if (value.isOptional && !taken.endsWith("?")) {
      walk.report(diagnose("template-absent-part", { field: nameOf(param), helper: name }, where));
    }
  }
}

const WANTED: Readonly<Record<string, string>> = {
  text: "a text",
  number: "a number",
  "yes-no": "yes or no",
};

function checkRich(param: hbs.AST.Node, value: Value, template: Visit["template"], walk: Walk): void {
  const written = nameOf(param);
  if (value.shape?.kind !== "rich") {
    walk.report(
      diagnose(
        "template-not-rich",
        { expression: written, kind: kindInWords(value) },
        placeOf(template, param),
      ),
    );
  } else if (value.isOptional) {
    walk.report(
      diagnose("template-absent-part", { field: written, helper: "rich" }, placeOf(template, param)),
    );
  }
}
