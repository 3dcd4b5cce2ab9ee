import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";

/** A process as ps(1) shows it. */
export interface ProcessInfo {
  readonly id: number;
  readonly parentId: number;
  readonly command: string;
}

/** All processes that run on this machine now; those that have ended and wait for their parent are left out. */
export const runningProcesses = (): ProcessInfo[] =>
  execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8", maxBuffer: 1 << 24 })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && !match[3]?.startsWith("Z"))
    .map((match) => ({
      id: Number(match?.[1]),
      parentId: Number(match?.[2]),
      command: match?.[4] ?? "",
    }));

/** The processes that use a browser profile of the given process. */
export const browserProcessesOf = (ownerId: number): ProcessInfo[] =>
  runningProcesses().filter(({ command }) => command.includes(`execbrief-profile-${ownerId}-`));

/** The processes that the given one started, and those that these started. */
export function descendantsOf(id: number, all = runningProcesses()): ProcessInfo[] {
  const children = all.filter(({ parentId }) => parentId === id);
  return children.flatMap((child) => [child, ...descendantsOf(child.id, all)]);
}

/** The profile folders of the given process. */
export const profileFoldersOf = (ownerId: number, tempFolder = tmpdir()): string[] =>
  readdirSync(tempFolder).filter((name) => name.startsWith(`execbrief-profile-${ownerId}-`));
