import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { inlineStylesheet } from "./inline-stylesheet.ts";
import { type FontBook, loadFonts } from "./load-fonts.ts";
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
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** page.css with its images embedded. */
  readonly pageCss: string;
  readonly fonts: FontBook;
}

/** Reads the template set in `folder`; nothing outside it is read but the fonts it names. */
export async function loadTemplateSet(folder: string): Promise<Outcome<TemplateSet>> {
  const [manifestFile, page, css, partials] = await Promise.all([
    readTemplateFile(folder, "template.yaml"),
    readTemplateFile(folder, "page.hbs"),
    readTemplateFile(folder, "page.css"),
    readPartials(folder),
  ]);
  if (!manifestFile.ok || !page.ok || !css.ok || !partials.ok) {
    return failure([manifestFile, page, css, partials].flatMap(({ diagnostics }) => diagnostics));
  }

  const manifest = parseManifest(manifestFile.value.text, manifestFile.value.file);
  if (!manifest.ok) return manifest;
  const { value, placeOf } = manifest.value;
  const [fonts, pageCss] = await Promise.all([
    loadFonts(value.fonts, folder, (index) => placeOf(["fonts", index]), css.value.text),
    inlineStylesheet(css.value, folder),
  ]);
  if (!fonts.ok || !pageCss.ok) return failure([...fonts.diagnostics, ...pageCss.diagnostics]);
  return success({
    name: path.basename(folder),
    folder,
    manifest: value,
    page: page.value,
    partials: partials.value,
    pageCss: pageCss.value,
    fonts: fonts.value,
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
  const entries = await readdir(path.join(folder, "partials"), { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.name.endsWith(".hbs") && !entry.isDirectory())
    .map(({ name }) => name);
  const partials = new Map<string, TemplateFile>();
  const faults: Diagnostic[] = [];
  for (const name of names.sort()) {
    const file = await readTemplateFile(folder, path.join("partials", name));
    if (file.ok) partials.set(name.slice(0, -".hbs".length), file.value);
    else faults.push(...file.diagnostics);
  }
  return faults.length > 0 ? failure(faults) : success(partials);
}
