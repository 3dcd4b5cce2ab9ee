import type {
  Field,
  GroupOf,
  ListShape,
  NumberShape,
  RichShape,
  Shape,
  TextShape,
  Weight,
  YesNoShape,
} from "./shape.ts";

// The words in which the shape of an edition is written down.

/** A field that every brief has. */
interface Required<S extends Shape> extends Field {
  readonly shape: S;
  readonly isOptional: false;
}

/** A field that a brief may leave out. */
interface Optional<S extends Shape> extends Field {
  readonly shape: S;
  readonly isOptional: true;
}

const field = <const S extends Shape>(about: string, shape: S): Required<S> => ({
  shape,
  about,
  isOptional: false,
});

export const text = (about: string, facts: Omit<TextShape, "kind" | "choices"> = {}): Required<TextShape> =>
  field(about, { kind: "text", ...facts });

export const choice = <Choice extends string>(
  about: string,
  choices: Readonly<Record<Choice, string>>,
): Required<TextShape & { readonly choices: Readonly<Record<Choice, string>> }> =>
  field(about, { kind: "text", choices });

export const number = (about: string): Required<NumberShape> => field(about, { kind: "number" });

export const yesNo = (about: string): Required<YesNoShape> => field(about, { kind: "yes-no" });

export const rich = (about: string): Required<RichShape> => field(about, { kind: "rich" });

/** A part with fields of its own. */
export const part = <S extends Shape>(about: string, shape: S): Required<S> => field(about, shape);

export const list = <Item extends Shape>(
  about: string,
  item: Item,
): Required<ListShape & { readonly item: Item }> => field(about, { kind: "list", item, isNeverEmpty: false });

/** A list with at least one item. */
export const filledList = <Item extends Shape>(
  about: string,
  item: Item,
): Required<ListShape & { readonly item: Item }> => field(about, { kind: "list", item, isNeverEmpty: true });

/** The field, which a brief may leave out. */
export const optional = <S extends Shape>(required: Required<S>): Optional<S> => ({
  ...required,
  isOptional: true,
});

const weighing =
  (weight: Weight) =>
  <F extends Field>(weighed: F): F => ({ ...weighed, weight });

/** Without it a page misleads. */
export const essential = weighing("essential");
/** Without it something of the brief is lost. */
export const important = weighing("important");
/** A set may leave it out. */
export const minor = weighing("minor");

/** A group with the fields of `T`. */
export const group = <T>(
  name: string,
  about: string,
  fields: GroupOf<T>["fields"],
  shownBy?: readonly (keyof T & string)[],
): GroupOf<T> => ({ kind: "group", name, about, fields, ...(shownBy === undefined ? {} : { shownBy }) });
