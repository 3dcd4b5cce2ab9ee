import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";

/** The text of UTF-8 bytes, without a byte order mark; other encodings and binary data are refused. */
export function decodeText(path: string, bytes: Uint8Array): Outcome<string> {
  const start = { file: path, line: 1, column: 1 };
  if (hasUtf16Mark(bytes)) return failure([diagnose("file-encoding", { path, encoding: "utf-16" }, start)]);
  if (bytes.includes(0)) return failure([diagnose("file-binary", { path }, start)]);
  try {
    return success(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    // The Encoding Standard has a fatal decoder throw a TypeError and nothing else.
    if (!(error instanceof TypeError)) throw error;
    return failure([diagnose("file-encoding", { path, encoding: "unknown" }, firstBadPlace(path, bytes))]);
  }
}

function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function firstBadPlace(file: string, bytes: Uint8Array) {
  const text = new TextDecoder("utf-8").decode(bytes);
  const before = text.slice(0, Math.max(0, text.indexOf("\ufffd")));
  const lines = before.split("\n");
  return { file, line: lines.length, column: (lines.at(-1) ?? "").length + 1, text };
}
