import { Readable } from "node:stream";

/** Small enough that little of a message is on its way when its end is asked for. */
const PIECE_BYTES = 16 * 1024;

/**
 * A message as a stream that asks before it ends. The library writes the final dot when the stream has ended, so until
 * `mayEnd` says yes the server cannot have taken the message; when it says no, the stream breaks off and never ends.
 */
export const streamMessage = (bytes: Buffer, mayEnd: () => Promise<boolean>): Readable =>
  Readable.from(pieces(bytes, mayEnd), { objectMode: false });

async function* pieces(bytes: Buffer, mayEnd: () => Promise<boolean>): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES)
    yield bytes.subarray(start, start + PIECE_BYTES);
  if (!(await mayEnd())) throw new Error("The message was withdrawn.");
}
