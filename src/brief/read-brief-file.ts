import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { decodeText } from "./decode-text.ts";
import { FILE_MAX_BYTES } from "./limits.ts";
import type { BriefSource } from "./source.ts";

/** Reads a brief file, seen from `folder`; a folder, a device or a file over 1 MiB is refused without reading it. */
export async function readBriefFile(path: string, folder = ""): Promise<Outcome<BriefSource>> {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer, perhaps for ever.
    await using file = await open(resolve(folder, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await file.stat();
    if (stats.isDirectory()) return failure([diagnose("file-folder", { path }, start(path))]);
    if (!stats.isFile()) return failure([diagnose("file-special", { path }, start(path))]);
    if (stats.size > FILE_MAX_BYTES) return failure([tooLarge(path, stats.size)]);
    const bytes = await readAtMost(file, FILE_MAX_BYTES + 1);
    if (bytes.length > FILE_MAX_BYTES) return failure([tooLarge(path, bytes.length)]);
    const text = decodeText(path, bytes);
    return text.ok ? success({ path, text: text.value }) : text;
  } catch (error) {
    return failure([explainFileError(path, error)]);
  }
}

/** The size is limited again while reading: a file may grow, and some report no size at all. */
async function readAtMost(file: Awaited<ReturnType<typeof open>>, limit: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(limit);
  let length = 0;
  while (length < limit) {
    const { bytesRead } = await file.read(buffer, length, limit - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

function explainFileError(path: string, error: unknown): Diagnostic {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return diagnose("file-missing", { path }, start(path));
    case "EISDIR":
      return diagnose("file-folder", { path }, start(path));
    case "ENXIO":
    case "ENODEV":
    case "EOPNOTSUPP":
      return diagnose("file-special", { path }, start(path));
    case "EACCES":
    case "EPERM":
      return diagnose("file-unreadable", { path, reason: "permission" }, start(path));
    case "ELOOP":
      return diagnose("file-unreadable", { path, reason: "link-loop" }, start(path));
    case "EBUSY":
    case "EMFILE":
    case "ENFILE":
      return diagnose("file-unreadable", { path, reason: "busy" }, start(path));
    default:
      if (code === undefined) throw error;
      return diagnose("file-unreadable", { path, reason: "failed" }, start(path));
  }
}

const tooLarge = (path: string, bytes: number): Diagnostic =>
  diagnose("file-too-large", { path, bytes, limit: FILE_MAX_BYTES }, start(path));

const start = (file: string) => ({ file, line: 1, column: 1 });
