import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { PNG } from "pngjs";
import type { Finding, PreviewState } from "../../src/preview/preview-api.ts";

/** Plays the preview’s server to its page: any state in no time, losses and goodbyes at will. */
export interface FakePreviewServer extends AsyncDisposable {
  readonly address: string;
  /** What was posted, as `try {"accent":"#14508c"}`. */
  readonly posted: readonly string[];
  readonly state: PreviewState;
  /** Has a good brief again, which nobody has changed. */
  reset(): void;
  /** Says that the state has changed. */
  say(changes: Partial<PreviewState>): void;
  /** Refuses what is posted from now on, with this finding. */
  refuse(message: string | null): void;
  /** Is out of reach until it is brought back. */
  loseConnection(): void;
  comeBack(): void;
}

const PAGE_FOLDER = path.resolve(import.meta.dirname, "../../preview");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self'";

const PAGE = `<!doctype html><html lang="en"><head><title>A brief</title><style>
body { margin: 0; height: 4000px; background: #ffffff }
@media (prefers-color-scheme: dark) { body { background: #101010 } }
</style></head><body><h1>A brief</h1><p><a href="#x">Below</a> <a href="https://example.com/">Away</a></p></body></html>`;

const SHEET = PNG.sync.write(new PNG({ width: 21, height: 30 }));

/** Opens a server that shows a good brief. */
export async function openFakePreviewServer(): Promise<FakePreviewServer> {
  let state = GOOD;
  let refusal: string | null = null;
  let isLost = false;
  const readers = new Set<ServerResponse>();
  const posted: string[] = [];
  const tell = (reader: ServerResponse) => reader.write(`event: state\ndata: ${JSON.stringify(state)}\n\n`);

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    const name = pathname.replace(/^\/token\//, "");
    if (isLost) return void response.destroy();
    if (request.method === "POST") {
      posted.push(`${name} ${await bodyOf(request)}`);
      if (refusal !== null) return send(response, 409, JSON.stringify({ findings: [{ message: refusal }] }));
      return name === "select" ? send(response, 200, JSON.stringify(state)) : send(response, 204, "");
    }
    if (name === "events") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      readers.add(response);
      response.write("retry: 100\n\n");
      request.on("close", () => readers.delete(response));
      return void tell(response);
    }
    if (name.startsWith("view/")) return sendView(response, name);
    const file = path.join(PAGE_FOLDER, name === "" ? "index.html" : name.replace(/^assets\//, ""));
    const type = TYPES[path.extname(file)] ?? "text/plain";
    return send(response, 200, await readFile(file), type);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token/`,
    posted,
    get state() {
      return state;
    },
    reset() {
      state = { ...GOOD, revision: state.revision + 1 };
      [refusal, isLost] = [null, false];
      posted.length = 0;
    },
    say(changes) {
      state = { ...state, ...changes, revision: state.revision + 1 };
      for (const reader of readers) tell(reader);
    },
    refuse(message) {
      refusal = message;
    },
    loseConnection() {
      isLost = true;
      for (const reader of readers) reader.destroy();
    },
    comeBack() {
      isLost = false;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function sendView(response: ServerResponse, name: string): void {
  if (name === "view/sheet") send(response, 200, SHEET, "image/png");
  else send(response, 200, name === "view/text" ? "A brief\n" : PAGE, TYPES[".html"]);
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  type = "application/json",
) {
  // What is shown in a frame has styles of its own.
  const policy = body === PAGE ? {} : { "Content-Security-Policy": POLICY };
  response.writeHead(status, { "Content-Type": type, ...policy }).end(status === 204 ? undefined : body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

const finding = (severity: Finding["severity"], message: string): Finding => ({
  ...{ code: "yaml-tag", severity, message, hint: "Write it otherwise." },
  ...{ file: "briefs/a.yaml", line: 3, column: 1, frame: "> 3 | titel: A brief\n    | ^" },
});

/** One finding of each severity, the worst last. */
export const FINDINGS: readonly Finding[] = [
  finding("info", "This is only said."),
  finding("warning", "This is a long sentence."),
  finding("error", "There is no such field."),
];

const GOOD: PreviewState = {
  revision: 1,
  selection: { brief: "briefs/a.yaml", audience: "all", template: "executive", page: "A4", locale: "en" },
  choices: {
    briefs: ["a", "b"].map((name) => ({ value: `briefs/${name}.yaml`, label: name })),
    audiences: [{ value: "all", label: "All readers" }],
    templates: [{ value: "executive", label: "executive" }],
    pages: [{ value: "A4", label: "A4" }],
    locales: [{ value: "en", label: "English" }],
  },
  status: "good",
  stale: [],
  views: { sheet: 1, html: 1, email: 1, text: 1 },
  sheets: 1,
  paper: { widthMm: 210, heightMm: 297 },
  fit: { step: 3, typePt: 11, leading: 1.45, space: 0.73, spareWords: 11 },
  findings: [],
  tokens: [
    { ...{ name: "accent", type: "colour", value: "#9b1c31" }, ...said("The mark of the brand.") },
    { ...{ name: "serif", type: "font", value: "Source Serif 4" }, ...said("Running text.") },
    { ...{ name: "edge", type: "length", value: "9mm", min: "5mm", max: "20mm" }, ...said("White space.") },
    { ...{ name: "scale", type: "number", value: "2", min: 1, max: 3 }, ...said("Size of the title.") },
    {
      ...{ name: "figures", type: "choice", value: "row", options: ["row", "grid"] },
      ...said("How they stand."),
    },
  ] as PreviewState["tokens"],
  mail: { subject: "A brief", preheader: "What it says first.", bytes: 40_000 },
};

function said(description: string) {
  return { description, from: "set", isTried: false };
}
