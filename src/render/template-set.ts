import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { inlineStylesheet } from "./inline-stylesheet.ts";
import { type Manifest, parseManifest } from "./manifest.ts";

/** One Handlebars file. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/** A folder under templates/, read into memory: what lays an edition out. */
export interface TemplateSet {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly page: TemplateFile;
  /** email.hbs and email.css; null where the set makes no e-mail. */
  readonly email: EmailFiles | null;
  /** text.hbs; null where the set makes no plain text. */
  readonly text: TemplateFile | null;
  /** Partials of every format by their path in partials/ without its ending: `caveat`, `email/caveat`. */
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** page.css with its images embedded. */
  readonly pageCss: string;
  /** Where a setting of template.yaml stands. */
  readonly placeOf: (setting: readonly PropertyKey[]) => Place;
}

/** What lays out an e-mail. */
export interface EmailFiles {
  readonly markup: TemplateFile;
  readonly style: TemplateFile;
}

/** Folders in partials/ whose partials belong to one format; those beside them belong to the page. */
const FORMAT_FOLDERS = ["email", "text"] as const;

/** The partials that the templates of a format may include. */
export function partialsOf(
  { partials }: TemplateSet,
  format: "page" | (typeof FORMAT_FOLDERS)[number],
): ReadonlyMap<string, TemplateFile> {
  const folderOf = (name: string) => FORMAT_FOLDERS.find((folder) => name.startsWith(`${folder}/`)) ?? "page";
  return new Map([...partials].filter(([name]) => folderOf(name) === format));
}

/** Reads the template set in `folder`; nothing outside it is read but the fonts it names. */
export async function loadTemplateSet(folder: string): Promise<Outcome<TemplateSet>> {
  const [manifestFile, page, css, emailMarkup, emailStyle, text, partials] = await Promise.all([
    readTemplateFile(folder, "template.yaml"),
    readTemplateFile(folder, "page.hbs"),
    readTemplateFile(folder, "page.css"),
    readTemplateFile(folder, "email.hbs"),
    readTemplateFile(folder, "email.css"),
    readTemplateFile(folder, "text.hbs"),
    readPartials(folder),
  ]);
  if (!manifestFile.ok || !page.ok || !css.ok || !partials.ok) {
    return failure([manifestFile, page, css, partials].flatMap(({ diagnostics }) => diagnostics));
  }

  const manifest = parseManifest(manifestFile.value.text, manifestFile.value.file);
  if (!manifest.ok) return manifest;
  const { value, placeOf } = manifest.value;
  const pageCss = await inlineStylesheet(css.value, folder);
  if (!pageCss.ok) return pageCss;
  return success({
    name: path.basename(folder),
    folder,
    manifest: value,
    page: page.value,
    email: emailMarkup.ok && emailStyle.ok ? { markup: emailMarkup.value, style: emailStyle.value } : null,
    text: text.ok ? text.value : null,
    partials: partials.value,
    pageCss: pageCss.value,
    placeOf,
  });
}

async function readTemplateFile(folder: string, name: string): Promise<Outcome<TemplateFile>> {
  const file = path.join(folder, name);
  try {
    // Some editors begin a file with a byte order mark, which would stand on the page.
    return success({ file, text: (await readFile(file, "utf8")).replace(/^\uFEFF/, "") });
  } catch {
    return failure([diagnose("template-file-missing", { file: name }, { file, line: 1, column: 1 })]);
  }
}

/** Partials by name, from a map made once: a template can never reach a file through a partial’s name. */
async function readPartials(folder: string): Promise<Outcome<ReadonlyMap<string, TemplateFile>>> {
  const folders = ["", ...FORMAT_FOLDERS];
  const names = (await Promise.all(folders.map((inner) => partialNames(folder, inner)))).flat();
  const partials = new Map<string, TemplateFile>();
  const faults: Diagnostic[] = [];
  for (const name of names) {
    const file = await readTemplateFile(folder, path.join("partials", `${name}.hbs`));
    if (file.ok) partials.set(name, file.value);
    else faults.push(...file.diagnostics);
  }
  return faults.length > 0 ? failure(faults) : success(partials);
}

/** Names of the partials in one folder of partials/, with that folder before them. */
async function partialNames(folder: string, inner: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, "partials", inner), { withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.name.endsWith(".hbs") && !entry.isDirectory())
    .map(({ name }) => path.posix.join(inner, name.slice(0, -".hbs".length)))
    .sort();
}
