import type { Readable, Writable } from "node:stream";
import type { CDPEvents, CDPSession } from "puppeteer-core";

/** One conversation in the DevTools protocol: with the browser, or with one of its pages. */
export interface DevtoolsSession {
  /** Sends a command; rejects with {@link TargetGone} when the other side is no longer there. */
  readonly send: CDPSession["send"];
  /** Calls the listener on each event of this name. */
  readonly on: <Name extends keyof CDPEvents>(name: Name, listener: (event: CDPEvents[Name]) => void) => void;
}

/** A conversation with the browser, from which those with its pages begin. */
export interface DevtoolsConnection extends DevtoolsSession {
  readonly openSession: (sessionId: string) => DevtoolsSession;
  /** Whether nothing has ended it yet. */
  readonly isOpen: () => boolean;
  /** Ends all conversations, as when the browser has ended. */
  readonly end: (reason: string) => void;
}

/** The browser or the page that was spoken to has crashed, was closed, or hung up. */
export class TargetGone extends Error {
  override name = "TargetGone";
}

/**
 * Speaks the DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON messages, each ended by a zero
 * byte. Speaking it directly spares importing Puppeteer, which takes longer than launching the browser and printing.
 */
export function connectDevtools(toBrowser: Writable, fromBrowser: Readable): DevtoolsConnection {
  const pending = new Map<number, PendingCommand>();
  const listeners = new Map<string, ((event: never) => void)[]>();
  let lastId = 0;
  let goneBecause: string | undefined;

  const end = (reason: string, sessionId?: string) => {
    if (sessionId === undefined) goneBecause ??= reason;
    for (const [id, command] of pending) {
      if (sessionId !== undefined && command.sessionId !== sessionId) continue;
      pending.delete(id);
      command.reject(new TargetGone(reason));
    }
  };
  const openSession = (sessionId: string | undefined): DevtoolsSession => ({
    send: (method: string, params: unknown = {}) =>
      new Promise<never>((resolve, reject) => {
        if (goneBecause !== undefined) return reject(new TargetGone(goneBecause));
        lastId += 1;
        pending.set(lastId, { sessionId, resolve: resolve as (result: unknown) => void, reject, method });
        toBrowser.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
    on: (name, listener) => {
      const key = `${sessionId ?? ""} ${name}`;
      listeners.set(key, [...(listeners.get(key) ?? []), listener]);
    },
  });
  const receive = (message: Message) => {
    if (message.id === undefined) {
      for (const listener of listeners.get(`${message.sessionId ?? ""} ${message.method}`) ?? []) {
        listener(message.params as never);
      }
      if (message.method === "Inspector.targetCrashed") end("the page crashed", message.sessionId);
      if (message.method === "Target.detachedFromTarget") {
        end("the page was closed", (message.params as CDPEvents["Target.detachedFromTarget"]).sessionId);
      }
      return;
    }
    const command = pending.get(message.id);
    pending.delete(message.id);
    if (message.error) command?.reject(new Error(`${command.method}: ${message.error.message}`));
    else command?.resolve(message.result);
  };

  readMessages(fromBrowser, receive);
  for (const pipe of [toBrowser, fromBrowser]) {
    pipe.on("error", (error) => end(error.message));
    pipe.on("close", () => end("it closed the connection"));
  }
  return { ...openSession(undefined), openSession, isOpen: () => goneBecause === undefined, end };
}

interface PendingCommand {
  readonly sessionId: string | undefined;
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method: string;
  readonly params: unknown;
  readonly sessionId?: string;
  readonly result: unknown;
  readonly error?: { readonly message: string };
}

function readMessages(stream: Readable, receive: (message: Message) => void): void {
  let parts: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      receive(JSON.parse(Buffer.concat(parts).toString("utf8")));
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
  });
}
