import type { BriefSource } from "../brief/source.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { BriefBuilder, BriefResult, BuildOrder } from "./brief-builder.ts";
import { slugOf } from "./slug.ts";

/** A brief file to read, or a brief already in memory. */
export type BriefInput = string | BriefSource;

/**
 * Builds `inputs`, at most `jobs` at once, and hands over each result as soon as it is there. Inputs are taken one by one
 * as there is room, so memory does not grow with the number of briefs. One bad brief does not stop the others.
 */
export async function* buildBriefs(
  builder: BriefBuilder,
  inputs: Iterable<BriefInput>,
  options: { order?: BuildOrder; jobs: number; signal?: AbortSignal },
): AsyncGenerator<BriefResult> {
  const slugs = new Map<string, string>();
  const running = new Set<Promise<Finished>>();
  try {
    for (const input of inputs) {
      if (running.size >= Math.max(1, options.jobs)) yield await nextOf(running);
      const job: Promise<Finished> = buildOne(builder, input, slugs, options).then((result) => ({
        result,
        job,
      }));
      running.add(job);
    }
    while (running.size > 0) yield await nextOf(running);
  } finally {
    // A caller that stops early may close the browser next; nothing may still be printing then.
    await Promise.allSettled(running);
  }
}

interface Finished {
  readonly result: BriefResult;
  readonly job: Promise<Finished>;
}

async function nextOf(running: Set<Promise<Finished>>): Promise<BriefResult> {
  const { result, job } = await Promise.race(running);
  running.delete(job);
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

  const source = typeof input === "string" ? await builder.read(input) : success(input);
  return source.ok
    ? builder.build(source.value, { ...order, slug }, signal)
    : refuse(failure(source.diagnostics));
}

const placeOf = (file: string) => ({ file, line: 1, column: 1 });
