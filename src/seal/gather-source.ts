import type { Attachment } from "../archival/attachment.ts";
import type { Brief } from "../brief/schema.ts";
import type { ReadingContext } from "../edition/compose-edition.ts";
import { imageFile } from "../edition/image-file.ts";
import { findImages } from "../edition/markdown.ts";
import { sha256 } from "./digests.ts";
import { reduceBrief, reducePrevious } from "./reduce-brief.ts";
import { safePath } from "./safe-path.ts";
import { SEAL_NAME } from "./seal.ts";
import { writeBrief } from "./write-brief.ts";

/** A file that goes into the PDF, and where its brief looks for it. */
export interface SourceFile extends Attachment {
  readonly path: string;
}

/**
 * The source of an edition as files: its brief first, reduced to what its audience gets, then what the brief names beside itself.
 * A text instead of files says why there can be none.
 */
export function gatherSource(brief: Brief, context: ReadingContext): readonly SourceFile[] | string {
  const { audience, labels } = context;
  const reduced = reduceBrief(brief, audience, labels);
  const beside = [...imagesOf(reduced, context), ...tablesOf(reduced, context)];
  if (reduced.previous !== undefined && context.previous !== null) {
    const previous = reducePrevious(context.previous, audience, labels);
    if (previous === null) return "the edition before had no question for this audience";
    beside.push({ ...PREVIOUS, path: reduced.previous, bytes: encoded(writeBrief(previous)) });
  }
  const files = new Map<string, Loose>();
  for (const file of beside) {
    const path = safePath(file.path);
    if (path === undefined) return `its file “${file.path}” has a name that not every system takes`;
    files.set(path, { ...file, path });
  }
  const own = freeName(OWN.path, new Set(files.keys()));
  const all = [{ ...OWN, path: own, bytes: encoded(writeBrief(reduced)) }, ...files.values()];
  const taken = new Set([SEAL_NAME]);
  return all.map((file) => {
    const name = freeName(file.path.split("/").at(-1) ?? file.path, taken);
    taken.add(name);
    return { ...file, name, sha256: sha256(file.bytes) };
  });
}

type Loose = Omit<SourceFile, "name" | "sha256">;

const OWN = {
  path: "brief.yaml",
  mediaType: "application/yaml",
  relationship: "Source",
  description: "The brief that this document was made from",
} as const;

const PREVIOUS = {
  mediaType: "application/yaml",
  relationship: "Supplement",
  description: "The edition before, from which changes are told",
} as const;

/** Images by the path of their file; the summary may write a space in it as %20. */
function imagesOf({ image, event }: Brief, { assets }: ReadingContext): Loose[] {
  const named = [
    ...(image === undefined ? [] : [{ written: image.src, path: image.src }]),
    ...findImages(event.summary).map((written) => ({ written, path: imageFile(written) })),
  ];
  return named.flatMap(({ written, path }) => {
    const found = /^data:([^;,]+);base64,(.*)$/s.exec(assets.get(written)?.dataUrl ?? "");
    if (found === null) return [];
    const [, mediaType = "", content = ""] = found;
    const facts = { mediaType, relationship: "Supplement", description: "A picture of the brief" } as const;
    return [{ ...facts, path, bytes: Buffer.from(content, "base64") }];
  });
}

function tablesOf({ event }: Brief, { tables }: ReadingContext): Loose[] {
  const named = [event.chart?.csv, ...event.figures.map(({ trend }) => trend?.csv)];
  return named.flatMap((path) => {
    const table = path === undefined ? undefined : tables.get(path);
    if (path === undefined || table === undefined) return [];
    const facts = {
      mediaType: "text/csv",
      relationship: "Data",
      description: "Numbers of the brief",
    } as const;
    return [{ ...facts, path, bytes: encoded(table.text) }];
  });
}

/** `name`, or with a number before its ending where that is taken; names differ by more than capitals. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const isTaken = (candidate: string) =>
    [...taken].some((other) => other.toLowerCase() === candidate.toLowerCase());
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${stem}-${count}${ending}`;
  return free;
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
