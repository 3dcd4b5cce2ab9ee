import path from "node:path";

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The name under which a brief’s artifacts are written: the file’s name, reduced to letters, digits and hyphens. */
export function slugOf(file: string): string {
  const name = path.basename(file, path.extname(file));
  const slug = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return slug === "" || RESERVED.test(slug) ? `brief-${slug}`.replace(/-$/, "") : slug;
}
