import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestPreview, type TestPreview } from "./open-test-preview.ts";
import { PROJECT } from "./preview-project.ts";

const SECRET = "Nobody shall read this.";

let preview: TestPreview;
let host = "";
let port = "";
let token = "";
beforeAll(async () => {
  preview = await openTestPreview(PROJECT, { brief: "briefs/fees.yaml" });
  ({ host, port } = new URL(preview.address));
  token = new URL(preview.address).pathname.split("/")[1] ?? "";
  writeFileSync(path.join(preview.folder, "..", "secret.yaml"), SECRET);
  symlinkSync("/etc/hostname", path.join(preview.folder, "linked"));
});
afterAll(async () => {
  rmSync(path.join(preview.folder, "..", "secret.yaml"));
  await preview[Symbol.asyncDispose]();
});

interface Attempt {
  readonly method?: string;
  /** Sent as it is, unlike by fetch; “TOKEN” stands for the token. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request letter for letter: a browser would tidy it. */
function send({ method = "GET", path: written, headers = {}, body }: Attempt) {
  const filled = (text: string) =>
    text.replaceAll("TOKEN", token).replaceAll("PORT", port).replaceAll("HOST", host);
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value)]));
  return new Promise<{ status: number; body: string; message: IncomingMessage }>((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port, method, path: filled(written), headers: sent, setHost: !("Host" in sent) },
      (message) => {
        const pieces: Buffer[] = [];
        message.on("data", (piece: Buffer) => pieces.push(piece));
        message.on("end", () =>
          resolve({ status: message.statusCode ?? 0, body: Buffer.concat(pieces).toString(), message }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const JSON_FROM_US = { "Content-Type": "application/json", Origin: "http://HOST" };
const post = (
  name: string,
  body: string,
  headers: Readonly<Record<string, string>> = JSON_FROM_US,
): Attempt => ({
  method: "POST",
  path: `/TOKEN/${name}`,
  headers,
  body,
});

it.each<Attempt>([
  { path: "/TOKEN/state" },
  { path: "/TOKEN/state", headers: { Host: "localhost:PORT" } },
  { path: "/TOKEN/state", headers: { "Sec-Fetch-Site": "same-origin", Origin: "http://HOST" } },
  { path: "/TOKEN/state", headers: { "Sec-Fetch-Site": "none" } },
  post("try", "{}"),
])("what is ours is answered: $path $headers", async (attempt) => {
  expect([200, 204]).toContain((await send(attempt)).status);
});

describe("A stranger gets nothing", () => {
  it.each<{ about: string; attempt: Attempt; status: number }>([
    { about: "the root", attempt: { path: "/" }, status: 404 },
    { about: "the state without a token", attempt: { path: "/state" }, status: 404 },
    { about: "another token", attempt: { path: `/${"0".repeat(32)}/state` }, status: 404 },
    { about: "a part of the token", attempt: { path: "/TOKE/state" }, status: 404 },
    { about: "the token as a parameter", attempt: { path: "/state?token=TOKEN" }, status: 404 },
    { about: "the token behind dots", attempt: { path: "/x/../TOKEN/../state" }, status: 404 },
    {
      about: "a name that was made to mean this machine (DNS rebinding)",
      attempt: { path: "/TOKEN/state", headers: { Host: "evil.example:PORT" } },
      status: 403,
    },
    {
      about: "a name that only begins like ours",
      attempt: { path: "/TOKEN/state", headers: { Host: "localhost.evil.example:PORT" } },
      status: 403,
    },
    {
      about: "our name with another port",
      attempt: { path: "/TOKEN/state", headers: { Host: "localhost:80" } },
      status: 403,
    },
    {
      about: "our name without a port",
      attempt: { path: "/TOKEN/state", headers: { Host: "localhost" } },
      status: 403,
    },
    // What is no address at all is refused before anybody looks at it.
    { about: "an empty name", attempt: { path: "/TOKEN/state", headers: { Host: "" } }, status: 400 },
    { about: "backslashes", attempt: { path: "/TOKEN/assets/..\\..\\secret.yaml" }, status: 400 },
    {
      about: "another page",
      attempt: { path: "/TOKEN/state", headers: { Origin: "https://evil.example" } },
      status: 403,
    },
    {
      about: "another server on this machine",
      attempt: { path: "/TOKEN/state", headers: { Origin: "http://localhost:3000" } },
      status: 403,
    },
    {
      about: "a page of no origin",
      attempt: { path: "/TOKEN/state", headers: { Origin: "null" } },
      status: 403,
    },
    {
      about: "our own name over TLS",
      attempt: { path: "/TOKEN/state", headers: { Origin: "https://HOST" } },
      status: 403,
    },
    {
      about: "a page that only shows a picture of ours",
      attempt: { path: "/TOKEN/view/sheet", headers: { "Sec-Fetch-Site": "cross-site" } },
      status: 403,
    },
    {
      about: "another server’s page on this machine",
      attempt: { path: "/TOKEN/events", headers: { "Sec-Fetch-Site": "same-site" } },
      status: 403,
    },
    {
      about: "a change from nowhere",
      attempt: post("select", '{"page":"Letter"}', { "Content-Type": "application/json" }),
      status: 403,
    },
    {
      about: "a change from another page",
      attempt: post("keep", '{"tokens":["accent"]}', { ...JSON_FROM_US, Origin: "https://evil.example" }),
      status: 403,
    },
    {
      about: "a change as a form sends it",
      attempt: post("select", '{"page":"Letter"}', { ...JSON_FROM_US, "Content-Type": "text/plain" }),
      status: 415,
    },
    { about: "a change without a type", attempt: post("try", "{}", { Origin: "http://HOST" }), status: 415 },
    {
      about: "the question of another page whether it may (CORS preflight)",
      attempt: {
        method: "OPTIONS",
        path: "/TOKEN/select",
        headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" },
      },
      status: 403,
    },
  ])("by $about", async ({ attempt, status }) => {
    const before = (await preview.state()).selection;
    const answer = await send(attempt);
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body: "" });
    expect(Object.keys(answer.message.headers).filter((name) => name.startsWith("access-control"))).toEqual(
      [],
    );
    expect((await preview.state()).selection).toEqual(before);
  });
});

describe("No file can be read", () => {
  const NAMES = [
    "../brief.config.yaml",
    "../../secret.yaml",
    "..%2f..%2fsecret.yaml",
    "%2e%2e/%2e%2e/secret.yaml",
    "..%252f..%252fsecret.yaml",
    "%5c..%5c..%5csecret.yaml",
    "/etc/passwd",
    "//etc/passwd",
    "index.html%00.yaml",
    "tsconfig.json",
    "",
    ".",
    "constructor",
    "__proto__",
  ];
  it.each([
    ...NAMES.map((name) => ({ path: `/TOKEN/assets/${name}` })),
    ...NAMES.map((name) => ({ path: `/TOKEN/view/${name}` })),
    { path: "/TOKEN/../../secret.yaml" },
    { path: "/TOKEN/briefs/fees.yaml" },
    { path: "/TOKEN/brief.config.yaml" },
    { path: "/TOKEN/view/sheet?page=0" },
    { path: "/TOKEN/view/sheet?page=9" },
    { path: "/TOKEN/view/sheet?page=../../secret.yaml" },
    { path: "/TOKEN/view/sheet?page=length" },
  ])("by $path", async ({ path: written }) => {
    const { status, body } = await send({ path: written });
    expect({ status, body }).toEqual({ status: 404, body: "" });
  });

  it.each([
    "../secret.yaml",
    "/etc/passwd",
    "linked",
    "briefs/../../secret.yaml",
    "file:///etc/passwd",
    "briefs",
    "briefs/nobody.yaml",
    "briefs/fees.yaml\u0000",
    "",
  ])("nor opened in the editor: %j", async (file) => {
    const { status } = await send(post("open", JSON.stringify({ file, line: 1, column: 1 })));
    expect(status).toBe(404);
    expect(preview.opened).toEqual([]);
  });
});

describe("What makes no sense is refused", () => {
  it.each<{ attempt: Attempt; status: number }>([
    { attempt: post("select", "{"), status: 400 },
    { attempt: post("select", "null"), status: 400 },
    { attempt: post("try", '{"accent":[1]}'), status: 400 },
    { attempt: post("try", `{"accent":"${"x".repeat(65 * 1024)}"}`), status: 413 },
    { attempt: post("open", '{"file":"briefs/fees.yaml","line":0,"column":1}'), status: 400 },
    { attempt: post("open", '{"file":"briefs/fees.yaml","line":"1; rm","column":1}'), status: 400 },
    { attempt: post("state", "{}"), status: 404 },
    { attempt: { path: "/TOKEN/select" }, status: 404 },
    { attempt: { method: "PUT", path: "/TOKEN/select" }, status: 404 },
    { attempt: { method: "DELETE", path: "/TOKEN/state" }, status: 404 },
    { attempt: { method: "TRACE", path: "/TOKEN/state" }, status: 404 },
  ])("$attempt.method $attempt.path", async ({ attempt, status }) => {
    const answer = await send(attempt);
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body: "" });
  });
});

describe("Every answer is closed", () => {
  it.each(["", "state", "view/html", "view/email", "view/text", "view/sheet", "view/pdf", "nothing"])(
    "%j says how it may be used",
    async (name) => {
      const { headers } = await preview.get(name);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  it("the page may run its own modules and nothing else", async () => {
    const policy = (await preview.get("")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each(["view/html", "view/email"])("%s runs no scripts, whatever it holds", async (view) => {
    const policy = (await preview.get(view)).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox allow-same-origin");
    expect(policy).not.toContain("allow-scripts");
  });

  it("the server listens to this machine alone", () => {
    expect(preview.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/);
  });
});
