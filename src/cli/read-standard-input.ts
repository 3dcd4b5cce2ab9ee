import { addAbortSignal, Readable } from "node:stream";
import { type BriefSource, decodeText, diagnose, FILE_MAX_BYTES, type Outcome } from "../index.ts";

/** The name that standard input goes by in messages. */
const STDIN_NAME = "<stdin>";

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
      if (bytes > FILE_MAX_BYTES) {
        const facts = { path: STDIN_NAME, bytes, limit: FILE_MAX_BYTES };
        return { ok: false, diagnostics: [diagnose("file-too-large", facts, start)] };
      }
    }
  } catch (error) {
    if (signal.aborted) return { ok: false, diagnostics: [diagnose("interrupted", {}, start)] };
    throw error;
  }
  const text = decodeText(STDIN_NAME, Buffer.concat(chunks));
  return text.ok ? { ...text, value: { path: STDIN_NAME, text: text.value } } : text;
}
