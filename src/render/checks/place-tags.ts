import type { TemplateFile } from "../template-set.ts";
import { type Piece, type PlacedPiece, piecesBetween, piecesOf, tagsAmong, writeOut } from "./pieces.ts";
import { type MarkupPlace, type Region, readMarkup } from "./read-markup.ts";
import type { Templates } from "./walk.ts";

/** A tag that prints, and what it stands in. */
export interface TagPlace {
  readonly template: TemplateFile;
  readonly node: hbs.AST.MustacheStatement;
  readonly place: MarkupPlace;
}

/** An attribute that names an address, and the pieces of its value. */
export interface AddressPlace {
  readonly template: TemplateFile;
  readonly attribute: string;
  readonly pieces: readonly Piece[];
}

/** Where the tags of all templates stand in the markup. */
export interface TagPlaces {
  readonly tags: readonly TagPlace[];
  readonly addresses: readonly AddressPlace[];
}

/** Attributes whose value is an address (HTML Standard, index of attributes). */
const ADDRESSES: ReadonlySet<string> = new Set(
  "action background cite data formaction href longdesc manifest ping poster src srcset xlink:href".split(
    " ",
  ),
);

/** Finds in what part of the markup each tag stands, from the root through every partial, each where it is included. */
export function placeTags({ root, partials, programs }: Templates): TagPlaces {
  const tags: TagPlace[] = [];
  const addresses: AddressPlace[] = [];
  const known = new Set<string>();

  const look = (template: TemplateFile, around: MarkupPlace) => {
    const [prefix, suffix] = surroundingsOf(around);
    const key = `${template.file}\n${prefix}`;
    const program = programs.get(template);
    if (program === undefined || known.has(key)) return;
    known.add(key);
    const { text, placed } = writeOut(piecesOf(program), prefix);
    const regions = readMarkup(text + suffix);
    addresses.push(...addressesIn(placed, regions, prefix.length, template));
    for (const { piece, start } of tagsAmong(placed)) {
      const place = placeAt(regions, start);
      if (piece.kind === "value") tags.push({ template, node: piece.node, place });
      const name = piece.kind === "partial" ? nameOf(piece.node) : "";
      const partial = partials.get(name);
      if (partial !== undefined) look(partial, place);
    }
  };

  look(root, { kind: "text" });
  return { tags, addresses };
}

function addressesIn(
  placed: readonly PlacedPiece[],
  regions: readonly Region[],
  from: number,
  template: TemplateFile,
): AddressPlace[] {
  return regions.flatMap(({ place, start, end }) => {
    // What stands around a partial is looked at with the tag that includes it.
    if (place.kind !== "attribute" || start <= from || !ADDRESSES.has(place.attribute)) return [];
    return [{ template, attribute: place.attribute, pieces: piecesBetween(placed, start, end) }];
  });
}

function placeAt(regions: readonly Region[], offset: number): MarkupPlace {
  return regions.find(({ start, end }) => start <= offset && offset < end)?.place ?? { kind: "text" };
}

/** Markup in which a partial stands that is included at such a place, before and after it. */
function surroundingsOf(place: MarkupPlace): readonly [before: string, after: string] {
  switch (place.kind) {
    case "text":
      return ["", ""];
    case "tag-name":
      return ["<", ">"];
    case "comment":
      return ["<!--", "-->"];
    case "attribute-name":
      return [`<${place.element} `, ">"];
    case "attribute":
      return [`<${place.element} ${place.attribute}=${place.quote}`, `${place.quote}>`];
    case "code":
      return [`<${place.element}>`, `</${place.element}>`];
  }
}

const nameOf = ({ name }: hbs.AST.PartialStatement): string =>
  "original" in name ? String(name.original) : "";
