import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { findEvidence } from "./find-evidence.ts";
import { mutationsOf } from "./mutations.ts";

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../briefs/${name}`, import.meta.url), "utf8"));

/** Codes that `--strict` fails on. */
const faultsOf = (data: unknown): string[] =>
  findEvidence(stringify(data))
    .filter(({ severity }) => severity !== "info")
    .map(({ code }) => code);

test("the DeepSeek brief has no fault, and a copy without any one citation, caveat or source has one", () => {
  const brief = read("deepseek.yaml");
  expect(faultsOf(brief)).toEqual([]);
  const mutations = mutationsOf(brief);
  expect(mutations.length).toBeGreaterThan(40);
  const unnoticed = mutations.filter(({ data }) => faultsOf(data).length === 0);
  expect(unnoticed.map(({ removed }) => removed)).toEqual([]);
});

/** A citation behind a fact without number, name or list of sources leaves nothing that tells it is gone. */
const NOTICED_SHARE = 0.75;

test.each(["crowdstrike-outage.yaml", "third-party-cookies.yaml"])(
  "most copies of %s without one citation, caveat or source have a new fault",
  (name) => {
    const brief = read(name);
    const before = faultsOf(brief);
    const mutations = mutationsOf(brief);
    const noticed = mutations.filter(({ data }) => hasMore(faultsOf(data), before));
    expect(noticed.length / mutations.length).toBeGreaterThan(NOTICED_SHARE);
  },
);

/** Whether a code stands there that did not before, or more often. */
const hasMore = (codes: readonly string[], before: readonly string[]): boolean =>
  codes.some((code) => timesIn(codes, code) > timesIn(before, code));

const timesIn = (codes: readonly string[], code: string): number =>
  codes.filter((other) => other === code).length;
