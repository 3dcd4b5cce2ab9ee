/** Folders deeper than this are no brief’s. */
const PARTS_MAX = 8;
/** What every file system takes. */
const PART_MAX_CHARACTERS = 120;

/**
 * The way from a brief to a file beside it, with its dots resolved; undefined for one that leads out of the brief’s folder,
 * is absolute, or has a part that some system takes for something else than a name.
 */
export function safePath(written: string): string | undefined {
  const parts: string[] = [];
  for (const part of written.split("/")) {
    if (part === "." || part === "") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const isSafe =
    !written.startsWith("/") && parts.length > 0 && parts.length <= PARTS_MAX && parts.every(isName);
  return isSafe ? parts.join("/") : undefined;
}

/** Not hidden, no drive, stream, wildcard or device of Windows, and nothing that cannot be seen. */
const isName = (part: string): boolean =>
  part.length <= PART_MAX_CHARACTERS &&
  !/^[.~]|[\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(part);
