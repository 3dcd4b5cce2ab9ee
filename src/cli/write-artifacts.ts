import { mkdir } from "node:fs/promises";
import path from "node:path";
import writeFileAtomic from "write-file-atomic";
import { type Artifact, type BriefResult, type Diagnostic, diagnose, type Fit } from "../index.ts";
import { explainWriteError } from "./explain-write-error.ts";
import { shownPath } from "./shown-path.ts";

/** An artifact on disk. */
export interface WrittenArtifact {
  readonly format: Artifact["format"];
  /** Seen from the folder the command runs in. */
  readonly path: string;
  readonly bytes: number;
  readonly pages: number | null;
  readonly fit: Fit | null;
}

/** What came of one brief, with its artifacts on disk. */
export interface WrittenBrief {
  readonly file: string;
  readonly slug: string;
  /** Whether everything that was asked for was made and written. */
  readonly ok: boolean;
  readonly editions: readonly { readonly audience: string; readonly artifacts: readonly WrittenArtifact[] }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the artifacts of one brief to `<out>/<slug>/`: each file is the old one or the new one, never half. */
export async function writeArtifacts(
  result: BriefResult,
  { folder, out }: { readonly folder: string; readonly out: string },
): Promise<WrittenBrief> {
  const { file, slug } = result;
  const target = path.join(out, slug);
  const faults: Diagnostic[] = [];
  const isEmpty = result.editions.every(({ artifacts }) => artifacts.length === 0);
  const place = isEmpty ? undefined : await makeFolders([out, target], folder);
  if (place !== undefined) faults.push(place);
  const write = async (artifact: Artifact): Promise<WrittenArtifact[]> => {
    const absolute = path.join(target, artifact.name);
    const shown = shownPath(folder, absolute);
    const fault = await writeWhole(absolute, artifact.bytes, shown);
    if (fault !== undefined) faults.push(fault);
    faults.push(...(await writeImages(artifact, target, folder)));
    const { format, bytes, pages, fit } = artifact;
    return fault === undefined ? [{ format, path: shown, bytes: bytes.length, pages, fit }] : [];
  };
  const editions = await Promise.all(
    result.editions.map(async ({ audience, artifacts }) => ({
      audience,
      artifacts: place === undefined ? (await Promise.all(artifacts.map(write))).flat() : [],
    })),
  );
  return {
    file,
    slug,
    ok: result.ok && faults.length === 0,
    editions,
    diagnostics: [...result.diagnostics, ...faults],
  };
}

/** Writes the images of a message beside its HTML: `brief.email.html`, `brief.email.chart.png`. */
async function writeImages({ name, mail }: Artifact, target: string, from: string): Promise<Diagnostic[]> {
  const start = name.slice(0, -path.extname(name).length);
  const written = (mail?.images ?? []).map((image) => {
    const absolute = path.join(target, `${start}.${image.name}`);
    return writeWhole(absolute, image.bytes, shownPath(from, absolute));
  });
  return (await Promise.all(written)).filter((fault) => fault !== undefined);
}

/** Makes folders, the outer first, so that the one that cannot be made is named once and not every file in it. */
async function makeFolders(folders: readonly string[], from: string): Promise<Diagnostic | undefined> {
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      return diagnose("output-not-writable", {
        path: shownPath(from, folder),
        reason: explainWriteError(error),
      });
    }
  }
  return undefined;
}

/** Writes one file under a temporary name and renames it; says why when that failed. */
export async function writeWhole(
  absolute: string,
  content: Uint8Array | string,
  shown: string,
): Promise<Diagnostic | undefined> {
  try {
    await mkdir(path.dirname(absolute), { recursive: true });
    const data =
      typeof content === "string" ? content : Buffer.from(content.buffer, content.byteOffset, content.length);
    // Waiting for the disk (fsync) would cost more than a page; the rename alone keeps files whole on a running system.
    await writeFileAtomic(absolute, data, { fsync: false });
    return undefined;
  } catch (error) {
    return diagnose("output-not-writable", { path: shown, reason: explainWriteError(error) });
  }
}
