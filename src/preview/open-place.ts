import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { PreviewSession } from "./preview-session.ts";
import type { AskedPlace } from "./read-requests.ts";

/** Opens a place of a file, whose path is absolute, in the author’s editor. */
export type OpenInEditor = (place: AskedPlace) => void;

/** Opens a place in the editor if a finding names its file or the project holds it; false where neither is so. */
export async function openPlace(
  { project, showcase }: PreviewSession,
  { file, line, column }: AskedPlace,
  openInEditor: OpenInEditor,
): Promise<boolean> {
  const { folder } = project();
  const absolute = path.resolve(folder, file);
  const [real, realFolder] = await Promise.all([realPathOf(absolute), realPathOf(folder)]);
  if (real === undefined || realFolder === undefined) return false;
  const isNamed = showcase.state().findings.some((finding) => finding.file === file);
  const isInside = real.startsWith(realFolder + path.sep);
  if (!(isNamed || isInside)) return false;
  if (!(await stat(real)).isFile()) return false;
  openInEditor({ file: absolute, line, column });
  return true;
}

const realPathOf = (file: string): Promise<string | undefined> => realpath(file).catch(() => undefined);
