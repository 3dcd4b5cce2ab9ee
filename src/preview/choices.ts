import { readdir } from "node:fs/promises";
import path from "node:path";
import { PAGE_SIZES } from "../formats/pdf-printer.ts";
import type { PreparedBrief } from "../project/brief-builder.ts";
import { discoverBriefs } from "../project/discover-briefs.ts";
import { templateSetsIn } from "../project/find-template-set.ts";
import type { Library } from "../project/library.ts";
import type { Project } from "../project/load-project.ts";
import type { Choice, Choices, Selection } from "./preview-api.ts";

/** What can be chosen, but for the audiences, which the brief decides; what is selected is always among it. */
export async function findChoices(
  project: Project,
  library: Library,
  selection: Selection,
): Promise<Omit<Choices, "audiences">> {
  const [briefs, templates, locales] = await Promise.all([
    discoverBriefs([project.config.briefs], project.folder),
    templateSetsIn(library),
    localesIn(library.localeFolders),
  ]);
  const byName = (name: string): Choice => ({ value: name, label: name });
  const withSelected = (names: readonly string[], selected: string) =>
    [...new Set([...names, selected])].sort();
  return {
    briefs: withSelected(briefs.files, selection.brief).map((file) => ({
      value: file,
      label: briefLabel(file, project.config.briefs),
    })),
    templates: withSelected(
      templates.map(({ name }) => name),
      selection.template,
    ).map(byName),
    pages: Object.keys(PAGE_SIZES).map(byName),
    locales: withSelected(locales, selection.locale).map((tag) => ({ value: tag, label: languageOf(tag) })),
  };
}

/** The editions of a brief, under the names that their readers see. */
export function audiencesOf({ brief, editions }: PreparedBrief): Choice[] {
  const labels = editions[0]?.context.audienceLabels;
  return ["all", ...brief.audiences].map((id) => ({ value: id, label: labels?.get(id) ?? id }));
}

/** `2025/deepseek` for `briefs/2025/deepseek.yaml`. */
function briefLabel(file: string, folder: string): string {
  const inFolder = path.relative(folder, file);
  const shown = inFolder.startsWith("..") ? file : inFolder;
  return shown.slice(0, shown.length - path.extname(shown).length).replaceAll("\\", "/");
}

async function localesIn(folders: readonly string[]): Promise<string[]> {
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  const tags = names
    .flat()
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => path.basename(name, ".yaml"));
  return [...new Set(tags)].sort();
}

/** A language in its own words: `Deutsch`. */
function languageOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
