import path from "node:path";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { Layer } from "../../render/layers/layer.ts";
import { type ReadLayer, readLayers } from "../../render/layers/read-layers.ts";
import { readEnclosed } from "../../render/read-enclosed.ts";
import { findTemplateSet } from "../find-template-set.ts";
import type { Library } from "../library.ts";
import { readEjectedRecord, updateEjectedRecord } from "./ejected-record.ts";
import { findBaseIn } from "./open-template-set.ts";
import { filesNamedIn, type Piece, piecesOf } from "./pieces.ts";
import type { PlannedFile } from "./planned-files.ts";

/** The pieces of a set that a project can have as its own. */
export interface Ejectable {
  readonly set: string;
  /** The folder that copies go into. */
  readonly folder: string;
  readonly pieces: readonly { readonly piece: string; readonly from: Origin; readonly isOwn: boolean }[];
}

/** The set that a piece comes from, with its version where it has one. */
export type Origin = Pick<Layer, "name" | "version">;

/** What copying pieces takes. */
export interface PlannedEject {
  readonly set: string;
  readonly folder: string;
  readonly ejected: readonly { readonly piece: string; readonly file: string; readonly from: Origin }[];
  /** New files, the copies among them; none may be there yet. */
  readonly files: readonly PlannedFile[];
  /** The record of what was copied, to be written last in place of the one before. */
  readonly record: PlannedFile;
}

/** A set seen from a project that wants to have pieces of it. */
interface Target {
  readonly name: string;
  readonly folder: string;
  /** The project’s own layer of it; undefined where there is none yet. */
  readonly own: ReadLayer | undefined;
  readonly pieces: readonly Piece[];
}

/** The pieces of the template set `name` that the project in `folder` does not have as its own, and those that it has. */
export async function listEjectable(
  name: string,
  folder: string,
  library: Library,
): Promise<Outcome<Ejectable>> {
  const target = await openTarget(name, folder, library);
  if (!target.ok) return target;
  const { own, pieces } = target.value;
  const isOwn = (piece: string) => own?.pieces.has(piece) ?? false;
  const listed = pieces.map(({ piece, layer }) => ({ piece, from: originOf(layer), isOwn: isOwn(piece) }));
  return success({ set: target.value.name, folder: target.value.folder, pieces: listed });
}

/** Plans copying exactly the pieces `wanted` of the set `name` into the project in `folder`. */
export async function planEject(
  name: string,
  wanted: readonly string[],
  folder: string,
  library: Library,
): Promise<Outcome<PlannedEject>> {
  const opened = await openTarget(name, folder, library);
  if (!opened.ok) return opened;
  const target = opened.value;
  const chosen = choosePieces(wanted, target);
  if (!chosen.ok) return chosen;
  const record = await readEjectedRecord(target.folder);
  if (!record.ok) return record;

  const copies = chosen.value.map(({ piece, text }) => ({
    file: path.join(target.folder, piece),
    content: text,
  }));
  const images = await Promise.all(chosen.value.map((piece) => imagesOf(piece, target)));
  const manifest = { file: path.join(target.folder, "template.yaml"), content: manifestFor(target.name) };
  const entries = chosen.value.map(({ piece, text, layer }) => ({
    piece,
    set: layer.name,
    version: layer.version,
    original: text,
  }));
  return success({
    set: target.name,
    folder: target.folder,
    ejected: chosen.value.map(({ piece, layer }, index) => ({
      piece,
      file: copies[index]?.file ?? "",
      from: originOf(layer),
    })),
    files: [...(target.own === undefined ? [manifest] : []), ...copies, ...distinct(images.flat())],
    record: { file: record.value.file, content: updateEjectedRecord(record.value, entries) },
  });
}

async function openTarget(name: string, folder: string, library: Library): Promise<Outcome<Target>> {
  const found = await findTemplateSet(name, library);
  if (!found.ok) return found;
  const set = found.value;
  const layers = await readLayers(set, findBaseIn(library));
  if (!layers.ok) return layers;
  const target = path.join(folder, "templates", set.name);
  const isOwn = path.resolve(set.folder) === path.resolve(target);
  if (!isOwn && set.name.includes("/"))
    return failure([diagnose("template-eject-scoped", { set: set.name })]);
  const [own, ...bases] = layers.value;
  const inherited = isOwn ? bases : layers.value;
  if (inherited.length === 0) return failure([diagnose("template-nothing-inherited", { set: set.name })]);
  return success({
    name: set.name,
    folder: target,
    own: isOwn ? own : undefined,
    pieces: piecesOf(inherited),
  });
}

function choosePieces(wanted: readonly string[], { name, own, pieces }: Target): Outcome<Piece[]> {
  const names = pieces.map(({ piece }) => piece);
  const asked = [...new Set(wanted.map(plainName))];
  const unknown = asked.filter((piece) => !names.includes(piece));
  if (unknown.length > 0) {
    return failure(
      unknown.map((piece) =>
        diagnose("template-piece-unknown", { piece, set: name, suggestion: suggestPiece(piece, names) }),
      ),
    );
  }
  const there = asked.filter((piece) => own?.pieces.has(piece));
  if (there.length > 0) {
    return failure(
      there.map((piece) => diagnose("template-piece-exists", { file: `templates/${name}/${piece}` })),
    );
  }
  return success(pieces.filter(({ piece }) => asked.includes(piece)));
}

/** A path as it is written on any system. */
const plainName = (piece: string): string => piece.replaceAll("\\", "/").replace(/^\.\//, "");

/** Who writes `caveat.hbs` or `caveat` means the partial. */
function suggestPiece(piece: string, names: readonly string[]): string | undefined {
  const { base, name } = path.posix.parse(piece);
  return (
    names.find((known) => path.posix.basename(known) === base) ??
    suggest(piece, names) ??
    names.find((known) => path.posix.parse(known).name === name)
  );
}

/** The images and fonts that a style sheet names: addresses in the copy are seen from the project’s folder. */
async function imagesOf({ text, layer, piece }: Piece, { folder }: Target): Promise<PlannedFile[]> {
  if (!piece.endsWith(".css")) return [];
  const found = await Promise.all(
    filesNamedIn(text).map(async (name) => {
      const [original, there] = await Promise.all([
        readEnclosed(path.join(layer.folder, name), layer.folder),
        readEnclosed(path.join(folder, name), folder),
      ]);
      const isNeeded = original.kind === "read" && there.kind === "missing";
      return isNeeded ? [{ file: path.join(folder, name), content: original.bytes }] : [];
    }),
  );
  return found.flat();
}

const distinct = (files: readonly PlannedFile[]): PlannedFile[] => [
  ...new Map(files.map((planned) => [planned.file, planned])).values(),
];

const originOf = ({ name, version }: Layer): Origin => ({ name, version });

const manifestFor = (
  name: string,
): string => `# What this project changes of the template set “${name}”. Every file that is not here comes from there.
extends: ${name}
`;
