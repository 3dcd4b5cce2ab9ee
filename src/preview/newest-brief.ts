import { stat } from "node:fs/promises";
import path from "node:path";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { discoverBriefs } from "../project/discover-briefs.ts";
import type { Project } from "../project/load-project.ts";

/** The brief of the project that was changed last, seen from the project. */
export async function newestBrief({ folder, config }: Project): Promise<Outcome<string>> {
  const { files } = await discoverBriefs([config.briefs], folder);
  const dated = await Promise.all(
    files.map(async (file) => ({ file, changedMs: (await stat(path.resolve(folder, file))).mtimeMs })),
  );
  const [newest] = dated.sort((one, other) => other.changedMs - one.changedMs);
  return newest ? success(newest.file) : failure([diagnose("preview-no-brief", { folder: config.briefs })]);
}
