import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../src/formats/artifact.ts";
import type { Execbrief } from "../../src/open-execbrief.ts";
import type { BuildOrder } from "../../src/project/brief-builder.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { testSurroundings } from "../support/surroundings.ts";

const BRIEFS = path.resolve(import.meta.dirname, "../../briefs");
const NAMES = ["deepseek", "crowdstrike-outage", "third-party-cookies"];
const SETS = ["boardroom", "marketing", "memo"];
const SETTINGS = "locale: en\npage: A4\n";

/** The fingerprints of everything that a build makes, by its name. */
type Fingerprints = Readonly<Record<string, string>>;

const folders: string[] = [];
let browser: Execbrief;
let expected: Fingerprints;

beforeAll(async () => {
  browser = await openTestExecbrief({ folder: projectFolder(), jobs: 1 });
  expected = await fingerprintsOf(browser, NAMES);
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("a build makes files of every format, and pictures for messages", () => {
  // A message is HTML, with its pictures beside it.
  const kinds = Object.keys(expected).map((name) => path.extname(name));
  expect(new Set(kinds)).toEqual(new Set([".pdf", ".html", ".txt", ".png"]));
  expect(kinds.filter((kind) => kind === ".pdf").length).toBeGreaterThan(NAMES.length);
});

test("a second build in the same browser gives the same bytes", async () => {
  expect(await fingerprintsOf(browser, NAMES)).toEqual(expected);
});

test("briefs in another order give the same bytes", async () => {
  expect(await fingerprintsOf(browser, NAMES.toReversed())).toEqual(expected);
});

describe("on another machine, or as good as that", () => {
  test("a fresh browser, another folder and other jobs give the same bytes", async () => {
    const folder = path.join(projectFolder(), "further", "down");
    mkdirSync(folder, { recursive: true });
    fill(folder);
    await using other = await openTestExecbrief({ folder, jobs: 3 });
    expect(await fingerprintsOf(other, NAMES)).toEqual(expected);
  });

  test.each(SETS)("%s gives the same bytes in two browsers", async (template) => {
    await using other = await openTestExecbrief({ folder: projectFolder(), jobs: 2 });
    const order = { template, formats: ["pdf", "html"] } as const;
    const [one, two] = [browser, other].map((each) => fingerprintsOf(each, NAMES.slice(0, 2), order));
    expect(await one).toEqual(await two);
  });

  test("another time zone, language and home give the same bytes", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Kiritimati";
    try {
      const env = { ...process.env, TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };
      const homeFolder = emptyFolder();
      const surroundings = testSurroundings({ env, homeFolder });
      await using other = await openTestExecbrief({ folder: projectFolder(), jobs: 1, surroundings });
      expect(await fingerprintsOf(other, ["third-party-cookies"])).toEqual(partOf("third-party-cookies"));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

describe("SOURCE_DATE_EPOCH", () => {
  test("gives a PDF its date instead of the brief, and changes nothing else that is seen", async () => {
    const surroundings = testSurroundings({ env: { ...process.env, SOURCE_DATE_EPOCH: "1700000000" } });
    await using other = await openTestExecbrief({ folder: projectFolder(), jobs: 1, surroundings });
    const dated = await fingerprintsOf(other, ["third-party-cookies"]);
    const changed = Object.keys(dated).filter((name) => dated[name] !== expected[name]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((name) => name.endsWith(".pdf"))).toBe(true);
    const [pdf] = await artifactsOf(other, ["third-party-cookies"], { formats: ["pdf"] });
    const text = Buffer.from(pdf?.artifact.bytes ?? []).toString("latin1");
    expect(text).toContain("<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>");
    expect(text).toContain("<xmp:ModifyDate>2023-11-14T22:13:20Z</xmp:ModifyDate>");
  });

  test.each(["soon", "1e9"])("is left alone where it is no number of seconds: “%s”", async (value) => {
    const surroundings = testSurroundings({ env: { ...process.env, SOURCE_DATE_EPOCH: value } });
    await using other = await openTestExecbrief({ folder: projectFolder(), jobs: 1, surroundings });
    const dated = await fingerprintsOf(other, ["third-party-cookies"], { formats: ["pdf"] });
    expect(partOf("third-party-cookies")).toMatchObject(dated);
  });
});

/** A project with the bundled briefs, in a folder of its own. */
function projectFolder(): string {
  const folder = emptyFolder();
  fill(folder);
  return folder;
}

function fill(folder: string): void {
  mkdirSync(path.join(folder, "briefs"));
  writeFileSync(path.join(folder, "brief.config.yaml"), SETTINGS);
  for (const name of NAMES) {
    const file = `${name}.yaml`;
    writeFileSync(path.join(folder, "briefs", file), readFileSync(path.join(BRIEFS, file)));
  }
}

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "execbrief-test-"));
  folders.push(folder);
  return folder;
}

async function fingerprintsOf(
  execbrief: Execbrief,
  briefs: readonly string[],
  order?: BuildOrder,
): Promise<Fingerprints> {
  const artifacts = await artifactsOf(execbrief, briefs, order);
  const files = artifacts.flatMap(({ brief, artifact: { name, bytes, mail } }) => [
    [`${brief}/${name}`, bytes] as const,
    ...(mail?.images ?? []).map((image) => [`${brief}/${name}/${image.name}`, image.bytes] as const),
  ]);
  return Object.fromEntries(
    files.map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]),
  );
}

async function artifactsOf(
  execbrief: Execbrief,
  briefs: readonly string[],
  order: BuildOrder = { formats: ["pdf", "html", "email", "text"] },
): Promise<readonly { readonly brief: string; readonly artifact: Artifact }[]> {
  const inputs = briefs.map((brief) => `${execbrief.project.folder}/briefs/${brief}.yaml`);
  const made: { brief: string; artifact: Artifact }[] = [];
  for await (const { slug, editions, ok, diagnostics } of execbrief.buildAll(inputs, {
    ...order,
    preflight: false,
  })) {
    if (!ok) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    made.push(
      ...editions.flatMap(({ artifacts }) => artifacts.map((artifact) => ({ brief: slug, artifact }))),
    );
  }
  return made;
}

const partOf = (brief: string): Fingerprints =>
  Object.fromEntries(Object.entries(expected).filter(([name]) => name.startsWith(brief)));
