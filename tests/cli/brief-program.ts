import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** What a run of the program left behind. */
interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a run differs from the usual one. */
interface RunOptions {
  readonly folder: string;
  readonly input?: string | Uint8Array;
  /** Leaves standard input open, as a terminal does. */
  readonly keepOpen?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The program as users start it, compiled from the sources as they are now. */
export interface BriefProgram {
  run(args: readonly string[], options: RunOptions): Promise<Run>;
  /** Starts it without waiting; the test ends it. */
  start(args: readonly string[], options: RunOptions): { process: ChildProcess; done: Promise<Run> };
  /** Puts the package where npm would put it, and returns the path of its program. */
  installIn(project: string): string;
}

/** Compiles the program once for a test file and takes it away afterwards. */
export function useBriefProgram(): BriefProgram {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "execbrief-cli-"));
    compile(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start: BriefProgram["start"] = (args, { folder: cwd, input, env, keepOpen }) => {
    const main = path.join(folder, "dist/cli/main.js");
    const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...plainEnvironment(), ...env } });
    child.stdin.on("error", () => {});
    if (!keepOpen) child.stdin.end(input ?? "");
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const done = new Promise<Run>((resolve) => child.on("close", (code) => resolve({ code, out, err })));
    return { process: child, done };
  };
  const installIn: BriefProgram["installIn"] = (project) => {
    const modules = path.join(project, "node_modules");
    cpSync(folder, path.join(modules, "execbrief"), { recursive: true, verbatimSymlinks: true });
    return path.join(modules, "execbrief/dist/cli/main.js");
  };
  return { start, run: (args, options) => start(args, options).done, installIn };
}

/** Everything beside `dist` that the package has: what the program looks for is found from its own place. */
function compile(folder: string): void {
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const project = path.join(root, "tsconfig.json");
  const args = [tsc, "-p", project, "--outDir", path.join(folder, "dist"), "--declaration", "false"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  // Types are checked elsewhere; here it matters that there is a program.
  if (!existsSync(path.join(folder, "dist/cli/main.js"))) throw new Error(`It does not compile:\n${stdout}`);
  for (const name of ["package.json", "templates", "locales", "preview", "schema"]) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
}

/** The environment without what would change the look of the output. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...rest } = process.env;
  return rest;
}
