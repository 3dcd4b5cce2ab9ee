import path from "node:path";

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Length of a slug in bytes of UTF-8. File systems allow 255; audience, extension and a temporary suffix come after it. */
const SLUG_MAX_BYTES = 120;

/** The name under which a brief’s artifacts are written: the file’s name, reduced to letters, digits and hyphens. */
export function slugOf(file: string): string {
  const name = path.basename(file, path.extname(file));
  const slug = truncate(
    name
      .toLowerCase()
      .normalize("NFKC")
      .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, "-")
      .replace(/^-+/, ""),
  ).replace(/-+$/, "");
  return slug === "" || RESERVED.test(slug) ? `brief-${slug}`.replace(/-$/, "") : slug;
}

/** As many whole characters as fit. */
function truncate(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > SLUG_MAX_BYTES) break;
    kept += character;
  }
  return kept;
}
