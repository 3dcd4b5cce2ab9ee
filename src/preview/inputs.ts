import path from "node:path";
import type { Brief } from "../brief/schema.ts";
import { findImages } from "../edition/markdown.ts";
import type { Library } from "../project/library.ts";
import type { Project } from "../project/load-project.ts";
import type { TemplateSet } from "../render/template-set.ts";

/** What a file that has changed concerns. */
export type Concern = "project" | "template" | "labels" | "brief" | "choices";

/** The files that the views rest on, and that could come to be among them; all paths are absolute. */
export interface Inputs {
  readonly files: ReadonlyMap<string, Concern>;
  /** Folders of which everything counts. */
  readonly folders: ReadonlyMap<string, Concern>;
}

/** What views are made of, as far as it could be read. */
export interface Materials {
  readonly project: Project;
  readonly library: Library;
  readonly briefFile: string;
  readonly brief: Brief | undefined;
  readonly templateSet: TemplateSet | undefined;
}

/** Lists the files that views rest on. */
export function inputsOf({ project, library, briefFile, brief, templateSet }: Materials): Inputs {
  const { folder, config } = project;
  const beside = (file: string) => path.resolve(path.dirname(briefFile), file);
  const ofProject = [CONFIG_FILE, ...filesOfConfig(config)].map((file) => path.resolve(folder, file));
  const ofBrief = [briefFile, ...(brief ? filesOfBrief(brief).map(beside) : [])];
  const layers = templateSet?.layers.map((layer) => layer.folder) ?? [];
  return {
    files: new Map([
      ...ofBrief.map((file) => [file, "brief"] as const),
      ...ofProject.map((file) => [file, "project"] as const),
    ]),
    folders: new Map([
      [path.resolve(folder, config.briefs), "choices"] as const,
      ...library.localeFolders.map((localeFolder) => [localeFolder, "labels"] as const),
      ...library.templateFolders.slice(0, 1).map((templateFolder) => [templateFolder, "template"] as const),
      ...layers.map((layer) => [layer, "template"] as const),
    ]),
  };
}

const CONFIG_FILE = "brief.config.yaml";

/** What the configuration names beside itself. */
function filesOfConfig({ organisation, brand, theme, helpers }: Project["config"]): string[] {
  const { headings, text, also } = brand.fonts;
  const fonts = [headings, text, ...also, ...Object.values(theme)].flatMap((value) =>
    typeof value === "object" && "family" in value ? (value.files ?? []).map(({ file }) => file) : [],
  );
  return [organisation?.logo, helpers, ...fonts].filter((file) => file !== undefined);
}

/** What a brief names beside itself. */
function filesOfBrief({ event, image, previous }: Brief): string[] {
  const named = [
    image?.src,
    previous,
    event.chart?.csv,
    ...event.figures.map(({ trend }) => trend?.csv),
    ...findImages(event.summary),
  ];
  return named.filter((file) => file !== undefined);
}
