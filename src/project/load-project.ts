import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Organisation } from "../edition/edition.ts";
import { loadImage } from "../render/load-image.ts";
import { parseSettings } from "../render/parse-settings.ts";
import { type Config, configSchema } from "./config.ts";

/** Name of a project’s configuration file; the folder that holds it is the project’s. */
const CONFIG_FILE = "brief.config.yaml";

/** A folder of briefs with its configuration. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  readonly config: Config;
  readonly organisation: Organisation | null;
  /** Where a setting, such as `["editorial", "rules", "hype-word"]`, stands in the configuration. */
  readonly placeOf: (setting: readonly PropertyKey[]) => Place;
}

/** Reads the project that `folder` belongs to: the nearest folder upwards with a brief.config.yaml, or `folder` itself. */
export async function loadProject(folder: string): Promise<Outcome<Project>> {
  const root = await projectFolderOf(path.resolve(folder));
  const file = path.join(root, CONFIG_FILE);
  const text = await readConfig(file);
  if (!text.ok) return text;
  const settings = parseSettings(configSchema, text.value, file, (fault, where) =>
    diagnose("config-invalid", fault, where),
  );
  if (!settings.ok) return settings;

  const { value: config, placeOf } = settings.value;
  const named = config.organisation;
  if (named === undefined) return success({ folder: root, config, organisation: null, placeOf });
  if (named.logo === undefined) {
    return success({ folder: root, config, organisation: { name: named.name, logo: null }, placeOf });
  }
  const logo = await loadImage(named.logo, root, root, placeOf(["organisation", "logo"]));
  if (!logo.ok) return logo;
  const organisation = { name: named.name, logo: logo.value.dataUrl };
  return success({ folder: root, config, organisation, placeOf });
}

/** The text of the configuration; a project without one has the defaults. */
async function readConfig(file: string): Promise<Outcome<string>> {
  try {
    return success(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return success("");
    const where = { file, line: 1, column: 1 };
    return failure([diagnose("config-invalid", { key: "", problem: "it is not a readable file" }, where)]);
  }
}

async function projectFolderOf(start: string): Promise<string> {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const isProject = await access(path.join(folder, CONFIG_FILE)).then(
      () => true,
      () => false,
    );
    if (isProject) return folder;
    if (folder === path.dirname(folder)) return start;
  }
}
