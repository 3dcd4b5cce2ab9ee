import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Purpose } from "../../edition/shape/shape.ts";
import type { TemplateFile } from "../template-set.ts";
import { nameOf } from "./expressions.ts";
import { type Piece, piecesOf, type ValuePiece } from "./pieces.ts";
import type { AddressPlace } from "./place-tags.ts";
import { placeOf } from "./segment-place.ts";
import type { Walk } from "./walk.ts";

/** A piece of an address: text, or a value with the file that it stands in. */
type Part = string | { readonly template: TemplateFile; readonly value: ValuePiece };

/** Finds addresses that are not wholly one of those that the edition gives, or its own text. */
export function checkAddress({ template, attribute, pieces }: AddressPlace, walk: Walk): Diagnostic[] {
  const ways = waysOf(pieces, template, walk);
  const faults = ways.flatMap((way) => faultIn(merged(way, walk), attribute, walk) ?? []);
  return faults
    .slice(0, 1)
    .map(({ template: file, value }) =>
      diagnose("template-address", { attribute, value: inWords(value) }, placeOf(file, value.node)),
    );
}

/** What an address of each purpose looks like, around its one value. */
const FORMS: readonly (readonly [purpose: Purpose, attributes: readonly string[], before: string])[] = [
  ["link", ["href", "cite"], ""],
  ["fragment", ["href"], "#"],
  ["mail-address", ["href"], "mailto:"],
  ["image", ["src"], ""],
];

/** The value that makes no address; undefined where the address is sound. */
function faultIn(parts: readonly Part[], attribute: string, walk: Walk): Exclude<Part, string> | undefined {
  const values = parts.filter((part) => typeof part !== "string");
  const [value] = values;
  if (value === undefined) return undefined;
  const [before, after] = [parts[0], parts.at(-1)];
  const start = typeof before === "string" ? before.trimStart() : "";
  const end = typeof after === "string" && parts.length > 1 ? after.trim() : "";
  const isSound = purposesOf(value.value, walk).every((purpose) =>
    FORMS.some(
      ([known, attributes, form]) => known === purpose && attributes.includes(attribute) && form === start,
    ),
  );
  if (values.length === 1 && isSound && end === "") return undefined;
  return isSound && values.length > 1 ? values[1] : value;
}

/** What the value is made for, in each context that it is printed in; undefined where it is for nothing of the kind. */
function purposesOf({ node }: ValuePiece, { printed }: Walk): (Purpose | undefined)[] {
  return (printed.get(node) ?? []).flatMap(({ shape }) => {
    if (shape === null) return [];
    return [shape.kind === "text" ? shape.purpose : undefined];
  });
}

/** The parts with neighbouring texts made one, and with what a template hands over outright as text. */
function merged(parts: readonly Part[], { printed }: Walk): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const literal = typeof part === "string" ? part : literalOf(printed.get(part.value.node));
    const last = result.at(-1);
    if (literal === undefined) result.push(part);
    else if (typeof last === "string") result[result.length - 1] = last + literal;
    else if (literal !== "") result.push(literal);
  }
  return result;
}

/** The text that is printed, where a template itself says it in every context. */
function literalOf(values: readonly { readonly literal?: unknown }[] = []): string | undefined {
  const texts = values.map(({ literal }) => (typeof literal === "string" ? literal : undefined));
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts[0] : undefined;
}

/** Every way in which the pieces may be written, up to a number that no template needs. */
function waysOf(pieces: readonly Piece[], template: TemplateFile, walk: Walk): Part[][] {
  let ways: Part[][] = [[]];
  for (const piece of pieces) {
    const next = partsOf(piece, template, walk);
    ways = ways.flatMap((way) => next.map((more) => [...way, ...more])).slice(0, MOST_WAYS);
  }
  return ways;
}

const MOST_WAYS = 64;

function partsOf(piece: Piece, template: TemplateFile, walk: Walk): Part[][] {
  switch (piece.kind) {
    case "text":
      return [[piece.text]];
    case "value":
      return [[{ template, value: piece }]];
    case "branches":
      return piece.ways.flatMap((way) => waysOf(way, template, walk));
    case "partial": {
      const { partials, programs } = walk.templates;
      const file = partials.get(nameOf(piece.node.name));
      return file === undefined ? [[]] : waysOf(piecesOf(programs.get(file)), file, walk);
    }
  }
}

/** The value as it is written in the template. */
const inWords = ({ node }: ValuePiece): string => {
  const params = node.params.map((param) => nameOf(param)).join(" ");
  return `{{${[nameOf(node.path), params].filter((word) => word !== "").join(" ")}}}`;
};
