import path from "node:path";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { inlineStylesheet } from "./inline-stylesheet.ts";
import type { FindBase, Layer } from "./layers/layer.ts";
import { mergeManifests } from "./layers/merge-manifests.ts";
import { EXTRA_SHEETS, FORMAT_FOLDERS, type ReadLayer, readLayers } from "./layers/read-layers.ts";
import type { CompleteManifest } from "./manifest.ts";
import type { ProjectHelper } from "./project-helpers.ts";

/** One Handlebars file. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/** A template set with all that it inherits, read into memory: what lays an edition out. */
export interface TemplateSet {
  readonly name: string;
  readonly folder: string;
  /** The set itself and those that it builds on, the nearest first. */
  readonly layers: readonly Layer[];
  /** The manifests of all layers in one; a token’s default is the value that the nearest layer gives it. */
  readonly manifest: CompleteManifest;
  readonly page: TemplateFile;
  /** email.hbs and email.css; null where the set makes no e-mail. */
  readonly email: EmailFiles | null;
  /** text.hbs; null where the set makes no plain text. */
  readonly text: TemplateFile | null;
  /** Partials of every format by their path in partials/ without its ending: `caveat`, `email/caveat`. */
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** page.css and what layers add to it, with images embedded. */
  readonly pageCss: string;
  /** Where a setting stands: in the template.yaml of the layer that makes it. */
  readonly placeOf: (setting: readonly PropertyKey[]) => Place;
  /** What the project adds to the helpers that every template has. */
  readonly helpers: readonly ProjectHelper[];
}

/** What lays out an e-mail. */
export interface EmailFiles {
  readonly markup: TemplateFile;
  readonly style: TemplateFile;
  /** Rules of email-extra.css that come after it, those of the nearest layer last. */
  readonly extraStyles: readonly TemplateFile[];
}

/** The partials that the templates of a format may include. */
export function partialsOf(
  { partials }: TemplateSet,
  format: "page" | (typeof FORMAT_FOLDERS)[number],
): ReadonlyMap<string, TemplateFile> {
  const folderOf = (name: string) => FORMAT_FOLDERS.find((folder) => name.startsWith(`${folder}/`)) ?? "page";
  return new Map([...partials].filter(([name]) => folderOf(name) === format));
}

/**
 * Reads the template set in `folder` and the sets that it extends, which `findBase` finds by their names; nothing outside
 * their folders is read. Every file keeps its own path, so that a finding stands where its text does.
 */
export async function loadTemplateSet(
  folder: string | Layer,
  findBase: FindBase = findNone,
): Promise<Outcome<TemplateSet>> {
  const first: Layer =
    typeof folder === "string"
      ? { name: path.basename(folder), folder, origin: "project", version: null }
      : folder;
  const read = await readLayers(first, findBase);
  if (!read.ok) return read;
  const layers = read.value;
  const manifest = mergeManifests(layers.map((layer) => layer.manifest));
  if (!manifest.ok) return manifest;

  const page = pieceOf(layers, "page.hbs");
  const pageSheets = sheetsOf(layers, "page.css");
  const missing = [page === undefined ? "page.hbs" : "", pageSheets.length === 0 ? "page.css" : ""];
  if (page === undefined || pageSheets.length === 0) {
    return failure(missing.filter((name) => name !== "").map((name) => fileMissing(first, name)));
  }
  const pageCss = await Promise.all(
    pageSheets.map((sheet) => inlineStylesheet(sheet, path.dirname(sheet.file))),
  );
  const faults = pageCss.flatMap(({ diagnostics }) => diagnostics);
  if (faults.length > 0) return failure(faults);

  const markup = pieceOf(layers, "email.hbs");
  const [style, ...extraStyles] = sheetsOf(layers, "email.css");
  return success({
    name: first.name,
    folder: first.folder,
    layers: layers.map(({ layer }) => layer),
    manifest: manifest.value.value,
    page,
    email: markup && style ? { markup, style, extraStyles } : null,
    text: pieceOf(layers, "text.hbs") ?? null,
    partials: partialsIn(layers),
    pageCss: pageCss.flatMap((sheet) => (sheet.ok ? [sheet.value] : [])).join("\n"),
    placeOf: manifest.value.placeOf,
    helpers: [],
  });
}

const findNone: FindBase = async (name) => failure([diagnose("template-base-missing", { name })]);

const fileMissing = ({ folder }: Layer, name: string) =>
  diagnose("template-file-missing", { file: name }, { file: path.join(folder, name), line: 1, column: 1 });

/** The piece of the nearest layer that has it. */
const pieceOf = (layers: readonly ReadLayer[], name: string): TemplateFile | undefined =>
  layers.find(({ pieces }) => pieces.has(name))?.pieces.get(name);

/** The nearest style sheet of this name, then the extra rules of its layer and of all that build on it, the nearest last. */
export function sheetsOf(layers: readonly ReadLayer[], name: keyof typeof EXTRA_SHEETS): TemplateFile[] {
  const from = layers.findIndex(({ pieces }) => pieces.has(name));
  const sheet = layers[from]?.pieces.get(name);
  if (sheet === undefined) return [];
  const extras = layers.slice(0, from + 1).toReversed();
  return [sheet, ...extras.flatMap(({ pieces }) => pieces.get(EXTRA_SHEETS[name]) ?? [])];
}

/** The partials of all layers by name, each that of the nearest. */
function partialsIn(layers: readonly ReadLayer[]): ReadonlyMap<string, TemplateFile> {
  const found = layers
    .toReversed()
    .flatMap(({ pieces }) => [...pieces].filter(([piece]) => piece.startsWith(PARTIALS)));
  return new Map(found.map(([piece, file]) => [piece.slice(PARTIALS.length, -".hbs".length), file]));
}

const PARTIALS = "partials/";
