import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { isLoopback } from "./is-loopback.ts";
import type { SmtpSettings } from "./settings.ts";
import { explainSmtpError, type SmtpError } from "./smtp-error.ts";
import type { Answer, Envelope, Transport } from "./transport.ts";

/** How the server is reached. */
export interface SmtpOptions extends SmtpSettings {
  readonly password?: string | undefined;
  /** Longest silence of the server; RFC 5321 4.5.3.2.6 grants it ten minutes after the final dot. */
  readonly silenceMs?: number;
}

const DEFAULT_SILENCE_MS = 600_000;
const CONNECT_MS = 30_000;
/** Servers count messages and end long sessions; a new one now and then is cheaper than being thrown out. */
const MESSAGES_A_CONNECTION = 100;

type Failure = Exclude<Answer, { kind: "accepted" }>;

/** Opens a transport over SMTP; nothing is connected before {@link Transport.open} or the first message. */
export function openSmtpTransport(options: SmtpOptions): Transport {
  if (options.security === "none" && !isLoopback(options.host)) {
    throw new Error("SMTP without encryption is for this machine alone.");
  }
  let session: Session | undefined;

  async function connected(): Promise<Session | Failure> {
    if (session?.isUsable() && session.sent < MESSAGES_A_CONNECTION) return session;
    await rest();
    const opened = await openSession(options);
    if (!("kind" in opened)) session = opened;
    return opened;
  }

  async function rest(): Promise<void> {
    const old = session;
    session = undefined;
    await old?.end();
  }

  return {
    open: async () => {
      const opened = await connected();
      return "kind" in opened ? opened : undefined;
    },
    send: async (envelope) => {
      const opened = await connected();
      if ("kind" in opened) return opened;
      const answer = await opened.send(envelope);
      // A refusal leaves the server in the middle of a transaction, which only some forget by themselves.
      if (answer.kind !== "accepted" && !(await opened.reset())) await rest();
      return answer;
    },
    rest,
    [Symbol.asyncDispose]: rest,
  };
}

interface Session {
  /** Messages that this connection has carried. */
  readonly sent: number;
  isUsable(): boolean;
  send(envelope: Envelope): Promise<Answer>;
  /** Ends an open transaction; false when the connection cannot be used any more. */
  reset(): Promise<boolean>;
  end(): Promise<void>;
}

/** Connects, encrypts and logs in. */
async function openSession(options: SmtpOptions): Promise<Session | Failure> {
  const progress = { isHandedOver: false };
  const connection = new SMTPConnection({
    host: options.host,
    port: options.port,
    secure: options.security === "tls",
    requireTLS: options.security === "starttls",
    ignoreTLS: options.security === "none",
    tls: { minVersion: "TLSv1.2", ...(options.authority === undefined ? {} : { ca: options.authority }) },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: Math.min(CONNECT_MS, options.silenceMs ?? DEFAULT_SILENCE_MS),
    socketTimeout: options.silenceMs ?? DEFAULT_SILENCE_MS,
    transactionLog: true,
    logger: watchTransactions(() => {
      progress.isHandedOver = true;
    }),
  });
  const secrets = secretsOf(options);
  const explain = (error: SmtpError): Failure => explainSmtpError(error, progress.isHandedOver, secrets);
  let broken: SmtpError | undefined;
  let onBroken: ((error: SmtpError) => void) | undefined;
  connection.on("error", (error: SmtpError) => {
    broken = error;
    onBroken?.(error);
  });
  connection.on("end", () => {
    broken ??= new Error("The server ended the connection.");
  });

  /** Runs one step of the conversation; a connection that breaks ends it too. */
  const step = <T>(start: (done: (error: SmtpError | null | undefined, value?: T) => void) => void) =>
    new Promise<{ error: SmtpError } | { error: undefined; value: T | undefined }>((resolve) => {
      onBroken = (error) => resolve({ error });
      start((error, value) => resolve(error ? { error } : { error: undefined, value }));
    });

  const greeted = await step<void>((done) => connection.connect(done));
  if (greeted.error !== undefined) return explain(greeted.error);
  if (options.user !== undefined && options.password !== undefined) {
    const { user, password: pass } = options;
    const login = await step<boolean>((done) => connection.login({ user, pass }, done));
    if (login.error !== undefined) {
      connection.close();
      return explain(login.error);
    }
  }
  let sent = 0;
  const isUsable = () => broken === undefined && !connection.destroyed;
  return {
    get sent() {
      return sent;
    },
    isUsable,
    send: async ({ from, to, bytes }) => {
      progress.isHandedOver = false;
      sent += 1;
      const message = watchedStream(bytes, () => {
        progress.isHandedOver = true;
      });
      const envelope = { from, to: [to], size: bytes.length };
      const done = await step<{ response: string }>((callback) =>
        connection.send(envelope, message, callback),
      );
      if (done.error !== undefined) return explain(done.error);
      return { kind: "accepted", response: done.value?.response ?? "" };
    },
    reset: async () => {
      if (!isUsable()) return false;
      const done = await step<boolean>((callback) => connection.reset(callback));
      return done.error === undefined && isUsable();
    },
    end: async () => {
      if (isUsable()) connection.quit();
      else connection.close();
    },
  };
}

/**
 * The message, watched for the moment at which its final dot is handed to the socket. The transaction log tells of that
 * moment too, but after a full buffer it does so only when the buffer has drained; both count, so that it is never late.
 */
function watchedStream(bytes: Buffer, onHandedOver: () => void): Readable {
  const stream = Readable.from([bytes], { objectMode: false });
  const pipe = stream.pipe.bind(stream);
  stream.pipe = (target, pipeOptions) => {
    if (target instanceof Readable) {
      target.on("data", () => {
        if ("writableEnded" in target && target.writableEnded === true) onHandedOver();
      });
    }
    return pipe(target, pipeOptions);
  };
  return stream;
}

/** The library’s log, heard for one entry: the whole message, with its final dot, has been written. */
function watchTransactions(onMessage: () => void) {
  const hear = (entry: unknown) => {
    if (typeof entry === "object" && entry !== null && "tnx" in entry && entry.tnx === "message") onMessage();
  };
  return { level: () => {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}

/** Every form in which a server could say the password back. */
const secretsOf = ({ user, password }: SmtpOptions): string[] =>
  password === undefined
    ? []
    : [password, `\0${user}\0${password}`].flatMap((secret) => [
        secret,
        Buffer.from(secret).toString("base64"),
      ]);
