import path from "node:path";
import type { Layer } from "../../render/layers/layer.ts";
import { EXTRA_SHEETS, type ReadLayer, SINGLE_PIECES } from "../../render/layers/read-layers.ts";

/** A file of a template set that can be copied alone: a template, a style sheet or a partial. */
export interface Piece {
  /** Its path in the set: `page.css`, `partials/caveat.hbs`. */
  readonly piece: string;
  /** With `\n` at the end of lines, as every tool for text can keep it. */
  readonly text: string;
  /** The set that it comes from. */
  readonly layer: Layer;
}

/** What `layers`, the nearest first, give to a set that extends the first of them; in the order of the reference. */
export function piecesOf(layers: readonly ReadLayer[]): readonly Piece[] {
  const names = new Set(layers.flatMap(({ pieces }) => [...pieces.keys()]));
  for (const extra of Object.values(EXTRA_SHEETS)) names.delete(extra);
  const partials = [...names].filter((name) => name.startsWith("partials/")).sort(byFolder);
  const singles = SINGLE_PIECES.filter((name) => names.has(name));
  return [...singles, ...partials].flatMap((name) => pieceOf(layers, name) ?? []);
}

function pieceOf(layers: readonly ReadLayer[], piece: string): Piece | undefined {
  const from = layers.findIndex(({ pieces }) => pieces.has(piece));
  const found = layers[from];
  if (found === undefined) return undefined;
  const texts = [found.pieces.get(piece)?.text ?? "", ...extraRules(layers.slice(0, from + 1), piece)];
  return { piece, text: texts.map(withPlainLines).join("\n"), layer: found.layer };
}

/** A copy of a style sheet takes the place of the rules that were added to the original too, so it must hold them. */
function extraRules(layers: readonly ReadLayer[], piece: string): string[] {
  const extra = EXTRA_SHEETS[piece as keyof typeof EXTRA_SHEETS];
  if (extra === undefined) return [];
  return layers.toReversed().flatMap(({ layer, pieces }) => {
    const rules = pieces.get(extra);
    return rules === undefined ? [] : [`/* ${extra} of ${layer.name} */\n${rules.text}`];
  });
}

export const withPlainLines = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Partials of the page before those of other formats. */
const byFolder = (one: string, other: string): number =>
  one.split("/").length - other.split("/").length || (one < other ? -1 : 1);

/** The files beside a style sheet that it names, by their path in the set. */
export function filesNamedIn(css: string): string[] {
  const named = [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)/gi)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
  const relative = named.filter(
    (address) => address !== "" && !/^(?:[a-z][a-z0-9+.-]*:|#|[\\/])/i.test(address),
  );
  return [...new Set(relative.map((address) => path.posix.normalize(address)))].filter(
    (address) => address !== ".." && !address.startsWith("../"),
  );
}
