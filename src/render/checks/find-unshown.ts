import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Field, GroupShape, Shape, Weight } from "../../edition/shape/shape.ts";
import type { Inspection } from "./inspect-templates.ts";
import type { TagPlace } from "./place-tags.ts";

/** What a template never shows, and where it would have to. */
export interface Format {
  /** In words: “page”, “message”, “plain text”. */
  readonly name: string;
  /** Fields that the format cannot show, such as pictures in plain text. */
  readonly cannotShow: readonly string[];
}

/** Finds the fields of an edition that no template of the format ever shows to a reader. */
export function findUnshown({ walk, tags }: Inspection, format: Format): Diagnostic[] {
  const { root, shape, output } = walk.templates;
  if (shape === null) return [];
  const seen = new Set(output === "html" ? tags.filter(isSeen).map(({ node }) => node) : walk.printed.keys());
  const shown = new Set(
    [...seen].flatMap((node) => (walk.printed.get(node) ?? []).map(({ origin }) => origin)),
  );
  // What is missing has no place, so no line of the file is shown.
  const where = { file: root.file, line: 1, column: 1 };
  return unshownFields(shape, "", shown)
    .filter(({ origin }) => !format.cannotShow.includes(origin))
    .map(({ origin, field, weight }) =>
      diagnose(CODES[weight], { field: inWords(origin), about: field.about, format: format.name }, where),
    );
}

const CODES = {
  essential: "template-caveat-unshown",
  important: "template-unshown",
  minor: "template-detail-unshown",
} as const satisfies Readonly<Record<Weight, string>>;

/** Attributes whose value reaches a reader: as words where there is no image, as the target of a link, as an image. */
const SEEN_ATTRIBUTES: ReadonlySet<string> = new Set(["alt", "href", "src"]);

const isSeen = ({ place }: TagPlace): boolean =>
  place.kind === "text" || (place.kind === "attribute" && SEEN_ATTRIBUTES.has(place.attribute));

interface Unshown {
  readonly origin: string;
  readonly field: Field;
  readonly weight: Weight;
}

/** The heaviest parts that are missing whole, and what is missing of the others. */
function unshownFields({ fields }: GroupShape, around: string, shown: ReadonlySet<string | null>): Unshown[] {
  return Object.entries(fields).flatMap(([name, field]): Unshown[] => {
    const { shape, weight, alsoShownBy } = field;
    if (weight === undefined) return [];
    const originOf = (key: string) => (around === "" ? key : `${around}.${key}`);
    const origin = originOf(name);
    const other = alsoShownBy === undefined ? undefined : fields[alsoShownBy];
    if (other !== undefined && isShown(other.shape, originOf(alsoShownBy ?? ""), shown)) return [];
    if (!isShown(shape, origin, shown)) return [{ origin, field, weight }];
    const inner = shape.kind === "list" ? shape.item : shape;
    if (inner.kind !== "group" || inner.shownBy !== undefined) return [];
    return unshownFields(inner, shape.kind === "list" ? `${origin}[]` : origin, shown);
  });
}

/** Whether anything by which a reader knows the value is shown. */
function isShown(shape: Shape, origin: string, shown: ReadonlySet<string | null>): boolean {
  switch (shape.kind) {
    case "group":
      return Object.entries(shape.fields).some(
        ([name, field]) =>
          (shape.shownBy?.includes(name) ?? true) && isShown(field.shape, `${origin}.${name}`, shown),
      );
    case "list":
      return isShown(shape.item, `${origin}[]`, shown);
    default:
      return shown.has(origin);
  }
}

/** `caveats[].claim` as a designer would say it: “claim” of “caveats”. */
const inWords = (origin: string): string => origin.replaceAll("[]", "");
