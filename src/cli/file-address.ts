import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A file as other programs name it: relative to `folder` with slashes, percent-encoded (RFC 3986); a `file:` address where
 * it lies elsewhere.
 */
export function fileAddress(file: string, folder: string): string {
  const absolute = path.resolve(folder, file);
  const relative = path.relative(folder, absolute);
  const isElsewhere = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isElsewhere
    ? pathToFileURL(absolute).href
    : relative.split(path.sep).map(encodeURIComponent).join("/");
}
