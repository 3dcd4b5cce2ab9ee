import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { imageSize } from "image-size";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";

/** The largest image file that is embedded, in bytes: a full-width photograph at 300 dpi. */
export const IMAGE_LIMIT_BYTES = 1024 * 1024;

/** An image as it is embedded in a page. */
export interface LoadedImage {
  /** data: address with the whole image. */
  readonly dataUrl: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
};

/**
 * Reads the image `file` (relative to `folder`) for embedding. It must lie inside `root` once links are followed, be an
 * image by its bytes, and stay under {@link IMAGE_LIMIT_BYTES}.
 */
export async function loadImage(
  file: string,
  folder: string,
  root: string,
  where?: Place,
): Promise<Outcome<LoadedImage>> {
  const refuse = (diagnostic: Diagnostic) => failure([diagnostic]);
  const located = await locateInside(path.resolve(folder, file), root);
  if (located === "missing") return refuse(diagnose("image-missing", { path: file }, where));
  if (located === "outside") return refuse(diagnose("image-outside", { path: file }, where));

  const bytes = await readLimited(located.realPath);
  if (bytes === undefined) return refuse(diagnose("image-missing", { path: file }, where));
  if (typeof bytes === "number") {
    return refuse(diagnose("image-too-large", { path: file, bytes, limit: IMAGE_LIMIT_BYTES }, where));
  }

  const kind = recognise(bytes);
  if (kind === undefined) return refuse(diagnose("image-type", { path: file }, where));
  const dataUrl = `data:${kind.mediaType};base64,${bytes.toString("base64")}`;
  return success({ dataUrl, widthPx: kind.widthPx, heightPx: kind.heightPx });
}

/** The real path of `file` if it lies inside `root` with all links followed. */
async function locateInside(file: string, root: string) {
  try {
    const [realPath, realRoot] = await Promise.all([realpath(file), realpath(root)]);
    const fromRoot = path.relative(realRoot, realPath);
    const isInside = fromRoot !== "" && !fromRoot.startsWith("..") && !path.isAbsolute(fromRoot);
    return isInside ? { realPath } : "outside";
  } catch {
    return "missing";
  }
}

/** The bytes of a regular file, its size if it is over the limit, or undefined if it cannot be read. */
async function readLimited(file: string): Promise<Buffer | number | undefined> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return undefined;
    return facts.size > IMAGE_LIMIT_BYTES ? facts.size : await readFile(file);
  } catch {
    return undefined;
  }
}

function recognise(bytes: Buffer) {
  try {
    const { type, width, height } = imageSize(bytes);
    const mediaType = type === undefined ? undefined : MEDIA_TYPES[type];
    return mediaType === undefined ? undefined : { mediaType, widthPx: width, heightPx: height };
  } catch {
    return undefined;
  }
}
