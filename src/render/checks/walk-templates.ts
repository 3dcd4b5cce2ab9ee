import { diagnose } from "../../diagnostics/diagnostic.ts";
import { type Facts, factsOf, given } from "./conditions.ts";
import { evaluate, evaluateCall, nameOf } from "./expressions.ts";
import { SIGNATURES } from "./helper-signatures.ts";
import { entered, isSameContext, type Loop, narrowed, resolvePath, type Scope } from "./scope.ts";
import { placeOf } from "./segment-place.ts";
import { ANYTHING, itemOf, kindInWords, present, shaped, signatureOf, type Value } from "./value.ts";
import { type Inclusion, type Need, openWalk, type Templates, type Visit, type Walk } from "./walk.ts";

/**
 * Walks through the templates of one format with the shape of what they are given instead of a brief, into every branch,
 * and reports each path that leads nowhere, and each value that is used for what it is not.
 */
export function walkTemplates(templates: Templates): Walk {
  const walk = openWalk(templates);
  const edition = templates.shape === null ? ANYTHING : shaped(templates.shape, "");
  const scope: Scope = { frames: [edition], rootFrame: 0, root: edition, loops: [], names: [] };
  const program = templates.programs.get(templates.root);
  if (program !== undefined) {
    walkProgram(program, scope, { template: templates.root, isPartial: false, needs: [] }, walk);
  }
  return walk;
}

function walkProgram(program: hbs.AST.Program | undefined, scope: Scope, visit: Visit, walk: Walk): void {
  for (const statement of program?.body ?? []) {
    if (statement.type === "MustacheStatement")
      walkTag(statement as hbs.AST.MustacheStatement, scope, visit, walk);
    if (statement.type === "BlockStatement")
      walkBlock(statement as hbs.AST.BlockStatement, scope, visit, walk);
    if (statement.type === "PartialStatement") {
      walkPartial(statement as hbs.AST.PartialStatement, scope, visit, walk);
    }
  }
}

/** A tag that prints. */
function walkTag(node: hbs.AST.MustacheStatement, scope: Scope, visit: Visit, walk: Walk): void {
  const name = nameOf(node.path);
  const isCall = SIGNATURES.has(name) || node.params.length > 0 || node.hash !== undefined;
  if (isCall) {
    const { handed, gives } = evaluateCall(node, scope, visit, walk);
    remember(node, name === "rich" ? (handed[0] ?? gives) : gives, walk);
    const isLost = name === "rich" && walk.templates.output === "text";
    if (isLost) reportRich(node, nameOf(node.params[0] ?? node.path), visit, walk);
    else checkPrinted(node, gives, visit, walk);
  } else {
    const value = evaluate(node.path, scope, visit, walk);
    remember(node, value, walk);
    checkPrinted(node, value, visit, walk);
  }
}

function remember(node: hbs.AST.MustacheStatement, value: Value, { printed }: Walk): void {
  printed.set(node, [...(printed.get(node) ?? []), value]);
}

/** Texts and numbers can be printed as they are; all else would print as nothing that a reader understands. */
function checkPrinted(node: hbs.AST.MustacheStatement, value: Value, visit: Visit, walk: Walk): void {
  const { shape, isMarkup } = value;
  const expression = nameOf(node.path);
  if (shape?.kind === "rich") reportRich(node, expression, visit, walk);
  if (shape === null || shape.kind === "rich") return;
  const isPlain = shape.kind === "text" || shape.kind === "number";
  if (isPlain && !isMarkup) return;
  const kind = isMarkup ? "markup" : kindInWords(value);
  const instead = isMarkup
    ? `Print it with {{rich ${expression.replace(/\.html$/, "")}}}.`
    : insteadOf(expression, value);
  walk.report(
    diagnose("template-not-text", { expression, kind, instead }, placeOf(visit.template, node.path)),
  );
}

function reportRich(node: hbs.AST.MustacheStatement, expression: string, visit: Visit, walk: Walk): void {
  const { output } = walk.templates;
  const instead =
    output === "html"
      ? `Print it with {{rich ${expression}}}.`
      : `Print its plain words with {{${expression}.text}}.`;
  walk.report(
    diagnose(
      "template-not-text",
      { expression, kind: "rich text", instead },
      placeOf(visit.template, node.path),
    ),
  );
}

function insteadOf(expression: string, { shape }: Value): string {
  if (shape?.kind === "yes-no") return "Ask it with {{#if …}}…{{else}}…{{/if}}.";
  if (shape?.kind !== "group") return `Go through it with {{#each ${expression}}}…{{/each}}.`;
  const [first = ""] = shape.shownBy ?? Object.keys(shape.fields);
  return `Print one of its fields, such as {{${expression === "this" ? "" : `${expression}.`}${first}}}.`;
}

function walkBlock(node: hbs.AST.BlockStatement, scope: Scope, visit: Visit, walk: Walk): void {
  const name = nameOf(node.path);
  const [value = ANYTHING] = evaluateCall(node, scope, visit, walk).handed;
  const [param] = node.params;
  if (param === undefined || name === "if" || name === "unless") {
    const facts = param === undefined ? NO_FACTS : factsOf(param, scope);
    walkBranches(node, name === "unless", facts, scope, visit, walk);
  } else if (name === "each" || name === "with") {
    walkInside(node, param, value, scope, visit, walk);
  } else {
    walkProgram(node.program, scope, visit, walk);
    walkProgram(node.inverse, scope, visit, walk);
  }
}

const NO_FACTS: Facts = { whenTrue: [], whenFalse: [] };

/** A branch that a partial’s own tag rules out, as `kind="wide"` does, is not looked at. */
function walkBranches(
  node: hbs.AST.BlockStatement,
  isReversed: boolean,
  facts: Facts,
  scope: Scope,
  visit: Visit,
  walk: Walk,
): void {
  const [whenTrue, whenFalse] = isReversed ? [node.inverse, node.program] : [node.program, node.inverse];
  if (facts.holds !== false) walkProgram(whenTrue, given(scope, facts, true), visit, walk);
  if (facts.holds !== true) walkProgram(whenFalse, given(scope, facts, false), visit, walk);
}

/** `{{#each}}` and `{{#with}}`. */
function walkInside(
  node: hbs.AST.BlockStatement,
  param: hbs.AST.Expression,
  value: Value,
  scope: Scope,
  visit: Visit,
  walk: Walk,
): void {
  const isEach = nameOf(node.path) === "each";
  const facts = factsOf(param, scope);
  if (isEach) checkList(param, value, visit, walk);
  if (facts.holds !== false) {
    const around = !isEach && isPath(param) ? narrowed(scope, param) : scope;
    const inner = isEach ? itemOf(value) : present(value);
    const isSame = !isEach && isPath(param) && isSameContext(param, scope);
    const inside = isSame ? around : entered(around, inner);
    const loop: Loop = value.shape?.kind === "names" ? "names" : "list";
    const place = shaped({ kind: loop === "list" ? "number" : "text" });
    const names = (node.program?.blockParams ?? []).map(
      (name, index) => [name, index === 0 ? inner : place] as const,
    );
    walkProgram(
      node.program,
      { ...inside, loops: isEach ? [loop, ...scope.loops] : scope.loops, names: [...names, ...scope.names] },
      visit,
      walk,
    );
  }
  walkProgram(node.inverse, scope, visit, walk);
}

function checkList(param: hbs.AST.Expression, value: Value, { template }: Visit, walk: Walk): void {
  const { shape, literal } = value;
  if (shape === null || shape.kind === "list" || shape.kind === "names" || literal !== undefined) return;
  const expression = nameOf(param);
  walk.report(
    diagnose("template-not-a-list", { expression, kind: kindInWords(value) }, placeOf(template, param)),
  );
}

/** A partial, looked at in the context of this tag; the same context is looked at once. */
function walkPartial(node: hbs.AST.PartialStatement, scope: Scope, visit: Visit, walk: Walk): void {
  const name = nameOf(node.name);
  const { partials, programs } = walk.templates;
  const [param, ...more] = node.params;
  const handed = (node.hash?.pairs ?? []).map(
    ({ key, value }) => [key, evaluate(value, scope, visit, walk)] as const,
  );
  const context = param === undefined ? (scope.frames[0] ?? ANYTHING) : evaluate(param, scope, visit, walk);
  if (more.length > 0) {
    const facts = {
      problem: `“${name}” is handed ${node.params.length} parts to look at`,
      usage: `{{> ${name} decision}}`,
    };
    walk.report(diagnose("template-arguments", facts, placeOf(visit.template, node)));
  }
  const template = partials.get(name);
  const program = template && programs.get(template);
  if (template === undefined || program === undefined) return;

  const value =
    handed.length === 0 ? context : { ...context, fields: new Map([...(context.fields ?? []), ...handed]) };
  const isSame = param === undefined || (isPath(param) && isSameContext(param, scope));
  const isRoot = handed.length === 0 && isSame && scope.rootFrame === 0;
  const inside: Scope = { ...scope, frames: [value], rootFrame: isRoot ? 0 : -1, names: [] };
  const needs = lookAt(name, template, program, inside, walk);
  const isPassingOn = isPath(param)
    ? isStart(param, scope)
    : param === undefined && scope.frames.length === 1;
  const inclusion: Inclusion = { node, template: visit.template, partial: name, needs, isPassingOn };
  walk.inclusions.push(inclusion);
}

function lookAt(
  name: string,
  template: Visit["template"],
  program: hbs.AST.Program,
  scope: Scope,
  walk: Walk,
): readonly Need[] {
  const [value = ANYTHING] = scope.frames;
  const signature = [value, scope.root].map((seen) => signatureOf(seen, walk.idOf)).join(" ");
  const key = `${name} ${signature} ${scope.rootFrame} ${scope.loops.join()}`;
  const known = walk.looked.get(key);
  if (known !== undefined) return known;
  const needs: Need[] = [];
  walkProgram(program, scope, { template, isPartial: true, needs }, walk);
  walk.looked.set(key, needs);
  return needs;
}

/** Whether a path leads to what the template itself was given. */
function isStart(path: hbs.AST.PathExpression, scope: Scope): boolean {
  return path.parts.length === 0 && resolvePath(path, scope).isFromStart;
}

const isPath = (node: hbs.AST.Expression | undefined): node is hbs.AST.PathExpression =>
  node?.type === "PathExpression";
