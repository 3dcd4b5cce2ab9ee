import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "smtp-server";
import { selfSigned } from "./self-signed.ts";

/** A message as the server took it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly isEncrypted: boolean;
}

/** What the server does to the conversation at one point of it. */
export type Fault = "drop" | "hang" | number;

/** At which points faults can be put in. */
export type FaultStage = "connect" | "login" | "sender" | "recipient" | "data" | "half" | "dot";

/** A real server on this machine that keeps what it gets. */
export interface MailServer extends AsyncDisposable {
  readonly port: number;
  readonly cert: string;
  /** Everything that was taken, in the order of arrival. */
  readonly received: Received[];
  /** What goes wrong next, by stage; a function decides for each address. */
  readonly faults: Partial<Record<FaultStage, Fault | ((address: string) => Fault | undefined)>>;
  /** How long it thinks about each message before it answers. */
  answerAfterMs: () => number;
  /** Connections so far. */
  readonly connections: () => number;
}

export const LOGIN = { user: "brief", password: "s3cret-Pässword+/" };
const CERTIFICATE = selfSigned();

/** Starts a server with STARTTLS and a login. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  const faults: MailServer["faults"] = {};
  let connections = 0;
  const sockets = new Set<Socket>();
  /** Does what the stage is set to; `go` otherwise. */
  const meet = (
    stage: FaultStage,
    session: SMTPServerSession,
    address: string,
    go: (error?: Error) => void,
  ) => {
    const set = faults[stage];
    const fault = typeof set === "function" ? set(address) : set;
    if (fault === undefined) go();
    else if (fault === "drop") dropConnection(server, session);
    else if (fault !== "hang") {
      go(Object.assign(new Error(`Fault at ${stage}`), { responseCode: fault }));
      // RFC 5321 3.8: after 421 the server closes the connection.
      if (fault === 421) setTimeout(() => dropConnection(server, session), 20);
    }
  };
  const server: SMTPServer = new SMTPServer({
    ...CERTIFICATE,
    authMethods: ["PLAIN", "LOGIN"],
    onConnect: (session, done) => {
      connections += 1;
      meet("connect", session, "", done);
    },
    onAuth: ({ username, password }, session, done) =>
      meet("login", session, "", (error) => {
        if (error) done(error);
        else if (username === LOGIN.user && password === LOGIN.password) done(null, { user: username });
        else done(Object.assign(new Error(`No such login: ${password}`), { responseCode: 535 }));
      }),
    onMailFrom: ({ address }, session, done) => meet("sender", session, address, done),
    onRcptTo: ({ address }, session, done) => meet("recipient", session, address, done),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        if (chunks.length === 0) meet("half", session, to[0] ?? "", () => {});
        chunks.push(chunk);
      });
      stream.on("end", () => {
        const { mailFrom } = session.envelope;
        const take = () =>
          received.push({
            from: mailFrom === false ? "" : mailFrom.address,
            to,
            raw: Buffer.concat(chunks).toString("utf8"),
            isEncrypted: session.secure,
          });
        const set = faults.dot;
        const fault = typeof set === "function" ? set(to[0] ?? "") : set;
        // A connection that breaks here breaks after the message was taken: the worst that can happen.
        if (typeof fault !== "number") take();
        const delayMs = opened.answerAfterMs();
        if (delayMs > 0) setTimeout(() => meet("dot", session, to[0] ?? "", done), delayMs);
        else meet("dot", session, to[0] ?? "", done);
      });
      meet("data", session, to[0] ?? "", () => {});
    },
    ...options,
  });
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const opened: MailServer = {
    port,
    answerAfterMs: () => 0,
    cert: CERTIFICATE.cert,
    received,
    faults,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
  return opened;
}

/** Breaks a connection without a word, as a network does. */
function dropConnection(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of server.connections as Iterable<{ id: string; _socket: Socket }>) {
    if (connection.id === id) connection._socket.destroy();
  }
}
