import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import path from "node:path";

/** The largest file that is embedded in a page, in bytes: a full-width photograph at 300 dpi. */
export const EMBEDDED_MAX_BYTES = 1024 ** 2;

/** The bytes of a file, or why it may not be embedded. */
export type EnclosedFile =
  | { readonly kind: "read"; readonly bytes: Buffer }
  | { readonly kind: "missing" | "outside" }
  | { readonly kind: "too-large"; readonly sizeBytes: number };

/** Reads `file` if it is an ordinary file inside `root` once links are followed, and no larger than may be embedded. */
export async function readEnclosed(file: string, root: string): Promise<EnclosedFile> {
  try {
    const [realFile, realRoot] = await Promise.all([realpath(file), realpath(root)]);
    if (!isInside(realFile, realRoot)) return { kind: "outside" };
    // Without O_NONBLOCK, opening a named pipe would wait for a writer, perhaps for ever.
    await using handle = await open(realFile, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const facts = await handle.stat();
    if (!facts.isFile()) return { kind: "missing" };
    if (facts.size > EMBEDDED_MAX_BYTES) return { kind: "too-large", sizeBytes: facts.size };
    return { kind: "read", bytes: await handle.readFile() };
  } catch {
    return { kind: "missing" };
  }
}

function isInside(file: string, folder: string): boolean {
  const fromFolder = path.relative(folder, file);
  const [first] = fromFolder.split(path.sep);
  return fromFolder !== "" && first !== ".." && !path.isAbsolute(fromFolder);
}
