import { diagnose } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { audienceShape } from "../../edition/shape/message-shapes.ts";
import type { Call } from "./expressions.ts";
import { placeOf } from "./segment-place.ts";
import { kindInWords, type Value } from "./value.ts";
import type { Visit, Walk } from "./walk.ts";

/** Reports a comparison that can never hold: of a text with a number, or with a text that the other can never be. */
export function checkComparison(node: Call, values: readonly Value[], { template }: Visit, walk: Walk): void {
  const [left, right] = values;
  const [leftNode, rightNode] = node.params;
  if (left === undefined || right === undefined || values.length !== 2) return;
  const { audiences } = walk.templates;
  const impossible =
    impossibleChoice(left, right, rightNode, audiences) ?? impossibleChoice(right, left, leftNode, audiences);
  const isSettled = impossible !== undefined || isHanded(left, leftNode) || isHanded(right, rightNode);
  const facts = impossible ?? (isSettled ? undefined : differentKinds(left, right));
  if (facts === undefined) return;
  const written = [rightNode, leftNode].find((side) => side?.type === "StringLiteral") ?? rightNode ?? node;
  walk.report(diagnose("template-never-equal", facts, placeOf(template, written)));
}

/** What is handed to a partial at one place may be something else at another. */
const isHanded = ({ literal }: Value, node: hbs.AST.Node | undefined): boolean =>
  literal !== undefined && node?.type === "PathExpression";

/** A text that is written down, and is none of those that the other can be. */
function impossibleChoice(
  value: Value,
  { literal }: Value,
  written: hbs.AST.Node | undefined,
  audiences: readonly string[] | null,
) {
  const choices = choicesOf(value, audiences);
  if (choices === undefined || written?.type !== "StringLiteral" || typeof literal !== "string")
    return undefined;
  if (choices.includes(literal)) return undefined;
  const reason = `it is one of ${choices.map((choice) => `“${choice}”`).join(", ")}`;
  return { value: literal, reason, suggestion: suggest(literal, choices) };
}

function differentKinds(left: Value, right: Value) {
  if (left.shape === null || right.shape === null || left.literal === null || right.literal === null)
    return undefined;
  if (left.shape.kind === right.shape.kind && COMPARABLE.has(left.shape.kind)) return undefined;
  const value = String(right.literal ?? left.literal ?? "what it is compared with");
  return { value, reason: `one is ${kindInWords(left)}, the other ${kindInWords(right)}` };
}

/** Groups, lists and rich texts are equal to nothing but themselves. */
const COMPARABLE: ReadonlySet<string> = new Set(["text", "number", "yes-no"]);

/** All that a text can be, where that is known. */
function choicesOf(
  { shape, literal }: Value,
  audiences: readonly string[] | null,
): readonly string[] | undefined {
  if (literal !== undefined || shape?.kind !== "text") return undefined;
  if (shape === audienceShape.fields.id.shape) return audiences ?? undefined;
  return shape.choices && Object.keys(shape.choices);
}
