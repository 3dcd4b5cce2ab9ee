import path from "node:path";
import { imageSize } from "image-size";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Asset } from "../edition/asset.ts";
import { EMBEDDED_MAX_BYTES, readEnclosed } from "./read-enclosed.ts";

/** The most pixels that an image may have: a browser needs 4 bytes for each, however small the file is. */
const IMAGE_MAX_PIXELS = 40_000_000;

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
  ["svg", "image/svg+xml"],
]);

/**
 * Reads the image `file` (relative to `folder`) for embedding. It must lie inside `root` once links are followed, be an
 * image by its bytes, and be neither too large a file nor too large a picture.
 */
export async function loadImage(
  file: string,
  folder: string,
  root: string,
  where?: Place,
): Promise<Outcome<Asset>> {
  const found = await readEnclosed(path.resolve(folder, file), root);
  switch (found.kind) {
    case "missing":
      return failure([diagnose("image-missing", { path: file }, where)]);
    case "outside":
      return failure([diagnose("image-outside", { path: file }, where)]);
    case "too-large": {
      const facts = { path: file, bytes: found.sizeBytes, limit: EMBEDDED_MAX_BYTES };
      return failure([diagnose("image-too-large", facts, where)]);
    }
  }

  const image = recognise(found.bytes);
  if (image === undefined) return failure([diagnose("image-type", { path: file }, where)]);
  const { mediaType, widthPx, heightPx } = image;
  if (widthPx * heightPx > IMAGE_MAX_PIXELS) {
    const facts = { path: file, widthPx, heightPx, limit: IMAGE_MAX_PIXELS };
    return failure([diagnose("image-too-many-pixels", facts, where)]);
  }
  return success({
    dataUrl: `data:${mediaType};base64,${found.bytes.toString("base64")}`,
    widthPx,
    heightPx,
  });
}

function recognise(bytes: Buffer) {
  try {
    const { type = "", width, height } = imageSize(bytes);
    const mediaType = MEDIA_TYPES.get(type);
    const isMeasured = width > 0 && height > 0;
    return mediaType === undefined || !isMeasured
      ? undefined
      : { mediaType, widthPx: width, heightPx: height };
  } catch {
    return undefined;
  }
}
