import { Readable } from "node:stream";

/**
 * A message as a stream that tells when its final dot is handed to the socket; from then on the server may have taken it.
 * The library’s transaction log tells of that moment too, but where the dot fills the socket’s buffer to the brim it does so
 * only when the buffer has drained. Both count, so that the moment is never told too late.
 */
export function watchedStream(bytes: Buffer, onHandedOver: () => void): Readable {
  const stream = Readable.from([bytes], { objectMode: false });
  const pipe = stream.pipe.bind(stream);
  stream.pipe = (target, pipeOptions) => {
    if (target instanceof Readable) {
      target.on("data", (chunk: Buffer) => {
        const isEnded = "writableEnded" in target && target.writableEnded === true;
        // The socket of a broken connection listens no more, and what flows on then goes nowhere.
        const isListenedTo = target.listenerCount("data") > 1;
        if (isEnded && isListenedTo && FINAL_DOTS.some((dot) => chunk.equals(dot))) onHandedOver();
      });
    }
    return pipe(target, pipeOptions);
  };
  return stream;
}

/** The end of a message as the library writes it, in a piece of its own. */
const FINAL_DOTS = [".\r\n", "\n.\r\n", "\r\n.\r\n"].map((text) => Buffer.from(text));

/** The library’s log, heard for one entry: a message has been written with its final dot. */
export function hearTransactions(onMessage: () => void) {
  const hear = (entry: unknown) => {
    if (typeof entry === "object" && entry !== null && "tnx" in entry && entry.tnx === "message") onMessage();
  };
  return { level: () => {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}
