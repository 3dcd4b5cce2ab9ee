import type { RichText } from "../edition.ts";

/** What a value is, told at run time: what a template may do with it. */
export type Shape = TextShape | NumberShape | YesNoShape | RichShape | ListShape | NamesShape | GroupShape;

/** Plain text. */
export interface TextShape {
  readonly kind: "text";
  /** All that it can be, each with what it means; any text when left out. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Where in a link or image it may stand. */
  readonly purpose?: Purpose;
}

/** What a text is made for: `link` is a whole address, `fragment` follows a #, `mail-address` follows mailto:, `image` is the src of an img. */
export type Purpose = "link" | "fragment" | "mail-address" | "image";

export interface NumberShape {
  readonly kind: "number";
}

export interface YesNoShape {
  readonly kind: "yes-no";
}

/** Text with markup, printed with `{{rich …}}`. */
export interface RichShape {
  readonly kind: "rich";
}

export interface ListShape<Item extends Shape = Shape> {
  readonly kind: "list";
  readonly item: Item;
  /** Whether there is always at least one. */
  readonly isNeverEmpty: boolean;
}

/** Values by names that are not known beforehand. */
export interface NamesShape<Value extends Shape = Shape> {
  readonly kind: "names";
  readonly value: Value;
}

/** Fields by name. */
export interface GroupShape {
  readonly kind: "group";
  /** As the reference calls it: `Caveat`. */
  readonly name: string;
  /** One sentence for the reference; empty where the name says it. */
  readonly about: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Fields of which one is enough to show the whole; when left out, each field speaks for itself. */
  readonly shownBy?: readonly string[];
}

/** One field of a group. */
export interface Field {
  readonly shape: Shape;
  /** What it is, in one line. */
  readonly about: string;
  /** Whether a brief may leave it out; it is null then. */
  readonly isOptional: boolean;
  /** How much a reader misses where a template never shows it; nothing when left out. */
  readonly weight?: Weight;
  /** Another field of the group that says the same. */
  readonly alsoShownBy?: string;
}

/** `essential`: the page misleads without it; `important`: something of the brief is lost; `minor`: a matter of taste. */
export type Weight = "essential" | "important" | "minor";

/** The shape that describes values of type `T`; what does not agree with `T` does not compile. */
export type ShapeOf<T> = [T] extends [RichText]
  ? RichShape
  : [T] extends [boolean]
    ? YesNoShape
    : [T] extends [number]
      ? NumberShape
      : [T] extends [string]
        ? string extends T
          ? TextShape
          : TextShape & { readonly choices: Readonly<Record<T, string>> }
        : [T] extends [readonly (infer Item)[]]
          ? ListShape & { readonly item: ShapeOf<Item> }
          : string extends keyof T
            ? NamesShape
            : GroupOf<T>;

/** A group with exactly the fields of `T`. */
export interface GroupOf<T> extends GroupShape {
  readonly fields: { readonly [Name in keyof T]-?: FieldOf<T[Name]> };
}

/** A field that is optional exactly where `T` may be null. */
export interface FieldOf<T> extends Field {
  readonly shape: ShapeOf<NonNullable<T>>;
  readonly isOptional: null extends T ? true : false;
}
