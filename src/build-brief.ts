import { type ExecbriefOptions, openExecbrief } from "./open-execbrief.ts";
import type { BriefResult, BuildOrder } from "./project/brief-builder.ts";
import type { BriefInput } from "./project/build-briefs.ts";

/**
 * Builds one brief, a file’s path or a brief in memory, and closes everything again. The artifacts come back in memory;
 * faults of the brief, the template or the machine come back as diagnostics.
 */
export async function buildBrief(
  input: BriefInput,
  options: BuildOrder & ExecbriefOptions & { signal?: AbortSignal } = {},
): Promise<BriefResult> {
  const opened = await openExecbrief(options);
  const file = typeof input === "string" ? input : input.path;
  if (!opened.ok) return { file, slug: "", ok: false, editions: [], diagnostics: opened.diagnostics };
  await using execbrief = opened.value;
  for await (const result of execbrief.buildAll([input], options, options.signal)) return result;
  throw new Error("A build of one brief gave no result.");
}
