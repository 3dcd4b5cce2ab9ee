import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { diagnose } from "../diagnostics/diagnostic.ts";
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
  const read = async (name: string): Promise<Outcome<TemplateFile>> => {
    const file = path.join(folder, name);
    try {
      return success({ file, text: await readText(file) });
    } catch {
      return failure([diagnose("template-file-missing", { file: name }, { file, line: 1, column: 1 })]);
    }
  };
  const [manifestFile, page, css] = await Promise.all(["template.yaml", "page.hbs", "page.css"].map(read));
  if (!manifestFile?.ok || !page?.ok || !css?.ok) {
    return failure([manifestFile, page, css].flatMap((outcome) => outcome?.diagnostics ?? []));
  }

  const manifest = parseManifest(manifestFile.value.text, manifestFile.value.file);
  if (!manifest.ok) return manifest;
  const { value, placeOf } = manifest.value;
  const [fonts, pageCss, partials] = await Promise.all([
    loadFonts(value.fonts, folder, (index) => placeOf(["fonts", index])),
    inlineStylesheet(css.value, folder),
    readPartials(path.join(folder, "partials")),
  ]);
  if (!fonts.ok || !pageCss.ok) return failure([...fonts.diagnostics, ...pageCss.diagnostics]);
  return success({
    name: path.basename(folder),
    folder,
    manifest: value,
    page: page.value,
    partials,
    pageCss: pageCss.value,
    fonts: fonts.value,
  });
}

/** Some editors begin a file with a byte order mark, which would stand on the page. */
const readText = async (file: string): Promise<string> =>
  (await readFile(file, "utf8")).replace(/^\uFEFF/, "");

/** Partials by name, from a map made once: a template can never reach a file through a partial’s name. */
async function readPartials(folder: string): Promise<ReadonlyMap<string, TemplateFile>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.name.endsWith(".hbs") && !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return new Map(
    await Promise.all(
      files.map(async (name): Promise<[string, TemplateFile]> => {
        const file = path.join(folder, name);
        return [name.slice(0, -".hbs".length), { file, text: await readText(file) }];
      }),
    ),
  );
}
