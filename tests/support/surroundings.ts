import { homedir, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Surroundings } from "../../src/chromium/surroundings.ts";

/** This machine, with one cache folder for all suites, so that the embedded browser is unpacked once. */
export const testSurroundings = (changes: Partial<Surroundings> = {}): Surroundings => ({
  env: process.env,
  platform: process.platform,
  arch: process.arch,
  homeFolder: homedir(),
  cacheFolder: fileURLToPath(new URL("../../node_modules/.cache/execbrief", import.meta.url)),
  tempFolder: tmpdir(),
  ...changes,
});
