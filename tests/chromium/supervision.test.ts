import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { BrowserEvent } from "../../src/chromium/browser-choice.ts";
import { type ChromiumPrinter, openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import {
  browserProcessesOf,
  descendantsOf,
  profileFoldersOf,
  runningProcesses,
} from "../support/processes.ts";
import { section, sheetJob, someWords } from "../support/sheet.ts";
import { testSurroundings } from "../support/surroundings.ts";

const PAGE = sheetJob(section("Event", someWords(60)));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A temp folder of the suite's own: other suites print at the same time. */
let tempFolder = "";
beforeAll(async () => {
  tempFolder = await mkdtemp(join(testSurroundings().tempFolder, "execbrief-test-"));
});
afterAll(() => rm(tempFolder, { recursive: true, force: true }));

function open(options: { tabs?: number; deadlineMs?: number; browser?: string } = {}) {
  const events: BrowserEvent[] = [];
  const surroundings = testSurroundings({ tempFolder });
  const onEvent = (event: BrowserEvent) => events.push(event);
  return { printer: openChromiumPrinter({ surroundings, tabs: 1, onEvent, ...options }), events };
}

const processIdOf = (printer: ChromiumPrinter): number => printer.describe()?.processId ?? Number.NaN;

/** Browser processes of this suite: those with its temp folder in their command line. */
const ownBrowsers = () => runningProcesses().filter(({ command }) => command.includes(tempFolder));

describe.skipIf(process.platform === "win32")("A supervised browser", () => {
  it("is launched by the first job, not before", async () => {
    const { printer } = open();
    await using _ = printer;
    expect(printer.describe()).toBeUndefined();
    expect(ownBrowsers()).toEqual([]);
    await printer.print(PAGE);
    expect(printer.describe()?.version).toMatch(/Chrom/);
  });

  it("is launched again after it was killed while pages were looked at", async () => {
    const { printer } = open({ tabs: 2 });
    await using _ = printer;
    await printer.print(PAGE);
    const job = { ...PAGE, media: ["paper", "screen", "dark-screen"] as const };
    const { html, page, media } = job;
    const printing = Array.from({ length: 8 }, () => printer.print(job));
    const looking = Array.from({ length: 4 }, () => printer.look({ html, page, media }));
    await Promise.any(printing);
    process.kill(processIdOf(printer), "SIGKILL");
    const outcomes = await Promise.all([...printing, ...looking]);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("is launched again after it was killed, and every job is done", async () => {
    const { printer, events } = open({ tabs: 2 });
    await using _ = printer;
    await printer.print(PAGE);
    const firstId = processIdOf(printer);
    const jobs = Array.from({ length: 12 }, () => printer.print(PAGE));
    await Promise.any(jobs);
    process.kill(firstId, "SIGKILL");
    const outcomes = await Promise.all(jobs);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(processIdOf(printer)).not.toBe(firstId);
    expect(events.filter(({ kind }) => kind === "launched")).toHaveLength(2);
  });

  it("is launched again when it was killed between two jobs", async () => {
    const { printer } = open();
    await using _ = printer;
    await printer.print(PAGE);
    process.kill(processIdOf(printer), "SIGKILL");
    expect(await printer.print(PAGE)).toMatchObject({ ok: true });
  });

  it("gives a job whose page crashed another page", async () => {
    const { printer, events } = open();
    await using _ = printer;
    await printer.print(PAGE);
    const renderers = descendantsOf(processIdOf(printer)).filter(({ command }) =>
      command.includes("--type=renderer"),
    );
    expect(renderers).not.toEqual([]);
    for (const { id } of renderers) process.kill(id, "SIGKILL");
    expect(await printer.print(PAGE)).toMatchObject({ ok: true });
    expect(events.filter(({ kind }) => kind === "launched")).toHaveLength(1);
  });

  it("is given up when it fails twice, with a finding", async () => {
    const { printer } = open({ tabs: 1 });
    await using _ = printer;
    await printer.print(PAGE);
    const killer = setInterval(() => {
      const id = printer.describe()?.processId;
      if (id) process.kill(id, "SIGKILL");
    }, 1);
    const outcome = await printer.print(PAGE).finally(() => clearInterval(killer));
    expect(outcome).toMatchObject({ ok: false, diagnostics: [{ cause: "environment" }] });
    expect(["browser-crashed", "browser-launch-failed"]).toContain(outcome.diagnostics[0]?.code);
    // A failure is not remembered.
    expect(await printer.print(PAGE)).toMatchObject({ ok: true });
  });

  it("reports a program that is no browser, with what it complained about", async () => {
    const browser = join(tempFolder, "no-browser");
    await writeFile(
      browser,
      "#!/bin/sh\necho 'error while loading shared libraries: libnss3.so' >&2\nexit 127\n",
    );
    await chmod(browser, 0o755);
    const { printer } = open({ browser });
    await using _ = printer;
    expect(await printer.print(PAGE)).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: "browser-launch-failed",
          message: expect.stringContaining("libnss3.so"),
          cause: "environment",
        },
      ],
    });
    expect(profileFoldersOf(process.pid, tempFolder)).toEqual([]);
  });

  it("reports a program that never answers when the deadline is over, and ends it", async () => {
    const browser = join(tempFolder, "silent-browser");
    await writeFile(browser, "#!/bin/sh\nexec sleep 1000\n");
    await chmod(browser, 0o755);
    const { printer } = open({ browser, deadlineMs: 200 });
    const outcome = await printer.print(PAGE);
    expect(["print-timeout", "browser-launch-failed"]).toContain(outcome.diagnostics[0]?.code);
    await printer[Symbol.asyncDispose]();
    expect(profileFoldersOf(process.pid, tempFolder)).toEqual([]);
  });

  it("gives up a page at the deadline and prints the next", async () => {
    const { printer } = open({ deadlineMs: 4000 });
    await using _ = printer;
    const endless = `<p>${"<span style='display:inline-block'>".repeat(200)}x</p>`.repeat(3000);
    expect(await printer.print(sheetJob(endless))).toMatchObject({
      ok: false,
      diagnostics: [{ code: "print-timeout", cause: "environment" }],
    });
    expect(await printer.print(PAGE)).toMatchObject({ ok: true });
  });

  it("stops for a signal and prints the next", async () => {
    const { printer } = open();
    await using _ = printer;
    const stopped = new AbortController();
    const printing = printer.print(PAGE, stopped.signal);
    stopped.abort();
    expect(await printing).toMatchObject({ ok: false, diagnostics: [{ code: "print-cancelled" }] });
    expect(await printer.print(PAGE)).toMatchObject({ ok: true });
  });

  it.each([
    { about: "idle", begin: async (printer: ChromiumPrinter) => void (await printer.print(PAGE)) },
    { about: "printing", begin: async (printer: ChromiumPrinter) => void printer.print(PAGE) },
    { about: "being launched", begin: async (printer: ChromiumPrinter) => printer.warmUp() },
  ])("leaves no process and no folder when it is closed while $about", async ({ begin }) => {
    const { printer } = open({ tabs: 2 });
    await begin(printer);
    await printer[Symbol.asyncDispose]();
    await vi.waitFor(() => expect(ownBrowsers()).toEqual([]), 5000);
    expect(profileFoldersOf(process.pid, tempFolder)).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("A process that is killed", () => {
  it("takes its browser with it, and the next launch removes the profile it left", async () => {
    const compiled = await mkdtemp(join(root, "node_modules/.cache/execbrief-compiled-"));
    try {
      compile(compiled);
      const script = join(compiled, "print-and-wait.mjs");
      await writeFile(script, printAndWait(compiled));
      const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
      const childId = child.pid ?? Number.NaN;
      const [said] = await once(child.stdout, "data");
      expect(String(said)).toContain("printed");
      expect(browserProcessesOf(childId).length).toBeGreaterThan(0);

      child.kill("SIGKILL");
      await once(child, "exit");
      await vi.waitFor(() => expect(browserProcessesOf(childId)).toEqual([]), 10_000);
      expect(profileFoldersOf(childId, tempFolder)).toHaveLength(1);

      const { printer } = open();
      await printer.print(PAGE);
      await printer[Symbol.asyncDispose]();
      expect(profileFoldersOf(childId, tempFolder)).toEqual([]);
    } finally {
      await rm(compiled, { recursive: true, force: true });
    }
  });

  function compile(outFolder: string): void {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    execFileSync(
      process.execPath,
      [tsc, "-p", join(root, "tsconfig.json"), "--outDir", outFolder, "--noCheck"],
      {
        stdio: "inherit",
      },
    );
  }

  function printAndWait(compiled: string): string {
    const module = pathToFileURL(join(compiled, "chromium/chromium-printer.js")).href;
    const surroundings = { ...testSurroundings({ tempFolder }), env: undefined };
    return `import { openChromiumPrinter } from ${JSON.stringify(module)};
const surroundings = { ...${JSON.stringify(surroundings)}, env: process.env };
const printer = openChromiumPrinter({ surroundings, tabs: 1 });
const outcome = await printer.print(${JSON.stringify(PAGE)});
console.log(outcome.ok ? "printed" : JSON.stringify(outcome));
setInterval(() => {}, 1000);
`;
  }
});
