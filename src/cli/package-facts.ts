import { readFileSync } from "node:fs";

/** What package.json says about this program. */
export interface PackageFacts {
  readonly version: string;
  /** The oldest Node.js that is supported, as in `20.19`. */
  readonly oldestNode: string;
}

/** Reads the program’s own package.json. */
export function readPackageFacts(): PackageFacts {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version, engines } = JSON.parse(text) as { version: string; engines: { node: string } };
  return { version, oldestNode: engines.node.replace(/^\D*/, "") };
}
