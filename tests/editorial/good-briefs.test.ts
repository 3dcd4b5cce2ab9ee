import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import type { Diagnostic, Place } from "../../src/diagnostics/diagnostic.ts";
import { reviewBrief } from "../../src/editorial/review-brief.ts";

const root = new URL("../../", import.meta.url);
const AUDIENCES = ["c-level", "marketing"];

/** What a strict editor would say of a good brief too. */
const trueFindings: { brief: string; rule: string; at: string; reason: string }[] = parse(
  readFileSync(new URL("true-findings.yaml", import.meta.url), "utf8"),
);

const good = readdirSync(new URL("tests/briefs/good/", root))
  .filter((name) => name.endsWith(".yaml"))
  .sort();

test.each(good)("%s draws no finding but true ones", async (name) => {
  const found = await review(`tests/briefs/good/${name}`);
  const accepted = trueFindings.filter(({ brief }) => brief === name);
  const isAccepted = ({ code, where }: Diagnostic) =>
    accepted.some(({ rule, at }) => rule === code && lineOf(where).includes(at));
  expect(found.filter((diagnostic) => !isAccepted(diagnostic)).map(inOneLine)).toEqual([]);
});

test("every true finding is still found", async () => {
  const gone = await Promise.all(
    trueFindings.map(async ({ brief, rule, at }) => {
      const found = await review(`tests/briefs/good/${brief}`);
      return found.some(({ code, where }) => code === rule && lineOf(where).includes(at))
        ? []
        : [`${brief} ${rule}`];
    }),
  );
  expect(gone.flat()).toEqual([]);
});

test.each(readdirSync(new URL("briefs/", root)).filter((name) => name.endsWith(".yaml")))(
  "the bundled %s draws no finding",
  async (name) => {
    expect((await review(`briefs/${name}`)).map(inOneLine)).toEqual([]);
  },
);

async function review(path: string): Promise<readonly Diagnostic[]> {
  const text = readFileSync(new URL(path, root), "utf8");
  const parsed = parseBrief({ path, text }, { knownAudiences: AUDIENCES });
  if (!parsed.ok)
    throw new Error(`${path} is no valid brief: ${parsed.diagnostics.map(inOneLine).join("; ")}`);
  const settings = { language: parsed.value.brief.locale ?? "en", rules: {}, sourceMaxAgeMonths: 18 };
  return reviewBrief(parsed.value, settings);
}

const lineOf = (where: Place | undefined): string =>
  where?.text?.split("\n")[where.line - 1]?.slice(where.column - 1) ?? "";

const inOneLine = ({ code, where, message, hint }: Diagnostic): string =>
  `${where?.line}:${where?.column} ${code}: ${message} ${hint ?? ""}`;
