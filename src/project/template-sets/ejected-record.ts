import { readFile } from "node:fs/promises";
import path from "node:path";
import { Document, isMap, isSeq, parse, parseDocument, Scalar, type YAMLMap } from "yaml";
import { z } from "zod";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { parseSettings } from "../../render/parse-settings.ts";
import { withPlainLines } from "./pieces.ts";

/** The file of a template set that tells what was copied into it, and of what. */
export const RECORD_FILE = "ejected.yaml";

/** A piece that was copied out of another set. */
export interface EjectedPiece {
  readonly piece: string;
  /** The set that it was copied from. */
  readonly set: string;
  /** That set’s version then; null where it had none, as sets of a project. */
  readonly version: string | null;
  /** The text that was copied, so that a later original can be compared with it. */
  readonly original: string;
}

const isInside = (piece: string): boolean => !/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(piece);

const recordSchema = z.strictObject({
  pieces: z
    .array(
      z.strictObject({
        piece: z.string().min(1).refine(isInside, "it must be a file inside this folder"),
        set: z.string().min(1),
        version: z.string().nullable(),
        original: z.string(),
      }),
    )
    .default([]),
});

/** The record of one template set: what it says, and its text for changes that keep the rest of it. */
export interface EjectedRecord {
  readonly file: string;
  readonly pieces: readonly EjectedPiece[];
  readonly text: string;
}

/** Reads the record of the set in `folder`; a set without one has copied nothing. */
export async function readEjectedRecord(folder: string): Promise<Outcome<EjectedRecord>> {
  const file = path.join(folder, RECORD_FILE);
  const text = await readFile(file, "utf8").catch(() => "");
  const parsed = parseSettings(recordSchema, text, file, ({ key, problem }, where) =>
    diagnose("ejected-record", { key, problem }, where),
  );
  if (!parsed.ok) return failure(parsed.diagnostics);
  const pieces = parsed.value.value.pieces.map((piece) => ({
    ...piece,
    original: withPlainLines(piece.original),
  }));
  return success({ file, text, pieces });
}

/** The text of the record with `changed` in it, each in place of what stood there under the same name, and without `gone`. */
export function updateEjectedRecord(
  { text }: Pick<EjectedRecord, "text">,
  changed: readonly EjectedPiece[],
  gone: readonly string[] = [],
): string {
  const document = parseDocument(text.trim() === "" ? EMPTY : text);
  const list = document.get("pieces");
  const items = isSeq(list) ? list.items : [];
  const isAbout = (item: unknown, piece: string) => isMap(item) && item.get("piece") === piece;
  const kept = items.filter((item) => !gone.some((piece) => isAbout(item, piece)));
  for (const piece of changed) {
    const at = kept.findIndex((item) => isAbout(item, piece.piece));
    const entry = entryOf(document, piece);
    if (at === -1) kept.push(entry);
    else kept[at] = entry;
  }
  if (isSeq(list)) list.items = kept;
  else document.set("pieces", document.createNode(kept));
  return document.toString({ lineWidth: 0 });
}

const EMPTY = `# What was copied into this folder from another template set, by “brief template eject”.
# Keep this file beside the copies: “brief template status” compares the originals below with those of
# today, and shows you what has changed in them since. It is written for you; there is nothing to edit.
pieces:
`;

function entryOf(document: Document, { piece, set, version, original }: EjectedPiece): YAMLMap {
  const entry = document.createNode({ piece, set, version }) as YAMLMap;
  entry.set("original", scalarOf(original, isKeptAsBlock(original) ? "BLOCK_LITERAL" : "QUOTE_DOUBLE"));
  return entry;
}

function scalarOf(text: string, type: Scalar.Type): Scalar {
  const scalar = new Scalar(text);
  scalar.type = type;
  return scalar;
}

/** A block of lines cannot hold every text: not one of blanks alone, nor some control characters. */
function isKeptAsBlock(text: string): boolean {
  const written = new Document({ text: scalarOf(text, "BLOCK_LITERAL") }).toString({ lineWidth: 0 });
  return parse(written).text === text;
}
