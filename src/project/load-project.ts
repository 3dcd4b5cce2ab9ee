import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { parseDocument } from "yaml";
import type { z } from "zod";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Organisation } from "../edition/edition.ts";
import { loadImage } from "../render/load-image.ts";
import { type Config, configSchema } from "./config.ts";

/** Name of a project’s configuration file; the folder that holds it is the project’s. */
export const CONFIG_FILE = "brief.config.yaml";

/** A folder of briefs with its configuration. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  readonly config: Config;
  readonly organisation: Organisation | null;
}

/** Reads the project that `folder` belongs to: the nearest folder upwards with a brief.config.yaml, or `folder` itself. */
export async function loadProject(folder: string): Promise<Outcome<Project>> {
  const root = await projectFolderOf(path.resolve(folder));
  const file = path.join(root, CONFIG_FILE);
  const text = await readFile(file, "utf8").catch(() => "");
  const config = parseConfig(text, file);
  if (!config.ok) return config;

  const { organisation } = config.value;
  if (organisation?.logo === undefined) {
    const named = organisation === undefined ? null : { name: organisation.name, logo: null };
    return success({ folder: root, config: config.value, organisation: named });
  }
  const logo = await loadImage(organisation.logo, root, root, { file, line: 1, column: 1 });
  if (!logo.ok) return logo;
  const { dataUrl } = logo.value;
  return success({
    folder: root,
    config: config.value,
    organisation: { name: organisation.name, logo: dataUrl },
  });
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

function parseConfig(text: string, file: string): Outcome<Config> {
  const document = parseDocument(text);
  const placeAt = (offset: number): Place => {
    const before = text.slice(0, offset).split("\n");
    return { file, text, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  if (document.errors.length > 0) {
    return failure(
      document.errors.map(({ code, pos }) =>
        diagnose(
          "config-invalid",
          { key: "", problem: code.toLowerCase().replaceAll("_", " ") },
          placeAt(pos[0]),
        ),
      ),
    );
  }
  const parsed = configSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return success(parsed.data);
  const place = (path: readonly PropertyKey[]) => {
    const node = document.getIn(path, true);
    const range =
      typeof node === "object" && node !== null && "range" in node ? (node.range as number[]) : [0];
    return placeAt(range[0] ?? 0);
  };
  return failure(parsed.error.issues.flatMap((issue) => explain(issue, place)));
}

function explain(issue: z.core.$ZodIssue, place: (path: readonly PropertyKey[]) => Place): Diagnostic[] {
  const path = issue.path.map(String);
  if (issue.code !== "unrecognized_keys") {
    return [diagnose("config-invalid", { key: path.join("."), problem: issue.message }, place(issue.path))];
  }
  const known = path.length === 0 ? Object.keys(configSchema.shape) : [];
  return issue.keys.map((key) =>
    diagnose(
      "config-invalid",
      { key: [...path, key].join("."), problem: "there is no such setting", suggestion: suggest(key, known) },
      place([...issue.path, key]),
    ),
  );
}
