import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpSettings } from "./settings.ts";
import { explainSmtpError, type SmtpError } from "./smtp-error.ts";
import { streamMessage } from "./stream-message.ts";
import type { Answer, Envelope, HandOver } from "./transport.ts";

/** How the server is reached. */
export interface SmtpOptions extends SmtpSettings {
  readonly password?: string | undefined;
  /** Longest silence of the server; RFC 5321 4.5.3.2.6 grants it ten minutes after the final dot. */
  readonly silenceMs?: number;
}

/** What kept a session from opening, or a message from being accepted. */
export type Failure = Exclude<Answer, { kind: "accepted" }>;

/** A connection that is encrypted as asked, and logged in. */
export interface SmtpSession {
  isUsable(): boolean;
  /** See `Transport`. */
  send(envelope: Envelope, onHandOver: HandOver): Promise<Answer>;
  /** Ends an open transaction; false when the connection cannot be used any more. */
  reset(): Promise<boolean>;
  /** Takes its leave. */
  end(): void;
  /** Breaks off, in the middle of whatever it is. */
  close(): void;
}

const SILENCE_MS = 600_000;
const CONNECT_MS = 30_000;

/** Connects, encrypts and logs in. */
export async function openSession(options: SmtpOptions): Promise<SmtpSession | Failure> {
  let isHandedOver = false;
  const silenceMs = options.silenceMs ?? SILENCE_MS;
  const connection = new SMTPConnection({
    host: options.host,
    port: options.port,
    secure: options.security === "tls",
    requireTLS: options.security === "starttls",
    ignoreTLS: options.security === "none",
    tls: { minVersion: "TLSv1.2", ...(options.authority === undefined ? {} : { ca: options.authority }) },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: Math.min(CONNECT_MS, silenceMs),
    socketTimeout: silenceMs,
  });
  const secrets = secretsOf(options);
  let onBroken = (_error: SmtpError) => {};
  connection.on("error", (error: SmtpError) => onBroken(error));

  /** Runs one step of the conversation; a connection that breaks ends it too. */
  const step = <T>(start: (done: (error?: SmtpError | null, value?: T) => void) => void) =>
    new Promise<{ failure: Failure } | { failure: undefined; value: T | undefined }>((resolve) => {
      // Explained at once: what is written to a broken connection in the next moment reaches nobody.
      const fail = (error: SmtpError) => resolve({ failure: explainSmtpError(error, isHandedOver, secrets) });
      onBroken = fail;
      start((error, value) => (error ? fail(error) : resolve({ failure: undefined, value })));
    });

  const { user, password: pass } = options;
  const greeted = await step<void>((done) => connection.connect(done));
  if (greeted.failure !== undefined) return greeted.failure;
  if (user !== undefined && pass !== undefined) {
    const login = await step<boolean>((done) => connection.login({ user, pass }, done));
    if (login.failure !== undefined) {
      connection.close();
      return login.failure;
    }
  }
  return {
    isUsable: () => !connection.destroyed,
    send: async ({ from, to, bytes }, onHandOver) => {
      isHandedOver = false;
      const envelope = { from, to: [to], size: bytes.length };
      const message = streamMessage(bytes, async () => {
        const mayGo = await onHandOver();
        // From here on nobody but the server knows whether it has the message.
        isHandedOver = mayGo;
        return mayGo;
      });
      const done = await step<{ response: string }>((callback) =>
        connection.send(envelope, message, callback),
      );
      return done.failure ?? { kind: "accepted", response: done.value?.response ?? "" };
    },
    reset: async () => {
      if (connection.destroyed) return false;
      const done = await step<boolean>((callback) => connection.reset(callback));
      return done.failure === undefined && !connection.destroyed;
    },
    end: () => {
      if (connection.destroyed) connection.close();
      else connection.quit();
    },
    close: () => connection.close(),
  };
}

/** Every form in which a server could say the password back. */
const secretsOf = ({ user, password }: SmtpOptions): string[] =>
  password === undefined
    ? []
    : [password, `\0${user}\0${password}`].flatMap((secret) => [
        secret,
        Buffer.from(secret).toString("base64"),
      ]);
