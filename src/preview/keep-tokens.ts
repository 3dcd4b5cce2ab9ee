import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { keepTheme } from "./keep-theme.ts";
import type { PreviewSession } from "./preview-session.ts";

/** Writes the text of a configuration, whole or not at all; says why where it could not. */
export type WriteConfig = (file: string, text: string) => Promise<Diagnostic | undefined>;

const CONFIG_FILE = "brief.config.yaml";

/** Writes tokens that are tried into the project’s configuration; gives back what prevented that. */
export async function keepTokens(
  session: PreviewSession,
  names: readonly string[],
  writeConfig: WriteConfig,
): Promise<readonly Diagnostic[]> {
  const { folder, config } = session.project();
  const { selection } = session.showcase.state();
  const tried = session.tried();
  const kept = Object.entries(tried).filter(([name]) => names.includes(name));
  if (kept.length === 0) return [];
  if (selection.template !== config.template)
    return [diagnose("theme-of-other-template", { template: selection.template, own: config.template })];
  const ofBrief = kept.find(([name]) => session.isOfBrief(name));
  if (ofBrief) return [diagnose("theme-of-brief", { token: ofBrief[0] })];

  const file = path.join(folder, CONFIG_FILE);
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? "" : undefined,
  );
  const after = before === undefined ? undefined : keepTheme(before, Object.fromEntries(kept));
  if (after === undefined) return [diagnose("theme-not-kept", { file: CONFIG_FILE })];
  const fault = await writeConfig(file, after);
  if (fault) return [fault];
  const left = Object.entries(tried).filter(([name]) => !names.includes(name));
  // What was written is read before the next build, whether the file was already seen to have changed or not.
  session.refresh(new Set(["project"]));
  session.tryTokens(Object.fromEntries(left));
  return [];
}
