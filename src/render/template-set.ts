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
      return success({ file, text: await readFile(file, "utf8") });
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
  const where = { file: manifestFile.value.file, line: 1, column: 1 };
  const [fonts, pageCss, partials] = await Promise.all([
    loadFonts(manifest.value.fonts, folder, where),
    inlineStylesheet(css.value, folder),
    readPartials(path.join(folder, "partials")),
  ]);
  if (!fonts.ok) return fonts;
  if (!pageCss.ok) return pageCss;
  return success({
    name: path.basename(folder),
    folder,
    manifest: manifest.value,
    page: page.value,
    partials,
    pageCss: pageCss.value,
    fonts: fonts.value,
  });
}

/** Partials by name, from a map made once: a template can never reach a file through a partial’s name. */
async function readPartials(folder: string): Promise<ReadonlyMap<string, TemplateFile>> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".hbs")).sort();
  return new Map(
    await Promise.all(
      files.map(async (name): Promise<[string, TemplateFile]> => {
        const file = path.join(folder, name);
        return [name.slice(0, -".hbs".length), { file, text: await readFile(file, "utf8") }];
      }),
    ),
  );
}
