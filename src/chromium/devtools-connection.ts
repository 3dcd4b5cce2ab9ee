import type { Readable, Writable } from "node:stream";
import type { CDPEvents, CDPSession } from "puppeteer-core/internal/api/CDPSession.js";
import { Connection } from "puppeteer-core/internal/cdp/Connection.js";
import { ConnectionClosedError, TargetCloseError } from "puppeteer-core/internal/common/Errors.js";
import { PipeTransport } from "puppeteer-core/internal/node/PipeTransport.js";
import { TargetGone } from "./target-gone.ts";

/** One conversation in the DevTools protocol: with the browser, or with one of its pages. */
export interface DevtoolsSession {
  /** Sends a command; rejects with {@link TargetGone} when the other side is no longer there. */
  readonly send: CDPSession["send"];
  /** Calls the listener on each event of this name. */
  readonly on: <Name extends keyof CDPEvents>(name: Name, listener: (event: CDPEvents[Name]) => void) => void;
}

/** A conversation with the browser, from which those with its pages begin. */
export interface DevtoolsConnection extends DevtoolsSession {
  /** The conversation with the page that `Target.attachToTarget` gave this id for. */
  readonly openSession: (sessionId: string) => DevtoolsSession;
  /** Whether nothing has ended it yet. */
  readonly isOpen: () => boolean;
  /** Ends all conversations, as when the browser has ended. */
  readonly end: (reason: string) => void;
}

/** Commands wait as long as their job: the printer has one deadline over all of it. */
const NO_TIMEOUT_MS = 0;

/**
 * Speaks the DevTools protocol over the two pipes of `--remote-debugging-pipe`, with Puppeteer’s own connection. The
 * rest of Puppeteer is left alone: loading it takes longer than launching the browser and printing a page.
 */
export function connectDevtools(toBrowser: Writable, fromBrowser: Readable): DevtoolsConnection {
  const connection = new Connection("", new PipeTransport(toBrowser, fromBrowser), 0, NO_TIMEOUT_MS);
  let goneBecause: string | undefined;
  const explain = (error: unknown): unknown =>
    error instanceof TargetCloseError || error instanceof ConnectionClosedError
      ? new TargetGone(goneBecause ?? "it closed the connection", { cause: error })
      : error;
  for (const pipe of [toBrowser, fromBrowser]) {
    // A browser that is killed may reset its pipes after the connection has stopped listening to them.
    pipe.on("error", () => undefined);
    pipe.on("close", () => {
      goneBecause ??= "it closed the connection";
    });
  }
  return {
    ...converse(
      {
        send: (method, ...[params]) => connection.send(method, params),
        on: (name, listener) => void connection.on(name, listener),
      },
      explain,
    ),
    openSession(sessionId) {
      const session = connection.session(sessionId);
      if (session === null) throw new TargetGone(goneBecause ?? "the page was closed");
      return converse(
        {
          send: (method, ...params) => session.send(method, ...params),
          on: (name, listener) => void session.on(name, listener),
        },
        explain,
      );
    },
    isOpen: () => goneBecause === undefined,
    end(reason) {
      goneBecause ??= reason;
      connection.dispose();
    },
  };
}

/** A page that has crashed never answers, so whoever waits for it is told. */
function converse(partner: DevtoolsSession, explain: (error: unknown) => unknown): DevtoolsSession {
  const waiting = new Set<(error: unknown) => void>();
  partner.on("Inspector.targetCrashed", () => {
    for (const giveUp of waiting) giveUp(new TargetGone("the page crashed"));
  });
  return {
    on: partner.on,
    send: (method, ...params) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        partner
          .send(method, ...params)
          .then(resolve, (error: unknown) => reject(explain(error)))
          .finally(() => waiting.delete(reject));
      }),
  };
}
