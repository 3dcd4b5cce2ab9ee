import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding, PreviewState } from "../../src/preview/preview-api.ts";
import { openTestPreview, type TestPreview } from "./open-test-preview.ts";
import { CHARTED_BRIEF, CONFIG, PROJECT } from "./preview-project.ts";

let preview: TestPreview;
beforeAll(async () => {
  preview = await openTestPreview(PROJECT, { brief: "briefs/fees.yaml" });
});
afterAll(() => preview[Symbol.asyncDispose]());

const select = (wanted: object) => preview.after(() => preview.post("select", wanted));
const tryTokens = (tokens: object) => preview.after(() => preview.post("try", tokens));
const html = () => preview.text("html");
const tokenOf = ({ tokens }: PreviewState, name: string) => tokens.find((token) => token.name === name);

describe("Choosing", () => {
  it.each([
    { audience: "c-level", shown: "C-level" },
    { locale: "de", shown: '<html lang="de"' },
    { page: "Letter", shown: "215.9mm" },
    { template: "memo", shown: "IBM Plex Sans" },
    { brief: "briefs/other.yaml", shown: "Their fees fell" },
  ])("shows what was chosen: $shown", async ({ shown, ...wanted }) => {
    const state = await select(wanted);
    expect(state).toMatchObject({ status: "good", selection: wanted });
    expect((await html()).includes(shown)).toBe(true);
  });

  it("keeps the other choices when another brief is chosen, but for its edition", async () => {
    const { selection } = await select({ brief: "briefs/fees.yaml" });
    const chosen = { template: "memo", page: "Letter", locale: "de" };
    expect(selection).toEqual({ brief: "briefs/fees.yaml", audience: "all", ...chosen });
  });

  it("tells at once what is selected, before it is built", async () => {
    const answer = await preview.post("select", { template: "house", page: "A4", locale: "en" });
    const state = (await answer.json()) as PreviewState;
    expect(state).toMatchObject({ selection: { template: "house", page: "A4", locale: "en" } });
    expect(state.status).toBe("building");
    await preview.after(() => preview.post("try", {}));
  });

  it("falls back to the edition for all readers when the brief gives up the one that is shown", async () => {
    await select({ audience: "marketing" });
    const state = await preview.after(() =>
      preview.write("briefs/fees.yaml", CHARTED_BRIEF.replace("[c-level, marketing]", "[c-level]")),
    );
    expect(state).toMatchObject({ status: "good", selection: { audience: "all" } });
    expect(state.choices.audiences.map(({ value }) => value)).toEqual(["all", "c-level"]);
    await preview.after(() => preview.write("briefs/fees.yaml", CHARTED_BRIEF));
  });

  it.each([
    { brief: "../outside.yaml" },
    { brief: "/etc/passwd" },
    { template: "../house" },
    { template: "nobody" },
    { page: "A0" },
    { locale: "../en" },
    { audience: "nobody" },
    { colour: "red" },
    { page: 4 },
    [],
    "A4",
  ])("refuses %j", async (wanted) => {
    const { selection } = await preview.state();
    expect((await preview.post("select", wanted)).status).toBe(400);
    expect((await preview.state()).selection).toEqual(selection);
  });
});

describe("The theme", () => {
  const config = () => readFileSync(path.join(preview.folder, "brief.config.yaml"), "utf8");
  const keep = (...tokens: string[]) => preview.post("keep", { tokens });
  const reasonOf = async (answer: Response) =>
    ((await answer.json()) as { findings: Finding[] }).findings.map(({ code }) => code);

  it("is tried without being written, and given up", async () => {
    const tried = await tryTokens({ accent: "#0b5394" });
    expect(tokenOf(tried, "accent")).toMatchObject({ value: "#0b5394", isTried: true });
    expect((await html()).includes("--accent:#0b5394")).toBe(true);
    expect(config()).toBe(CONFIG);
    const left = await tryTokens({});
    expect(tokenOf(left, "accent")).toMatchObject({ value: "#8a1538", isTried: false });
  });

  it("is tried in one template set, and not in those that do not know the token", async () => {
    await tryTokens({ edge: "12mm" });
    const other = await select({ template: "memo" });
    expect(other).toMatchObject({ status: "good", findings: [] });
    expect(other.tokens.some(({ isTried }) => isTried)).toBe(false);
    expect(tokenOf(await select({ template: "house" }), "edge")).toMatchObject({
      value: "12mm",
      isTried: true,
    });
    await tryTokens({});
  });

  it("says what is wrong with a value, and keeps the page", async () => {
    const before = await html();
    const state = await tryTokens({ accent: "no colour" });
    expect(state.status).toBe("broken");
    expect(state.findings[0]?.message).toContain("no colour");
    expect((await html()) === before).toBe(true);
    await tryTokens({});
  });

  it("is written into the configuration, the named tokens alone, with its comments kept", async () => {
    await tryTokens({ accent: "#0b5394", edge: "12mm", rule: "#cccccc" });
    const state = await preview.after(async () => {
      expect((await keep("accent", "edge")).status).toBe(204);
    });
    expect(config()).toBe(
      CONFIG.replace('accent: "#8a1538"', 'accent: "#0b5394"').replace(
        "\npage: A4",
        "  edge: 12mm\n\npage: A4",
      ),
    );
    expect(state.status).toBe("good");
    expect(tokenOf(state, "accent")).toMatchObject({ value: "#0b5394", from: "project", isTried: false });
    expect(tokenOf(state, "rule")).toMatchObject({ isTried: true });
    await preview.after(() => preview.write("brief.config.yaml", CONFIG));
    await tryTokens({});
  });

  it("is not kept for a template set that the configuration is not about", async () => {
    await select({ template: "executive" });
    await tryTokens({ accent: "#0b5394" });
    const answer = await keep("accent");
    expect(answer.status).toBe(409);
    expect(await reasonOf(answer)).toEqual(["theme-of-other-template"]);
    expect(config()).toBe(CONFIG);
    await tryTokens({});
    await select({ template: "house" });
  });

  it("is not kept where the brief sets the token itself", async () => {
    await preview.after(() =>
      preview.write("briefs/fees.yaml", `${CHARTED_BRIEF}theme: { accent: "#111188" }\n`),
    );
    await tryTokens({ accent: "#0b5394" });
    expect(await reasonOf(await keep("accent"))).toEqual(["theme-of-brief"]);
    await tryTokens({});
    await preview.after(() => preview.write("briefs/fees.yaml", CHARTED_BRIEF));
  });

  it("is not kept in a configuration that is broken", async () => {
    await tryTokens({ accent: "#0b5394" });
    await preview.after(() => preview.write("brief.config.yaml", "template: ["));
    expect(await reasonOf(await keep("accent"))).toEqual(["theme-not-kept"]);
    expect(config()).toBe("template: [");
    await preview.after(() => preview.write("brief.config.yaml", CONFIG));
    await tryTokens({});
  });

  it.each([{ body: { tokens: "accent" } }, { body: { tokens: [1] } }, { body: {} }])(
    "refuses to keep $body",
    async ({ body }) => {
      expect((await preview.post("keep", body)).status).toBe(400);
    },
  );
});

describe("Opening a place in the editor", () => {
  it("opens files of the project", async () => {
    const answer = await preview.post("open", { file: "briefs/fees.yaml", line: 3, column: 5 });
    expect(answer.status).toBe(204);
    expect(preview.opened.splice(0)).toEqual([`${path.join(preview.folder, "briefs/fees.yaml")}:3:5`]);
  });

  it("opens files elsewhere that a finding names", async () => {
    await select({ brief: "briefs/other.yaml" });
    const bundled = path.resolve("templates/executive/page.css");
    expect((await preview.post("open", { file: bundled, line: 1, column: 1 })).status).toBe(404);
    expect(preview.opened).toEqual([]);
  });
});
