import { addAbortSignal, Readable } from "node:stream";
import { type BriefSource, diagnose, type Outcome } from "../index.ts";

/** The name that standard input goes by in messages. */
const STDIN_NAME = "<stdin>";

/** The limit of brief files: a hundred times what one page of text needs. */
const MAX_BYTES = 1024 ** 2;

/** Reads a brief from standard input, UTF-8, up to the size a brief file may have. */
export async function readStandardInput(
  stdin: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<Outcome<BriefSource>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const start = { file: STDIN_NAME, line: 1, column: 1 };
  try {
    for await (const chunk of addAbortSignal(signal, Readable.from(stdin))) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > MAX_BYTES) {
        const facts = { path: STDIN_NAME, bytes, limit: MAX_BYTES };
        return { ok: false, diagnostics: [diagnose("file-too-large", facts, start)] };
      }
    }
  } catch (error) {
    if (signal.aborted) return { ok: false, diagnostics: [diagnose("interrupted", {}, start)] };
    throw error;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, value: { path: STDIN_NAME, text }, diagnostics: [] };
  } catch {
    const facts = { path: STDIN_NAME, encoding: "unknown" as const };
    return { ok: false, diagnostics: [diagnose("file-encoding", facts, start)] };
  }
}
