import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import { neutraliseRefresh } from "../../src/chromium/neutralise-refresh.ts";
import { pdfTextOf } from "../support/pdf-text.ts";
import { sheetJob } from "../support/sheet.ts";
import { testSurroundings } from "../support/surroundings.ts";

const SECRET = "canary-file-text";
const BODY = "The text of the brief is intact";

let canary: Server;
let connections = 0;
let url = "";
let fileUrl = "";
let folder = "";
const printer = openChromiumPrinter({ surroundings: testSurroundings(), tabs: 1 });

beforeAll(async () => {
  canary = createServer((_, response) => response.end("leaked"));
  canary.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "execbrief-test-"));
  const file = join(folder, "secret.html");
  await writeFile(file, `<p>${SECRET}</p>`);
  fileUrl = pathToFileURL(file).href;
});
afterAll(async () => {
  await printer[Symbol.asyncDispose]();
  canary.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  connections = 0;
});

interface Leak {
  readonly about: string;
  readonly body?: string;
  readonly head?: string;
}

/** U is a server's address, F a file's. */
const LEAKS: readonly Leak[] = [
  { about: "an image", body: `<img src="U/a.png">` },
  { about: "a responsive image", body: `<img srcset="U/a.png 1x, U/b.png 2x">` },
  { about: "a picture", body: `<picture><source srcset="U/a.png"><img src="U/b.png"></picture>` },
  { about: "an iframe", body: `<iframe src="U/frame"></iframe>` },
  { about: "an iframe in an iframe", body: `<iframe srcdoc="<iframe src='U/frame'></iframe>"></iframe>` },
  { about: "a script", body: `<script src="U/a.js"></script>` },
  { about: "an inline script", body: `<script>fetch("U/fetch")</script>` },
  { about: "an event handler", body: `<img src="data:," onerror="new WebSocket('U'.replace('http','ws'))">` },
  { about: "an SVG handler", body: `<svg onload="fetch('U/svg')"></svg>` },
  { about: "an object", body: `<object data="U/o"></object>` },
  { about: "an embed", body: `<embed src="U/e">` },
  { about: "a video", body: `<video src="U/v.mp4" poster="U/p.png" autoplay></video>` },
  { about: "an audio", body: `<audio src="U/a.mp3" preload="auto"></audio>` },
  { about: "a track", body: `<video><track src="U/t.vtt" default></video>` },
  { about: "an SVG image", body: `<svg><image href="U/i.png"/></svg>` },
  { about: "an SVG use", body: `<svg><use href="U/i.svg#a"/></svg>` },
  { about: "a background", body: `<p style="background:url(U/bg.png)">x</p>` },
  { about: "a submitted form", body: `<form action="U/form"><input autofocus></form>` },
  { about: "a style sheet", head: `<link rel="stylesheet" href="U/a.css">` },
  { about: "a style import", head: `<style>@import url("U/a.css");</style>` },
  { about: "a font", head: `<style>@font-face{font-family:X;src:url(U/f.woff2)}p{font-family:X}</style>` },
  { about: "a prefetch", head: `<link rel="prefetch" href="U/p">` },
  { about: "a preload", head: `<link rel="preload" as="image" href="U/p.png">` },
  { about: "a module preload", head: `<link rel="modulepreload" href="U/m.js">` },
  { about: "a preconnect", head: `<link rel="preconnect" href="U"><link rel="dns-prefetch" href="U">` },
  { about: "a prerender", head: `<link rel="prerender" href="U/p">` },
  { about: "an icon", head: `<link rel="icon" href="U/favicon.ico">` },
  { about: "a manifest", head: `<link rel="manifest" href="U/m.json">` },
  {
    about: "speculation rules",
    head: `<script type="speculationrules">{"prefetch":[{"urls":["U/s"]}]}</script>`,
  },
  { about: "a base", head: `<base href="U/">`, body: `<img src="relative.png">` },
  { about: "a refresh", head: `<meta http-equiv="refresh" content="0;url=U/r">` },
  { about: "a refresh without quotes", head: `<meta content=0;url=U/r http-equiv=refresh>` },
  { about: "a refresh with a > in it", head: `<meta content="0;url=U/r?>" http-equiv="Refresh">` },
  { about: "a refresh in entities", head: `<meta http-equiv="&#114;efresh" content="0;url=U/r">` },
  { about: "a refresh in the body", body: `<meta http-equiv="refresh" content="0;url=U/r">` },
  { about: "a refresh to a blank page", head: `<meta http-equiv="refresh" content="0;url=about:blank">` },
  { about: "a refresh of itself", head: `<meta http-equiv="refresh" content="0">` },
  {
    about: "a report of a policy",
    head: `<meta http-equiv="content-security-policy-report-only" content="img-src 'none'; report-uri U/csp">`,
    body: `<img src="data:,x">`,
  },
  { about: "a file in an iframe", body: `<iframe src="F"></iframe>` },
  { about: "a file in an object", body: `<object data="F"></object>` },
  { about: "a file as an image", body: `<img src="F">` },
  { about: "a file as a style sheet", head: `<link rel="stylesheet" href="F">` },
  { about: "a file in a refresh", head: `<meta http-equiv="refresh" content="0;url=F">` },
];

describe("A page that is printed", () => {
  it.each(LEAKS)(
    "reaches nothing outside by $about, and keeps its text",
    async ({ head = "", body = "" }) => {
      const aimed = (html: string) => html.replaceAll("U", url).replaceAll("F", fileUrl);
      const job = sheetJob(`<p>${BODY}</p>${aimed(body)}`, { head: aimed(head) });
      const outcome = await printer.print(job);
      if (!outcome.ok || outcome.value.kind !== "printed") throw new Error(JSON.stringify(outcome));
      const text = (await pdfTextOf(outcome.value.bytes)).join(" ");
      expect(text).toContain(BODY);
      expect(text).not.toContain(SECRET);
      expect(connections).toBe(0);
    },
  );

  it("shows its own pictures and fonts", async () => {
    const pixel =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const outcome = await printer.print(
      sheetJob(`<p>${BODY}</p><img src="${pixel}" width="50" height="50">`),
    );
    if (!outcome.ok || outcome.value.kind !== "printed") throw new Error(JSON.stringify(outcome));
    expect(Buffer.from(outcome.value.bytes).includes("/Subtype /Image")).toBe(true);
  });

  it("does not change what is printed next", async () => {
    const clean = sheetJob(`<p>${BODY}</p>`);
    await printer.print(sheetJob(`<p>Other</p>`, { css: "p{display:none}", head: `<base href="${url}/">` }));
    const outcome = await printer.print(clean);
    if (!outcome.ok || outcome.value.kind !== "printed") throw new Error(JSON.stringify(outcome));
    expect((await pdfTextOf(outcome.value.bytes)).join(" ")).toContain(BODY);
  });
});

describe("Neutralising a refresh", () => {
  it.each([
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    `<p>&lt;meta http-equiv="refresh"&gt;</p>`,
  ])("leaves %s as it is", (html) => {
    expect(neutraliseRefresh(html)).toBe(html);
  });
});
