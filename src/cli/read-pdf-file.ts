import { open } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../index.ts";

/** Far above what any brief’s PDF has; what is larger is not one. */
const PDF_MAX_BYTES = 64 * 1024 * 1024;

/** The bytes of a PDF file; a finding where there are none to be had. */
export async function readPdfFile(file: string, folder: string): Promise<Uint8Array | Diagnostic> {
  try {
    await using handle = await open(path.resolve(folder, file));
    const facts = await handle.stat();
    if (!facts.isFile()) return diagnose("path-missing", { path: file });
    if (facts.size > PDF_MAX_BYTES) return diagnose("seal-unreadable", { name: file });
    return await handle.readFile();
  } catch {
    return diagnose("path-missing", { path: file });
  }
}
