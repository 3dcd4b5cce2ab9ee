import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { Browser, computeExecutablePath } from "@puppeteer/browsers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newestCachedBrowser } from "../../src/chromium/cached-browser.ts";
import { installBrowser } from "../../src/chromium/install-browser.ts";
import { testSurroundings } from "../support/surroundings.ts";

const BUILD = "148.0.7778.97";

let cacheFolder = "";
let server: Server | undefined;
beforeEach(async () => {
  const parent = dirname(testSurroundings().cacheFolder);
  await mkdir(parent, { recursive: true });
  cacheFolder = await mkdtemp(join(parent, "install-test-"));
});
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  await rm(cacheFolder, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const surroundingsWith = (mirror: string) =>
  testSurroundings({ cacheFolder, env: { PUPPETEER_DOWNLOAD_BASE_URL: mirror } });

/** The program's place in the archive, which differs between platforms. */
function programPath(): string {
  const browser = Browser.CHROMEHEADLESSSHELL;
  const whole = computeExecutablePath({ cacheDir: "cache", browser, buildId: BUILD });
  return whole.split(/[\\/]/).slice(3).join("/");
}

describe("Installing a browser", () => {
  it("downloads it to where it is found from then on", async () => {
    const archive = zipOf(programPath(), "#!/bin/sh\n");
    const surroundings = surroundingsWith(
      await serve((_, response) => {
        response.writeHead(200, { "content-length": archive.length }).end(archive);
      }),
    );
    const progress: number[] = [];
    const onProgress = (downloadedBytes: number) => progress.push(downloadedBytes);
    const outcome = await installBrowser({ surroundings, build: BUILD, onProgress });
    expect(outcome).toMatchObject({ ok: true, value: { origin: "own-cache", kind: "headless-shell" } });
    expect(progress.at(-1)).toBe(archive.length);
    const found = await newestCachedBrowser({ ...surroundings, homeFolder: cacheFolder });
    expect(outcome.ok && outcome.value.executablePath).toBe(found?.executablePath);
    expect(await readdir(cacheFolder)).toEqual(["browsers"]);

    expect(await installBrowser({ surroundings, build: BUILD })).toMatchObject({ ok: true });
  });

  it.each([
    {
      about: "the host is unreachable",
      mirror: async () => "http://127.0.0.1:9",
      reason: "ECONNREFUSED",
    },
    {
      about: "the mirror does not have it",
      mirror: () => serve((_, response) => void response.writeHead(404).end()),
      reason: "404",
    },
    {
      about: "what arrives is no archive",
      mirror: () =>
        serve((_, response) => void response.writeHead(200, { "content-length": 5 }).end("hello")),
      reason: "",
    },
  ])("says why and leaves nothing when $about", async ({ mirror, reason }) => {
    const surroundings = surroundingsWith(await mirror());
    expect(await installBrowser({ surroundings, build: BUILD })).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: "browser-download-failed",
          cause: "environment",
          message: expect.stringContaining(reason),
          hint: expect.stringContaining("connection"),
        },
      ],
    });
    expect(await leftovers()).toEqual([]);
  });

  it("stops for a signal and leaves nothing", async () => {
    const stopped = new AbortController();
    const mirror = await serve((_, response) => {
      response.writeHead(200, { "content-length": 1_000_000 }).write("a beginning");
      stopped.abort();
    });
    const surroundings = surroundingsWith(mirror);
    const outcome = await installBrowser({ surroundings, build: BUILD, signal: stopped.signal });
    expect(outcome).toMatchObject({ ok: false, diagnostics: [{ code: "browser-download-failed" }] });
    expect(await leftovers()).toEqual([]);
  });

  const leftovers = async () =>
    (await readdir(cacheFolder, { recursive: true })).filter((name) => name !== "browsers");
});

/** A ZIP archive of one stored file that may be run (PKWARE APPNOTE 4.3). */
function zipOf(name: string, content: string): Buffer {
  const file = Buffer.from(content);
  const nameBytes = Buffer.from(name);
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(crc32(file), 0);
  sizes.writeUInt32LE(file.length, 4);
  sizes.writeUInt32LE(file.length, 8);
  sizes.writeUInt16LE(nameBytes.length, 12);
  const head = (signature: string) => Buffer.from(`504b${signature}`, "hex");
  const local = Buffer.concat([
    head("0304"),
    Buffer.from("14000000000000000000", "hex"),
    sizes,
    nameBytes,
    file,
  ]);
  const attributes = Buffer.alloc(14);
  // Unix permissions are the upper half of the external attributes.
  attributes.writeUInt32LE(0o100755 * 0x10000, 6);
  const central = Buffer.concat([
    head("0102"),
    Buffer.from("1403140000000000000000 00".replace(" ", ""), "hex"),
    sizes,
    attributes,
    nameBytes,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, head("0506"), end]);
}
