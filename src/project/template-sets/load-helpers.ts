import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { HELPER_NAMES } from "../../render/helpers.ts";
import { type ProjectHelper, readHelpers } from "../../render/project-helpers.ts";
import type { Project } from "../load-project.ts";

/** The helpers that the project adds to its templates. This runs the module that brief.config.yaml names. */
export async function loadHelpers({
  config,
  folder,
  placeOf,
}: Pick<Project, "config" | "folder" | "placeOf">): Promise<Outcome<readonly ProjectHelper[]>> {
  const named = config.helpers;
  if (named === undefined) return success([]);
  const where = placeOf(["helpers"]);
  const refuse = (problem: string) => failure([diagnose("helpers-module", { file: named, problem }, where)]);
  const file = await insideOf(folder, named);
  if (file === undefined) return refuse("there is no such file in the project");
  const loaded = await importModule(file);
  if (!loaded.ok) return refuse(`it cannot be loaded: ${loaded.reason}`);
  const { helpers: exported } = loaded.module;
  if (typeof exported !== "object" || exported === null) {
    return refuse("it does not export “helpers”, an object of helpers by name");
  }
  const { helpers, faults } = readHelpers(exported, HELPER_NAMES);
  return faults.length > 0 ? failure(faults.map((fault) => explain(fault, named, where))) : success(helpers);
}

const explain = (fault: { readonly name: string; readonly problem: string }, file: string, where: Place) =>
  diagnose("helper-invalid", { ...fault, file }, where);

/** The real path of a file of the project; undefined for what is not there or lies outside. */
async function insideOf(folder: string, named: string): Promise<string | undefined> {
  try {
    const [file, root] = await Promise.all([realpath(path.resolve(folder, named)), realpath(folder)]);
    const isFile = (await stat(file)).isFile();
    return isFile && file.startsWith(root.endsWith(path.sep) ? root : root + path.sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

type Loaded =
  | { readonly ok: true; readonly module: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

async function importModule(file: string): Promise<Loaded> {
  try {
    // Modules are kept by their address; with the time of its last change in it, a saved one is read anew.
    const { mtimeMs } = await stat(file);
    const address = `${pathToFileURL(file).href}?saved=${mtimeMs}`;
    return { ok: true, module: await import(/* @vite-ignore */ address) };
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { ok: false, reason };
  }
}
