import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { starterBrief } from "../../src/cli/starter-brief.ts";
import { useBriefProgram } from "./brief-program.ts";

const program = useBriefProgram();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-stop-"));
  mkdirSync(path.join(folder, "briefs"));
  mkdirSync(path.join(folder, "temp"));
  const text = starterBrief({ title: "A brief among many", date: "2025-02-03", schemaComment: "# test" });
  for (let index = 0; index < BRIEFS; index += 1)
    writeFileSync(path.join(folder, `briefs/b${index}.yaml`), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** More than can be built before the signal arrives. */
const BRIEFS = 60;

// Windows has no such signals.
describe.skipIf(process.platform === "win32")("a build that is stopped", () => {
  test.each([
    { signal: "SIGINT", code: 130 },
    { signal: "SIGTERM", code: 143 },
    { signal: "SIGHUP", code: 129 },
  ] as const)("by $signal ends with $code, whole files and no profile folder", async ({ signal, code }) => {
    const env = { TMPDIR: path.join(folder, "temp") };
    const { process: child, done } = program.start(["build"], { folder, env });
    await firstFile();
    child.kill(signal);
    const run = await done;
    expect(run.code).toBe(code);
    expect(run.out).toMatch(/Stopped: \d+ of 60 briefs built\. Every file is whole, old or new\.\n$/);
    expect(run.err).toBe("");

    const files = outputFiles();
    expect(files.length).toBeLessThan(BRIEFS * 6);
    expect(files.filter((file) => !/\.(?:pdf|html)$/.test(file))).toEqual([]);
    const broken = files.filter((file) => !/(?:%%EOF|<\/html>)\s*$/.test(endOf(file)));
    expect(broken).toEqual([]);
    expect(readdirSync(path.join(folder, "temp"))).toEqual([]);
  });

  test("still answers --json with a document", async () => {
    const { process: child, done } = program.start(["build", "--json"], { folder });
    await firstFile();
    child.kill("SIGINT");
    const { code, out } = await done;
    expect(code).toBe(130);
    const data = JSON.parse(out);
    expect(data).toMatchObject({ ok: false, diagnostics: [] });
    expect(data.briefs).toHaveLength(BRIEFS);
  });

  test("while it waits for standard input ends at once", async () => {
    const { process: child, done } = program.start(["build", "-"], { folder, keepOpen: true });
    await wait(1000);
    child.kill("SIGINT");
    expect(await done).toMatchObject({ code: 130 });
  });
});

async function firstFile(): Promise<void> {
  while (outputFiles().length === 0) await wait(20);
}

function outputFiles(): string[] {
  try {
    return readdirSync(path.join(folder, "output"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.includes("."),
    );
  } catch {
    return [];
  }
}

const endOf = (file: string): string =>
  readFileSync(path.join(folder, "output", file))
    .subarray(-20)
    .toString("latin1");
