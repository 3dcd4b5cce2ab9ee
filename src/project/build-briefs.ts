import { readBriefFile } from "../brief/read-brief-file.ts";
import type { BriefSource } from "../brief/source.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { BriefBuilder, BriefResult, BuildOrder } from "./brief-builder.ts";
import { slugOf } from "./slug.ts";

/** A brief file to read, or a brief already in memory. */
export type BriefInput = string | BriefSource;

/**
 * Builds `inputs`, at most `jobs` at once, and hands over each result as soon as it is there: memory does not grow with
 * the number of briefs. One bad brief does not stop the others.
 */
export async function* buildBriefs(
  builder: BriefBuilder,
  inputs: readonly BriefInput[],
  options: { order?: BuildOrder; jobs: number; signal?: AbortSignal },
): AsyncGenerator<BriefResult> {
  const slugs = new Map<string, string>();
  const running = new Map<number, Promise<{ index: number; result: BriefResult }>>();
  const start = (index: number, input: BriefInput) => {
    running.set(
      index,
      buildOne(builder, input, slugs, options).then((result) => ({ index, result })),
    );
  };

  for (const [index, input] of inputs.entries()) {
    if (running.size >= options.jobs) yield await nextOf(running);
    start(index, input);
  }
  while (running.size > 0) yield await nextOf(running);
}

async function nextOf(
  running: Map<number, Promise<{ index: number; result: BriefResult }>>,
): Promise<BriefResult> {
  const { index, result } = await Promise.race(running.values());
  running.delete(index);
  return result;
}

async function buildOne(
  builder: BriefBuilder,
  input: BriefInput,
  slugs: Map<string, string>,
  { order = {}, signal }: { order?: BuildOrder; signal?: AbortSignal },
): Promise<BriefResult> {
  const file = typeof input === "string" ? input : input.path;
  const slug = order.slug ?? slugOf(file);
  const refuse = ({ diagnostics }: Outcome<never>): BriefResult => ({
    file,
    slug,
    ok: false,
    editions: [],
    diagnostics,
  });
  if (signal?.aborted) return refuse(failure([diagnose("interrupted", {}, placeOf(file))]));

  const other = slugs.get(slug);
  if (other !== undefined) return refuse(failure([diagnose("slug-taken", { slug, other }, placeOf(file))]));
  slugs.set(slug, file);

  const source = typeof input === "string" ? await readBriefFile(input) : success(input);
  return source.ok
    ? builder.build(source.value, { ...order, slug }, signal)
    : refuse(failure(source.diagnostics));
}

const placeOf = (file: string) => ({ file, line: 1, column: 1 });
