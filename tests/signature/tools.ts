import { spawnSync } from "node:child_process";

/** Whether a program of others is there to judge by. */
export const hasTool = (name: string, ...args: readonly string[]): boolean =>
  spawnSync(name, args.length === 0 ? ["--version"] : args).error === undefined;

/** Runs a program and gives what it says; a failure of it is one of the test. */
export function run(name: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} ${args.join(" ")}\n${stdout}\n${stderr}`);
  return `${stdout}${stderr}`;
}

/** What a program prints, whatever it thinks of it. */
export const saidBy = (name: string, ...args: readonly string[]): string =>
  spawnSync(name, args, { encoding: "utf8" }).stdout;
