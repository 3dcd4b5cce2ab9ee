import { randomBytes } from "node:crypto";
import { once, setMaxListeners } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { openAssets } from "./answer-assets.ts";
import { answerEvents } from "./answer-events.ts";
import { answerView } from "./answer-views.ts";
import { findingOf } from "./finding.ts";
import { guardRequests, refusal } from "./guard-requests.ts";
import type { PreviewSession } from "./preview-session.ts";
import { type AskedPlace, readKeep, readOpen, readSelect, readTry } from "./read-requests.ts";

/** What the server serves. */
export interface ServerOptions {
  readonly session: PreviewSession;
  /** Writes tokens that are tried into the project’s configuration; what prevented that. */
  readonly keep: (tokens: readonly string[]) => Promise<readonly Diagnostic[]>;
  /** Opens a place in the author’s editor; false where it is none that may be opened. */
  readonly open: (place: AskedPlace) => Promise<boolean>;
  /** Folder of the preview’s page. */
  readonly pageFolder: string;
  /** 0 for one that the system chooses. */
  readonly port: number;
}

/** A server on this machine alone. */
export interface PreviewServer extends AsyncDisposable {
  /** Where the page is, with the token that lets one in. */
  readonly address: string;
}

/** 128 bits: nobody guesses it. */
const TOKEN_BYTES = 16;

const BODY_MAX_BYTES = 64 * 1024;

const LOOPBACK = "127.0.0.1";

/** Serves the preview’s page and what it shows, as preview-api.ts says. */
export async function openPreviewServer(options: ServerOptions): Promise<Outcome<PreviewServer>> {
  const token = randomBytes(TOKEN_BYTES).toString("hex");
  const closing = new AbortController();
  // Every window of the author’s browser waits for it.
  setMaxListeners(0, closing.signal);
  let port = options.port;
  const pass = { token, port: () => port };
  const app = await routesOf(options, pass, closing.signal);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const isListening = once(server, "listening");
  server.listen(port, LOOPBACK);
  try {
    await isListening;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return failure([diagnose("preview-port", { port, reason })]);
  }
  ({ port } = server.address() as AddressInfo);
  return success({
    address: `http://${LOOPBACK}:${port}/${token}/`,
    async [Symbol.asyncDispose]() {
      const isClosed = once(server, "close");
      server.close();
      closing.abort();
      // A moment for the goodbyes; a browser keeps its connections open for as long as it can.
      setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
      await isClosed;
    },
  });
}

const FAREWELL_MS = 100;

async function routesOf(
  { session, keep, open, pageFolder }: ServerOptions,
  pass: Parameters<typeof guardRequests>[0],
  closing: AbortSignal,
): Promise<Hono> {
  const { showcase } = session;
  const asset = await openAssets(pageFolder);
  const app = new Hono();
  const at = (path: string) => `/${pass.token}/${path}`;
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of SAFE_HEADERS) context.res.headers.set(name, value);
  });
  app.use(guardRequests(pass));
  app.use(bodyLimit({ maxSize: BODY_MAX_BYTES, onError: () => refusal(413) }));

  app.get(at(""), () => asset("index.html"));
  app.get(at("assets/:file"), (context) => asset(context.req.param("file") ?? ""));
  app.get(at("state"), (context) => context.json(showcase.state()));
  app.get(at("events"), (context) => answerEvents(context, showcase, closing));
  app.get(at("view/:view"), (context) => answerView(context, showcase.parts()));
  app.post(at("select"), async (context) => {
    const wanted = await readSelect(context);
    return wanted && session.select(wanted) ? context.json(showcase.state()) : refusal(400);
  });
  app.post(at("try"), async (context) => {
    const values = await readTry(context);
    if (values === undefined) return refusal(400);
    session.tryTokens(values);
    return context.body(null, 204);
  });
  app.post(at("keep"), async (context) => {
    const tokens = await readKeep(context);
    if (tokens === undefined) return refusal(400);
    const faults = await keep(tokens);
    return faults.length > 0
      ? context.json({ findings: faults.map(findingOf) }, 409)
      : context.body(null, 204);
  });
  app.post(at("open"), async (context) => {
    const place = await readOpen(context);
    if (place === undefined) return refusal(400);
    return (await open(place)) ? context.body(null, 204) : refusal(404);
  });
  app.notFound(() => refusal(404));
  return app;
}

/** What every answer says, whatever it is. */
const SAFE_HEADERS = [
  ["Cache-Control", "no-store"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
] as const;
