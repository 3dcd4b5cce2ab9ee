import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BrowserEvent } from "../../src/chromium/browser-choice.ts";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import { embeddedBrowser } from "../../src/chromium/embedded-browser.ts";
import type { Surroundings } from "../../src/chromium/surroundings.ts";
import { sheetJob } from "../support/sheet.ts";
import { testSurroundings } from "../support/surroundings.ts";

const isEmbeddable = process.platform === "linux" && process.arch === "x64";

describe.skipIf(!isEmbeddable)("The embedded browser", () => {
  let cacheFolder = "";
  beforeEach(async () => {
    const parent = dirname(testSurroundings().cacheFolder);
    await mkdir(parent, { recursive: true });
    cacheFolder = await mkdtemp(join(parent, "embedded-test-"));
  });
  afterEach(() => rm(cacheFolder, { recursive: true, force: true }));

  const surroundings = (changes: Partial<Surroundings> = {}) => testSurroundings({ cacheFolder, ...changes });

  async function unpack(): Promise<{ path: string; events: BrowserEvent[] }> {
    const events: BrowserEvent[] = [];
    const onEvent = (event: BrowserEvent) => events.push(event);
    const outcome = await embeddedBrowser({ surroundings: surroundings(), onEvent });
    if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
    return { path: outcome.value.executablePath, events };
  }

  it("is unpacked once, by one of two that come at the same time, and mended when it was cut short", async () => {
    const both = await Promise.all([unpack(), unpack()]);
    expect(both[0].path).toBe(both[1].path);
    expect(await readdir(cacheFolder)).toHaveLength(1);
    expect((await unpack()).events).toEqual([]);

    await truncate(both[0].path, 1000);
    expect((await unpack()).events).toMatchObject([{ kind: "unpacking" }]);
    expect((await stat(both[0].path)).size).toBeGreaterThan(100_000_000);
    expect(await readdir(cacheFolder)).toHaveLength(1);
  });

  it("leaves nothing behind when unpacking is interrupted, and clears away what a killed run left", async () => {
    const stopped = new AbortController();
    const onEvent = () => setTimeout(() => stopped.abort(), 50);
    const unpacking = embeddedBrowser({ surroundings: surroundings(), onEvent, signal: stopped.signal });
    await expect(unpacking).rejects.toThrow("abort");
    expect(await readdir(cacheFolder)).toEqual([]);
  });

  it.each([{ about: "others may write to", mode: 0o777, code: "browser-cache-unsafe" }])(
    "is not unpacked into a folder that $about",
    async ({ mode, code }) => {
      await chmod(cacheFolder, mode);
      expect(await embeddedBrowser({ surroundings: surroundings() })).toMatchObject({
        ok: false,
        diagnostics: [{ code, cause: "environment" }],
      });
    },
  );

  it("says so when its cache folder cannot be made", async () => {
    await writeFile(join(cacheFolder, "file"), "");
    const outcome = await embeddedBrowser({
      surroundings: surroundings({ cacheFolder: join(cacheFolder, "file", "cache") }),
    });
    expect(outcome).toMatchObject({ ok: false, diagnostics: [{ code: "browser-cache-unwritable" }] });
  });

  it.each([
    { platform: "darwin", arch: "x64" },
    { platform: "win32", arch: "x64" },
    { platform: "linux", arch: "arm64" },
  ] as const)("is not offered on $platform $arch", async (changes) => {
    expect(await embeddedBrowser({ surroundings: surroundings(changes) })).toBeUndefined();
  });
});

describe.skipIf(!isEmbeddable)("The embedded browser's fonts", () => {
  it("print text where the system has no font, and their absence is a finding, not a blank page", async () => {
    const own = await embeddedBrowser({ surroundings: testSurroundings() });
    if (!own?.ok) throw new Error(JSON.stringify(own));
    const configuration = await readFile(own.value.env.FONTCONFIG_FILE ?? "", "utf8");
    const bundledFolder = /<dir>([^<]*embedded-chromium[^<]*)<\/dir>/.exec(configuration)?.[1] ?? "";
    expect(await readdir(join(bundledFolder, "Open_Sans"))).toContain("OpenSans-Regular.ttf");

    const folder = await mkdtemp(join(testSurroundings().cacheFolder, "fonts-"));
    const printWith = async (fontFolder: string) => {
      const file = join(folder, "fonts.conf");
      await writeFile(
        file,
        `<fontconfig><dir>${fontFolder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
      );
      // A wrapper, because the browser's own setting would win over that of the surroundings.
      const wrapper = join(folder, "headless-shell");
      const libraries = own.value.env.LD_LIBRARY_PATH;
      await writeFile(
        wrapper,
        `#!/bin/sh\nexec env FONTCONFIG_FILE=${file} LD_LIBRARY_PATH=${libraries} ${own.value.executablePath} "$@"\n`,
        { mode: 0o755 },
      );
      await using printer = openChromiumPrinter({
        surroundings: testSurroundings(),
        browser: wrapper,
        tabs: 1,
      });
      return await printer.print(sheetJob("<p>Hello</p>"));
    };
    try {
      expect(await printWith(bundledFolder)).toMatchObject({ ok: true, value: { kind: "printed" } });
      expect(await printWith(join(folder, "nothing"))).toMatchObject({
        ok: false,
        diagnostics: [{ code: "page-blank", cause: "environment" }],
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
