import { isLoopback } from "./is-loopback.ts";
import { type Failure, openSession, type SmtpOptions, type SmtpSession } from "./smtp-session.ts";
import type { Transport } from "./transport.ts";

/** Servers count messages and end long sessions; a new one now and then is cheaper than being thrown out. */
const MESSAGES_A_SESSION = 100;

/** Opens a transport over SMTP; nothing is connected before {@link Transport.open} or the first message. */
export function openSmtpTransport(options: SmtpOptions): Transport {
  if (options.security === "none" && !isLoopback(options.host)) {
    throw new Error("SMTP without encryption is for this machine alone.");
  }
  let session: SmtpSession | undefined;
  let sent = 0;

  async function connected(): Promise<SmtpSession | Failure> {
    if (session?.isUsable() && sent < MESSAGES_A_SESSION) return session;
    await rest();
    const opened = await openSession(options);
    if (!("kind" in opened)) session = opened;
    return opened;
  }

  async function rest(): Promise<void> {
    session?.end();
    session = undefined;
    sent = 0;
  }

  return {
    open: async () => {
      const opened = await connected();
      return "kind" in opened ? opened : undefined;
    },
    send: async (envelope, onHandOver) => {
      const opened = await connected();
      if ("kind" in opened) return opened;
      sent += 1;
      const answer = await opened.send(envelope, onHandOver);
      if (answer.kind === "lost") {
        // Perhaps within a message: not even a farewell may be said there.
        opened.close();
        await rest();
      }
      // A refusal leaves the server in the middle of a transaction, which only some forget by themselves.
      if (answer.kind === "refused" && !(await opened.reset())) await rest();
      return answer;
    },
    rest,
    [Symbol.asyncDispose]: rest,
  };
}
