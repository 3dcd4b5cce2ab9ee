import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Corpus } from "../../scripts/measure-precision.ts";

const folder = new URL("sentences/", import.meta.url);

/** The labelled sentences of every rule that has some. */
export function readCorpora(): Corpus[] {
  return readdirSync(folder)
    .sort()
    .map((name) => parse(readFileSync(new URL(name, folder), "utf8")));
}
