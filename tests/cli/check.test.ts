import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openBehavingServer, says } from "../links/behaving-server.ts";
import { useBriefProgram } from "./brief-program.ts";
import { GOOD_BRIEF as GOOD, WEAK_BRIEF as WEAK } from "./good-brief.ts";

const program = useBriefProgram();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-check-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BAD = GOOD.replace("title:", "titel:").replace("date: 2025-02-03", "date: 2025-02-30");
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const brief = (...args: string[]) => program.run(args, { folder });

test("a clean brief is one line, and nothing is written", async () => {
  write("good.yaml", GOOD);
  const clean = { code: 0, out: "✓ good.yaml  no findings\n", err: "" };
  expect(await brief("check", "good.yaml", "--strict")).toEqual(clean);
  expect(readdirSync(folder)).toEqual(["good.yaml"]);
});

test("several briefs are summed up, and every finding of every brief is shown", async () => {
  write("good.yaml", GOOD);
  write("weak.yaml", WEAK);
  write("bad.yaml", BAD);
  const { code, out, err } = await brief("check", "bad.yaml", "good.yaml", "weak.yaml");
  expect(code).toBe(1);
  expect(err).toContain("unknown-key");
  expect(err).toContain("bad-date");
  expect(err).toContain("weak.yaml:17:48  warning  question-double");
  expect(out).toContain("✗ bad.yaml");
  expect(out).toContain("✓ weak.yaml  1 warning");
  expect(out).toContain("3 briefs checked: 1 cannot be built, 1 with warnings, 1 clean.");
});

describe("a warning", () => {
  test.each([
    { args: [], code: 0, mark: "✓" },
    { args: ["--strict"], code: 1, mark: "✗" },
    { args: ["--strict", "--quiet"], code: 1, mark: undefined },
  ])("with $args ends with $code", async ({ args, code, mark }) => {
    write("weak.yaml", WEAK);
    const run = await brief("check", "weak.yaml", ...args);
    expect(run.code).toBe(code);
    expect(run.out).toBe(mark === undefined ? "" : `${mark} weak.yaml  1 warning\n\n`);
  });

  test("that a brief accepts with a reason is counted, and passes", async () => {
    const exception =
      "exceptions:\n  - { rule: question-double, field: questions, reason: They belong together. }\n";
    write("weak.yaml", WEAK + exception);
    expect(await brief("check", "weak.yaml", "--strict")).toEqual({
      code: 0,
      out: "✓ weak.yaml  no findings, 1 accepted\n",
      err: "",
    });
  });

  test.each([
    ["off", 0, undefined],
    ["info", 0, "info"],
    ["error", 1, "error"],
  ])("that the project calls %s ends with %i", async (severity, code, shown) => {
    write("weak.yaml", WEAK);
    write("brief.config.yaml", `editorial: { rules: { question-double: ${severity} } }\n`);
    const run = await brief("check", "weak.yaml", "--json");
    expect(run.code).toBe(code);
    const [found] = JSON.parse(run.out).briefs[0].diagnostics;
    expect(found?.severity).toBe(shown);
  });
});

test("a rule that there is not is found in the configuration, with the one that was meant", async () => {
  write("good.yaml", GOOD);
  write("brief.config.yaml", "editorial:\n  rules:\n    question-doubel: off\n");
  const { code, err } = await brief("check", "good.yaml");
  expect(code).toBe(2);
  expect(err).toMatch(/brief\.config\.yaml:3:5 {2}error/);
  expect(err).toContain("Did you mean “question-double”?");
});

test("rules on English are silent where the project speaks another language", async () => {
  write("weak.yaml", WEAK);
  write("brief.config.yaml", "locale: fr\n");
  expect((await brief("check", "weak.yaml", "--strict")).code).toBe(0);
});

test("the edition before is looked for", async () => {
  write("good.yaml", `${GOOD}previous: first.yaml\n`);
  const { code, err } = await brief("check", "good.yaml");
  expect(code).toBe(1);
  expect(err).toContain("good.yaml:23:11  error  previous-missing");
});

describe("the forms of the report", () => {
  const finding = z.looseObject({ code: z.string(), file: z.literal("<stdin>"), line: z.int() });

  test.each([["--json"], ["--format", "json"]])(
    "%s %s answers with data, from standard input too",
    async (...form) => {
      const args = ["check", "-", ...form.filter((arg) => arg !== undefined)];
      const run = await program.run(args, { folder, input: "title: 1\n" });
      expect(run).toMatchObject({ code: 1, err: "" });
      const answer = z.strictObject({
        ok: z.literal(false),
        briefs: z.tuple([
          z.strictObject({
            file: z.literal("<stdin>"),
            accepted: z.literal(0),
            diagnostics: z.array(finding).min(1),
          }),
        ]),
        diagnostics: z.tuple([]),
      });
      answer.parse(JSON.parse(run.out));
    },
  );

  test("--format json answers a wrong command line with data too", async () => {
    const run = await brief("check", "--format", "json", "--nope");
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out)).toMatchObject({ ok: false });
  });

  test("--format github prints one annotation a finding, and the lines for people", async () => {
    write("weak.yaml", WEAK);
    const { code, out, err } = await brief("check", "weak.yaml", "--format", "github", "--strict");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    const [line, , annotation] = out.split("\n");
    expect(line).toBe("✗ weak.yaml  1 warning");
    expect(annotation).toMatch(
      /^::warning file=weak\.yaml,line=17,col=48,title=question-double::These are two .+%0AMake two/,
    );
  });

  test("--format sarif is a log of what was found and of what could not be checked", async () => {
    write("weak brief ü.yaml", WEAK);
    const { code, out } = await brief("check", "weak brief ü.yaml", "missing.yaml", "--format", "sarif");
    expect(code).toBe(2);
    const [run] = JSON.parse(out).runs;
    expect(run.results).toMatchObject([
      {
        ruleId: "question-double",
        level: "warning",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "weak%20brief%20%C3%BC.yaml", uriBaseId: "%SRCROOT%" },
              region: { startLine: 17, startColumn: 48 },
            },
          },
        ],
      },
    ]);
    expect(run.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: "path-missing" } }] },
    ]);
  });

  test("another form is refused with those that there are", async () => {
    const { code, err } = await brief("check", "--format", "xml");
    expect(code).toBe(2);
    expect(err).toContain("There are: text, json, sarif, github.");
  });
});

describe("--online", () => {
  const withLinks = (urls: readonly string[]) =>
    GOOD.replace("title: Ledger of January,", `title: Ledger of January, url: "${urls[0]}",`).replace(
      "title: Contract,",
      `title: Contract, url: "${urls[1]}",`,
    );
  const online = (...args: string[]) =>
    program.run(["check", "--online", ...args], {
      folder,
      env: { EXECBRIEF_CACHE: path.join(folder, ".cache") },
    });

  test("asks each address once, says who asks, and finds what is gone", async () => {
    await using server = await openBehavingServer({ "/here": says(200) });
    write("brief.config.yaml", "editorial: { allowLocalLinks: true }\n");
    write("links.yaml", withLinks([server.at("/here"), server.at("/gone")]));
    const { code, out, err } = await online("links.yaml", "--strict");
    expect(code).toBe(1);
    expect(out).toBe("✗ links.yaml  1 warning\n\n");
    expect(err).toMatch(/^links\.yaml:22:\d+ {2}warning {2}link-broken\n/);
    expect(server.visits.map(({ method, path: at }) => `${method} ${at}`).sort()).toEqual([
      "GET /gone",
      "HEAD /gone",
      "HEAD /here",
    ]);
    expect(new Set(server.visits.map(({ userAgent }) => userAgent))).toEqual(
      new Set([expect.stringMatching(/^execbrief\/\d+\.\d+\.\d+ /)]),
    );

    expect((await online("links.yaml", "--strict")).code).toBe(1);
    expect(server.visits).toHaveLength(3);
  });

  test("leaves this machine’s network alone unless the project allows it", async () => {
    await using server = await openBehavingServer({ "/": says(200) });
    write("links.yaml", withLinks([server.at("/"), server.at("/", "localhost")]));
    const { code, out, err } = await online("links.yaml", "--strict");
    expect({ code, out }).toEqual({ code: 0, out: "✓ links.yaml  2 remarks\n\n" });
    expect(err.match(/info {2}link-local/g)).toHaveLength(2);
    expect(server.visits).toEqual([]);
  });

  test("without it nobody is asked", async () => {
    await using server = await openBehavingServer({});
    write("brief.config.yaml", "editorial: { allowLocalLinks: true }\n");
    write("links.yaml", withLinks([server.at("/a"), server.at("/b")]));
    expect((await brief("check", "links.yaml", "--strict")).code).toBe(0);
    expect(server.visits).toEqual([]);
  });
});
