import { imageSize } from "image-size";

/** The size of an image file by its bytes; undefined where it is none. */
export function measureImage(
  bytes: Uint8Array,
): { readonly widthPx: number; readonly heightPx: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { widthPx: width, heightPx: height } : undefined;
  } catch {
    return undefined;
  }
}
