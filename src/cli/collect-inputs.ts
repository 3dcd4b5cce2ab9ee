import { stat } from "node:fs/promises";
import path from "node:path";
import { type BriefInput, type Diagnostic, diagnose, discoverBriefs, type Execbrief } from "../index.ts";
import type { Context } from "./context.ts";
import { readStandardInput } from "./read-standard-input.ts";
import { shownPath } from "./shown-path.ts";

/** The briefs a command is to work on, and what was wrong with naming them. */
export interface CollectedInputs {
  readonly inputs: readonly BriefInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the briefs that `paths` name: files, folders, `-` for standard input; without any, the project’s folder. */
export async function collectInputs(
  paths: readonly string[],
  { project }: Execbrief,
  { terminal, signal }: Context,
): Promise<CollectedInputs> {
  const { folder } = terminal;
  if (paths.length === 0) {
    const briefs = path.resolve(project.folder, project.config.briefs);
    const shown = shownPath(folder, briefs);
    const isThere = await stat(briefs).then(
      () => true,
      () => false,
    );
    if (!isThere) return { inputs: [], diagnostics: [diagnose("project-empty", { folder: shown })] };
    const found = await discoverBriefs([shown], folder);
    return { inputs: found.files, diagnostics: found.diagnostics };
  }
  const found = await discoverBriefs(
    paths.filter((given) => given !== "-"),
    folder,
  );
  if (!paths.includes("-")) return { inputs: found.files, diagnostics: found.diagnostics };
  if (terminal.stdin.isTTY) terminal.err.write("Reading a brief from standard input; end it with Ctrl-D.\n");
  const source = await readStandardInput(terminal.stdin, signal);
  return {
    inputs: [...found.files, ...(source.ok ? [source.value] : [])],
    diagnostics: [...found.diagnostics, ...source.diagnostics],
  };
}
