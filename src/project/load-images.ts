import path from "node:path";
import type { ParsedBrief } from "../brief/parse-brief.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Asset } from "../edition/asset.ts";
import { imageFile } from "../edition/image-file.ts";
import { findImages } from "../edition/markdown.ts";
import { loadImage } from "../render/load-image.ts";

/**
 * Loads the images beside the brief: the one that sets its scene and those that its summary shows. Remote ones in a summary
 * are left to the edition, which refuses them.
 */
export async function loadImages(
  { brief, locate }: ParsedBrief,
  briefFolder: string,
): Promise<{ images: ReadonlyMap<string, Asset>; diagnostics: Diagnostic[] }> {
  const images = new Map<string, Asset>();
  const diagnostics: Diagnostic[] = [];
  const load = async (file: string, written: string, where: Place) => {
    const image = await loadImage(file, briefFolder, briefFolder, where);
    if (image.ok) images.set(written, image.value);
    else diagnostics.push(...image.diagnostics);
  };
  if (brief.image) await load(brief.image.src, brief.image.src, locate(["image", "src"]));
  for (const file of findImages(brief.event.summary).filter(isLocal)) {
    await load(imageFile(file), file, locate(["event", "summary"]));
  }
  return { images, diagnostics };
}

/** Not an address with a scheme, nor one that leaves the folder by form. */
const isLocal = (file: string): boolean =>
  !/^[a-z][a-z0-9+.-]*:|^\/\/|^\\/i.test(file) && !path.isAbsolute(file);
