import { readFile } from "node:fs/promises";
import path from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Outcome, success } from "../../diagnostics/outcome.ts";
import type { Layer } from "../../render/layers/layer.ts";
import { readLayers } from "../../render/layers/read-layers.ts";
import { findTemplateSet, templateSetsIn } from "../find-template-set.ts";
import type { Library } from "../library.ts";
import type { Origin } from "./eject-pieces.ts";
import { type EjectedPiece, readEjectedRecord, updateEjectedRecord } from "./ejected-record.ts";
import { findBaseIn } from "./open-template-set.ts";
import { type Piece, piecesOf, withPlainLines } from "./pieces.ts";
import type { PlannedFile } from "./planned-files.ts";

/** How the pieces stand that were copied into one set of the project. */
export interface SetStatus {
  readonly set: string;
  readonly folder: string;
  readonly pieces: readonly PieceStatus[];
  /** Why it cannot be said, if it cannot. */
  readonly diagnostics: readonly Diagnostic[];
  /** The record as it would be if the originals of today were those that the copies were made of. */
  readonly seen: PlannedFile | null;
}

/** How one copy and its original stand. */
export interface PieceStatus {
  readonly piece: string;
  readonly file: string;
  /** What it was copied from. */
  readonly from: Origin;
  /** What the set would use today if the copy were not there; null where nothing is left. */
  readonly now: Origin | null;
  readonly original: "same" | "changed" | "gone";
  /** `updated` is a copy that is letter for letter the original of today. */
  readonly copy: "same" | "changed" | "updated" | "gone";
  /** A unified diff from the original then to the original now; null where nothing changed. */
  readonly diff: string | null;
}

/** How the copies in the set `name` stand, or those in every set of the project in `folder`. */
export async function templateStatus(
  name: string | undefined,
  folder: string,
  library: Library,
): Promise<Outcome<readonly SetStatus[]>> {
  const own = (await templateSetsIn(library)).filter(
    (set) => path.resolve(path.dirname(set.folder)) === path.resolve(folder, "templates"),
  );
  if (name === undefined) {
    const all = await Promise.all(own.map((set) => statusOf(set, library)));
    return success(all.filter(({ pieces, diagnostics }) => pieces.length + diagnostics.length > 0));
  }
  const found = await findTemplateSet(name, library);
  if (!found.ok) return found;
  const set = own.find((one) => one.folder === found.value.folder);
  return success(set === undefined ? [] : [await statusOf(set, library)]);
}

async function statusOf(set: Layer, library: Library): Promise<SetStatus> {
  const { name, folder } = set;
  const record = await readEjectedRecord(folder);
  const empty = { set: name, folder, pieces: [], seen: null };
  if (!record.ok) return { ...empty, diagnostics: record.diagnostics };
  if (record.value.pieces.length === 0) return { ...empty, diagnostics: [] };
  const layers = await readLayers(set, findBaseIn(library));
  if (!layers.ok) return { ...empty, diagnostics: layers.diagnostics };
  const inherited = new Map(piecesOf(layers.value.slice(1)).map((piece) => [piece.piece, piece]));
  const pieces = await Promise.all(
    record.value.pieces.map((then) => pieceStatus(then, inherited.get(then.piece), folder)),
  );
  const seen = pieces.flatMap(({ piece, original, copy }) => {
    const now = inherited.get(piece);
    return original === "changed" && copy !== "gone" && now !== undefined ? [entryOf(now)] : [];
  });
  const gone = pieces.filter(({ original, copy }) => original === "gone" || copy === "gone");
  const text = updateEjectedRecord(
    record.value,
    seen,
    gone.map(({ piece }) => piece),
  );
  return { set: name, folder, pieces, diagnostics: [], seen: { file: record.value.file, content: text } };
}

async function pieceStatus(then: EjectedPiece, now: Piece | undefined, folder: string): Promise<PieceStatus> {
  const { piece, set, version, original } = then;
  const file = path.join(folder, piece);
  const text = await readFile(file, "utf8").then(
    (read) => withPlainLines(read.replace(/^\uFEFF/, "")),
    () => undefined,
  );
  const from = { name: set, version };
  const to = now === undefined ? null : { name: now.layer.name, version: now.layer.version };
  const isSame = now?.text === original;
  return {
    piece,
    file,
    from,
    now: to,
    original: now === undefined ? "gone" : isSame ? "same" : "changed",
    copy: copyState(text, original, now?.text),
    diff: now === undefined || isSame ? null : diffOf(piece, original, now.text, from, to),
  };
}

function copyState(text: string | undefined, then: string, now: string | undefined): PieceStatus["copy"] {
  if (text === undefined) return "gone";
  if (text === then) return "same";
  return text === now ? "updated" : "changed";
}

const diffOf = (piece: string, then: string, now: string, from: Origin, to: Origin | null): string =>
  createTwoFilesPatch(piece, piece, then, now, label(from), to === null ? "" : label(to), {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });

const label = ({ name, version }: Origin): string => (version === null ? name : `${name} ${version}`);

const entryOf = ({ piece, layer, text }: Piece): EjectedPiece => ({
  piece,
  set: layer.name,
  version: layer.version,
  original: text,
});
