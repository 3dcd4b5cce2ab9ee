import path from "node:path";
import type { ParsedBrief } from "../brief/parse-brief.ts";
import type { Brief } from "../brief/schema.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Asset } from "../edition/asset.ts";
import { loadImages } from "./load-images.ts";
import { loadPrevious } from "./load-previous.ts";
import { loadTables, type Tables } from "./load-tables.ts";

/** The files that a brief names beside itself. */
export interface Attachments {
  /** Images of the summary, by their path as written. */
  readonly images: ReadonlyMap<string, Asset>;
  readonly tables: Tables;
  /** The edition before; null where the brief names none. */
  readonly previous: Brief | null;
}

/** Reads what the brief in `briefFile`, an absolute path, names beside itself; what cannot be read is left out and told. */
export async function loadAttachments(
  parsed: ParsedBrief,
  briefFile: string,
  knownAudiences: readonly string[],
): Promise<{ attachments: Attachments; diagnostics: readonly Diagnostic[] }> {
  const folder = path.dirname(briefFile);
  const [images, data, previous] = await Promise.all([
    loadImages(parsed, folder),
    loadTables(parsed, folder),
    loadPrevious(parsed, briefFile, knownAudiences),
  ]);
  return {
    attachments: {
      images: images.images,
      tables: data.tables,
      previous: previous.ok ? previous.value : null,
    },
    diagnostics: [...images.diagnostics, ...data.diagnostics, ...previous.diagnostics],
  };
}
