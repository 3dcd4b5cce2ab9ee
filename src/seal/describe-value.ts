import { createHash } from "node:crypto";
import type { PdfFile } from "../pdf/pdf-file.ts";
import {
  isDictionary,
  isReference,
  isStream,
  isString,
  type PdfStream,
  type PdfValue,
} from "../pdf/pdf-value.ts";

/** What a description is written with. */
export interface Description {
  readonly file: PdfFile;
  /** Objects that are named and not described. */
  readonly known: ReadonlyMap<number, string>;
  /** Objects that were described, by the order in which they were met. */
  readonly met: Map<number, number>;
  /** What may still be described; shared by all descriptions of a file. */
  readonly budget: { values: number; bytes: number };
  /** Digests of streams, which several pages may share. */
  readonly streams: Map<PdfStream, string>;
}

/** Far more than a brief of twenty sheets has; a file that has more is cut short, and differs by that. */
const VALUES_MAX = 1_000_000;
const UNPACKED_MAX_BYTES = 256 * 1024 * 1024;
/** Deeper than any document of ours; what goes deeper would exhaust the stack. */
const LEVELS_MAX = 400;

/** Begins the descriptions of a file. */
export const openDescription = (file: PdfFile): Omit<Description, "known" | "met"> => ({
  file,
  budget: { values: VALUES_MAX, bytes: UNPACKED_MAX_BYTES },
  streams: new Map(),
});

/** A value and all that it leads to as one text, which does not depend on the numbers and the packing of objects. */
export function describeValue(value: PdfValue, description: Description): string {
  const parts: string[] = [];
  describe(value, 0, parts, description);
  return parts.join(" ");
}

function describe(value: PdfValue, level: number, parts: string[], description: Description): void {
  const { file, known, met, budget } = description;
  budget.values -= 1;
  if (budget.values < 0 || level > LEVELS_MAX) {
    parts.push("…");
  } else if (isReference(value)) {
    const name = known.get(value.object);
    const earlier = met.get(value.object);
    if (name !== undefined) parts.push(`<${name}>`);
    else if (earlier !== undefined) parts.push(`<${earlier}>`);
    else {
      met.set(value.object, met.size);
      describe(file.resolve(value), level + 1, parts, description);
    }
  } else if (isStream(value)) {
    parts.push("stream", digestOf(value, description));
    describeFields([...value.dictionary].filter(([key]) => !PACKING.has(key)));
  } else if (isDictionary(value)) {
    describeFields([...value]);
  } else if (Array.isArray(value)) {
    parts.push("[");
    for (const item of value) describe(item, level + 1, parts, description);
    parts.push("]");
  } else {
    parts.push(
      isString(value) ? JSON.stringify(value.chars) : typeof value === "string" ? `/${value}` : `${value}`,
    );
  }

  function describeFields(fields: readonly (readonly [string, PdfValue])[]): void {
    parts.push("{");
    for (const [key, inner] of fields.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      parts.push(`/${key}`);
      describe(inner, level + 1, parts, description);
    }
    parts.push("}");
  }
}

/** How a stream is packed, which another program may do otherwise. */
const PACKING = new Set(["Length", "Filter", "DecodeParms", "DL"]);

function digestOf(stream: PdfStream, { file, budget, streams }: Description): string {
  const known = streams.get(stream);
  if (known !== undefined) return known;
  const unpacked = budget.bytes > 0 ? file.bytes(stream) : undefined;
  budget.bytes -= unpacked?.length ?? 0;
  const digest = createHash("sha256")
    .update(unpacked ?? stream.encoded)
    .digest("hex");
  streams.set(stream, digest);
  return digest;
}
