import type { Shape } from "../../edition/shape/shape.ts";

/** What is known beforehand of a value that a template uses. */
export interface Value {
  /** Null where nothing can be known, as after a fault that was told already. */
  readonly shape: Shape | null;
  /** Whether it may be absent at this place. */
  readonly isOptional: boolean;
  /** Whether it is a list that has items at this place. */
  readonly isFilled: boolean;
  /** The way to it in the edition, `caveats[].claim`; null for what is no part of it. */
  readonly origin: string | null;
  /** What it is, where a template says it outright: `kind="wide"`. */
  readonly literal?: Literal;
  /** Whether it is the HTML of rich text, which would be printed as text. */
  readonly isMarkup?: true;
  /** Fields that differ from those of its shape: handed to a partial, or known to be there. */
  readonly fields?: ReadonlyMap<string, Value>;
}

export type Literal = string | number | boolean | null;

/** The value of which nothing is known; nothing about it is ever a fault. */
export const ANYTHING: Value = { shape: null, isOptional: false, isFilled: true, origin: null };

/** A value of this shape that is always there. */
export const shaped = (shape: Shape, origin: string | null = null): Value => ({
  shape,
  isOptional: false,
  isFilled: false,
  origin,
});

/** A value that a template writes down. */
export function literalValue(literal: Literal): Value {
  const value = (shape: Shape): Value => ({ ...shaped(shape), literal });
  if (typeof literal === "string") return value({ kind: "text" });
  if (typeof literal === "number") return value({ kind: "number" });
  // Whoever hands over “null” says that there is nothing: no field of it is ever asked for.
  return value({ kind: "yes-no" });
}

/** The value of the field `name`; undefined where there is no such field. */
export function fieldOf(value: Value, name: string): Value | undefined {
  const { shape, origin } = value;
  const changed = value.fields?.get(name);
  if (changed !== undefined) return changed;
  if (shape === null) return ANYTHING;
  switch (shape.kind) {
    case "group": {
      if (!Object.hasOwn(shape.fields, name)) return undefined;
      const field = shape.fields[name];
      if (field === undefined) return undefined;
      return { ...shaped(field.shape, joined(origin, name)), isOptional: field.isOptional };
    }
    case "rich":
      if (name === "html") return { ...shaped({ kind: "text" }, origin), isMarkup: true };
      return name === "text" ? shaped({ kind: "text" }, origin) : undefined;
    case "list": {
      if (name === "length") return shaped({ kind: "number" });
      if (!/^\d+$/.test(name)) return undefined;
      const isThere = name === "0" && (shape.isNeverEmpty || value.isFilled);
      return { ...itemOf(value), isOptional: !isThere };
    }
    case "names":
      return shaped(shape.value, joined(origin, "*"));
    default:
      return undefined;
  }
}

/** What an `{{#each}}` over the value goes through; nothing is known of it where the value is no list. */
export function itemOf({ shape, origin }: Value): Value {
  const inner = origin === null ? null : `${origin}[]`;
  if (shape?.kind === "list") return shaped(shape.item, inner);
  return shape?.kind === "names" ? shaped(shape.value, inner) : ANYTHING;
}

/** Every field that the value has. */
export function fieldNames({ shape, fields }: Value): string[] {
  const own =
    shape?.kind === "group"
      ? Object.keys(shape.fields)
      : shape?.kind === "rich"
        ? ["text", "html"]
        : shape?.kind === "list"
          ? ["length"]
          : [];
  return [...new Set([...own, ...(fields?.keys() ?? [])])];
}

/** The value, known to be there and, if it is a list, to have items. */
export const present = (value: Value): Value => ({ ...value, isOptional: false, isFilled: true });

/** The value with another at the end of `way`, a list of fields. */
export function withField(value: Value, way: readonly string[], change: (value: Value) => Value): Value {
  const [name, ...rest] = way;
  if (name === undefined) return change(value);
  const inner = fieldOf(value, name);
  if (inner === undefined) return value;
  return { ...value, fields: new Map([...(value.fields ?? []), [name, withField(inner, rest, change)]]) };
}

/** The same text for values of which the same is known. */
export function signatureOf(value: Value, idOf: (shape: Shape) => number): string {
  const { shape, isOptional, isFilled, origin, literal, fields } = value;
  const inner = [...(fields ?? [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${name}:${signatureOf(field, idOf)}`);
  const facts = `${isOptional ? "?" : ""}${isFilled ? "+" : ""}`;
  const said = literal === undefined ? "" : JSON.stringify(literal);
  return `${shape === null ? "" : idOf(shape)}${facts}@${origin}${said}{${inner.join(",")}}`;
}

/** What the value is, in the words of a designer. */
export function kindInWords({ shape }: Value): string {
  switch (shape?.kind) {
    case "text":
      return "a text";
    case "number":
      return "a number";
    case "yes-no":
      return "yes or no";
    case "rich":
      return "rich text";
    case "list":
    case "names":
      return "a list";
    default:
      return "a group of fields";
  }
}

const joined = (origin: string | null, name: string): string | null =>
  origin === null ? null : origin === "" ? name : `${origin}.${name}`;
