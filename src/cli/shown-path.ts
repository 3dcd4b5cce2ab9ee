import path from "node:path";

/** A path as a person in `folder` would type it: relative, unless it lies elsewhere. */
export function shownPath(folder: string, absolute: string): string {
  const relative = path.relative(folder, absolute);
  if (relative === "") return ".";
  return relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
    ? absolute
    : relative;
}
