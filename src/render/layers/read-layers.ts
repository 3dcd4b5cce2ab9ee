import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { type Manifest, parseManifest } from "../manifest.ts";
import type { Settings } from "../parse-settings.ts";
import type { TemplateFile } from "../template-set.ts";
import type { FindBase, Layer } from "./layer.ts";

/** A layer, read into memory. */
export interface ReadLayer {
  readonly layer: Layer;
  readonly manifest: Settings<Manifest>;
  /** The pieces that the folder has, by their path in it: `page.css`, `partials/caveat.hbs`. */
  readonly pieces: ReadonlyMap<string, TemplateFile>;
}

/** Files of which a set has at most one. */
export const SINGLE_PIECES = ["page.hbs", "page.css", "email.hbs", "email.css", "text.hbs"] as const;
/** Rules that come after those of the style sheet of the same name, inherited or not. */
export const EXTRA_SHEETS = { "page.css": "page-extra.css", "email.css": "email-extra.css" } as const;
/** Folders in partials/ whose partials belong to one format; those beside them belong to the page. */
export const FORMAT_FOLDERS = ["email", "text"] as const;

/** Reads `first` and what it extends, the nearest first. */
export async function readLayers(first: Layer, findBase: FindBase): Promise<Outcome<readonly ReadLayer[]>> {
  const layers: ReadLayer[] = [];
  let next: Layer | undefined = first;
  while (next !== undefined) {
    const read: Outcome<ReadLayer> = await readLayer(next);
    if (!read.ok) return read;
    layers.push(read.value);
    const base = await baseOf(read.value, layers, findBase);
    if (!base.ok) return base;
    next = base.value;
  }
  return success(layers);
}

/** What `layer` extends; undefined for a set that stands on its own. */
async function baseOf(
  { layer, manifest }: ReadLayer,
  before: readonly ReadLayer[],
  findBase: FindBase,
): Promise<Outcome<Layer | undefined>> {
  const name = manifest.value.extends;
  if (name === undefined) return success(undefined);
  const where = manifest.placeOf(["extends"]);
  const base = await findBase(name, layer);
  if (!base.ok) return failure(base.diagnostics.map((diagnostic) => ({ ...diagnostic, where })));
  const names = before.map((known) => known.layer.name);
  return before.some((known) => known.layer.folder === base.value.folder)
    ? failure([diagnose("template-extends-circle", { way: [...names, name] }, where)])
    : base;
}

/** Reads everything in the folder of `layer` that may be part of a set; nothing outside it. */
async function readLayer(layer: Layer): Promise<Outcome<ReadLayer>> {
  const { folder } = layer;
  const names = [...SINGLE_PIECES, ...Object.values(EXTRA_SHEETS)];
  const [manifestFile, singles, partials] = await Promise.all([
    readPiece(folder, "template.yaml"),
    Promise.all(names.map(async (name) => [name, await readPiece(folder, name)] as const)),
    readPartials(folder),
  ]);
  if (!manifestFile.ok || !partials.ok) {
    return failure([manifestFile, partials].flatMap(({ diagnostics }) => diagnostics));
  }
  const manifest = parseManifest(manifestFile.value.text, manifestFile.value.file);
  if (!manifest.ok) return manifest;
  const found = singles.flatMap(([name, piece]) => (piece.ok ? [[name, piece.value] as const] : []));
  return success({ layer, manifest: manifest.value, pieces: new Map([...found, ...partials.value]) });
}

/** Reads one file of a layer. */
async function readPiece(folder: string, name: string): Promise<Outcome<TemplateFile>> {
  const file = path.join(folder, name);
  try {
    // Some editors begin a file with a byte order mark, which would stand on the page.
    return success({ file, text: (await readFile(file, "utf8")).replace(/^\uFEFF/, "") });
  } catch {
    return failure([diagnose("template-file-missing", { file: name }, { file, line: 1, column: 1 })]);
  }
}

/** The partials of every format; a map made once, so that a template can never reach a file through a partial’s name. */
async function readPartials(folder: string): Promise<Outcome<ReadonlyMap<string, TemplateFile>>> {
  const folders = ["", ...FORMAT_FOLDERS];
  const names = (await Promise.all(folders.map((inner) => partialFiles(folder, inner)))).flat();
  const partials = new Map<string, TemplateFile>();
  const faults: Diagnostic[] = [];
  for (const name of names) {
    const piece = await readPiece(folder, name);
    if (piece.ok) partials.set(name, piece.value);
    else faults.push(...piece.diagnostics);
  }
  return faults.length > 0 ? failure(faults) : success(partials);
}

/** The partials in one folder of partials/, by their path in the set. */
async function partialFiles(folder: string, inner: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, "partials", inner), { withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.name.endsWith(".hbs") && !entry.isDirectory())
    .map(({ name }) => path.posix.join("partials", inner, name))
    .sort();
}
