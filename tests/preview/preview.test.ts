import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { View } from "../../src/preview/preview-api.ts";
import { openTestPreview, type TestPreview } from "./open-test-preview.ts";
import { CHARTED_BRIEF, CONFIG, FEES, LONG_BRIEF, MASTHEAD, PROJECT } from "./preview-project.ts";

let preview: TestPreview;
beforeAll(async () => {
  preview = await openTestPreview(PROJECT, { brief: "briefs/fees.yaml" });
});
afterAll(() => preview[Symbol.asyncDispose]());

const save = (name: string, text: string) => () => preview.write(name, text);
const saveBrief = (text: string) => save("briefs/fees.yaml", text);

/** Whether a view has this text; without the view in the report, since that holds all its fonts. */
const shows = async (view: View, text: string) => (await preview.text(view)).includes(text);

describe("A preview", () => {
  it("shows a brief in every view, with all that can be chosen", async () => {
    const state = await preview.state();
    expect(state).toMatchObject({
      status: "good",
      stale: [],
      findings: [],
      selection: { brief: "briefs/fees.yaml", audience: "all", template: "house", page: "A4", locale: "en" },
      sheets: 1,
      paper: { widthMm: 210, heightMm: 297 },
    });
    expect(state.choices.briefs.map(({ label }) => label)).toEqual(["fees", "other"]);
    expect(state.choices.audiences.map(({ value }) => value)).toEqual(["all", "c-level", "marketing"]);
    expect(state.choices.templates.map(({ value }) => value)).toContain("house");
    expect(state.choices.pages.map(({ value }) => value)).toEqual(["A4", "Letter"]);
    expect(state.choices.locales).toContainEqual({ value: "de", label: "Deutsch" });
    expect(state.mail?.subject).toContain("Our fees fell");
    expect(state.fit?.spareWords).toBeGreaterThan(50);
    expect(state.tokens.find(({ name }) => name === "accent")).toMatchObject({
      ...{ type: "colour", value: "#8a1538", from: "project", isTried: false },
    });
  });

  it.each([
    { view: "html", type: "text/html; charset=utf-8", start: "<!DOCTYPE html>" },
    { view: "email", type: "text/html; charset=utf-8", start: "<!DOCTYPE html" },
    { view: "text", type: "text/plain; charset=utf-8", start: "" },
    { view: "sheet?page=1", type: "image/png", start: "\u{FFFD}PNG" },
    { view: "pdf", type: "application/pdf", start: "%PDF-" },
  ])("gives $view as $type", async ({ view, type, start }) => {
    const answer = await preview.get(`view/${view}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect((await answer.text()).startsWith(start)).toBe(true);
  });

  it("gives a message dark or light, with its images inside it or without them", async () => {
    const plain = await preview.text("email");
    const dark = await (await preview.get("view/email?dark=1&images=off")).text();
    const facts = (html: string) => ({
      hasImages: html.includes("data:image/png;base64,"),
      schemes: html.match(/color-scheme:(?:light|dark)(?=\})/g),
      isOpen: /cid:|prefers-color-scheme/.test(html),
    });
    expect(facts(plain)).toEqual({ hasImages: true, schemes: ["color-scheme:light"], isOpen: false });
    expect(facts(dark)).toEqual({ hasImages: false, schemes: ["color-scheme:dark"], isOpen: false });
  });
});

describe("Saving", () => {
  it("a brief changes every view", async () => {
    const before = await preview.state();
    const state = await preview.after(saveBrief(CHARTED_BRIEF.replaceAll("Our fees fell", "Our costs fell")));
    for (const [view, revision] of Object.entries(state.views))
      expect(revision).toBeGreaterThan(before.views[view as "html"] ?? Number.NaN);
    for (const view of ["html", "email", "text"] as const)
      expect(await shows(view, "Our costs fell")).toBe(true);
    expect(state.mail?.subject).toContain("Our costs fell");
  });

  it("the same again changes no view", async () => {
    const before = await preview.state();
    const { views } = await preview.after(
      saveBrief(CHARTED_BRIEF.replaceAll("Our fees fell", "Our costs fell")),
    );
    expect(views).toEqual(before.views);
  });

  it("a broken brief keeps the last good views and says where the fault is; mending it makes them new", async () => {
    const before = await preview.state();
    const broken = await preview.after(
      saveBrief(CHARTED_BRIEF.replace("confidence: high", "confidence: hihg")),
    );
    expect(broken).toMatchObject({ status: "broken", stale: ["sheet", "html", "email", "text"] });
    expect(broken.views).toEqual(before.views);
    expect(broken.findings[0]).toMatchObject({ severity: "error", file: "briefs/fees.yaml" });
    expect(broken.findings[0]?.frame).toContain("confidence: hihg");
    expect(await shows("html", "Our costs fell")).toBe(true);
    const mended = await preview.after(saveBrief(CHARTED_BRIEF));
    expect(mended).toMatchObject({ status: "good", stale: [], findings: [] });
    expect(await shows("html", "Our fees fell")).toBe(true);
  });

  it("a brief that is too long shows its HTML and how many words must go, and keeps its last sheet", async () => {
    const before = await preview.state();
    const state = await preview.after(saveBrief(LONG_BRIEF));
    expect(state).toMatchObject({ status: "broken", stale: ["sheet"] });
    expect(state.views.sheet).toBe(before.views.sheet);
    expect(state.views.html).toBeGreaterThan(before.views.html ?? Number.NaN);
    expect(state.fit?.spareWords).toBeLessThan(-100);
    expect(state.findings.map(({ code }) => code)).toContain("page-overflow");
    await preview.after(saveBrief(CHARTED_BRIEF));
  });

  it("a brief by renaming a new file over it is seen, time and again", async () => {
    for (const word of ["bills", "rates", "dues"]) {
      const state = await preview.after(() => {
        preview.write("briefs/.fees.yaml.tmp", CHARTED_BRIEF.replaceAll("Our fees", `Our ${word}`));
        renameSync(
          path.join(preview.folder, "briefs/.fees.yaml.tmp"),
          path.join(preview.folder, "briefs/fees.yaml"),
        );
      });
      expect(state.status).toBe("good");
      expect(await shows("html", `Our ${word}`)).toBe(true);
    }
  });

  it("a brief in two steps, as editors do that empty the file first, never shows an empty one", async () => {
    const file = path.join(preview.folder, "briefs/fees.yaml");
    const state = await preview.after(() => {
      writeFileSync(file, "");
      writeFileSync(file, CHARTED_BRIEF);
    });
    expect(state.status).toBe("good");
  });

  it("nothing, but deleting the brief, says so; it comes back with the file", async () => {
    const gone = await preview.after(() => rmSync(path.join(preview.folder, "briefs/fees.yaml")));
    expect(gone).toMatchObject({ status: "broken", findings: [{ code: "file-missing" }] });
    expect(gone.views.html).not.toBeNull();
    const back = await preview.after(saveBrief(CHARTED_BRIEF));
    expect(back).toMatchObject({ status: "good", findings: [] });
  });

  it.each([
    {
      about: "the data of a chart",
      name: "briefs/fees.csv",
      text: FEES.replace("January,37", "January,19"),
      shown: "19",
    },
    {
      about: "the configuration",
      name: "brief.config.yaml",
      text: `${CONFIG}brand: { footer: The last word }\n`,
      shown: "The last word",
    },
    {
      about: "a partial of the template set",
      name: "templates/house/partials/masthead.hbs",
      text: MASTHEAD.replace("Of the house", "From the house"),
      shown: "From the house",
    },
    {
      about: "a partial that was not there before",
      name: "templates/house/partials/colophon.hbs",
      text: "<p>A new last line</p>\n",
      shown: "A new last line",
    },
    {
      about: "a style sheet",
      name: "templates/house/page-extra.css",
      text: ".brief{outline-color:#123456}",
      shown: "#123456",
    },
  ])("$about is shown", async ({ name, text, shown }) => {
    const state = await preview.after(save(name, text));
    expect(state.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await shows("html", shown)).toBe(true);
  });

  it("labels of the project’s own are shown", async () => {
    const english = readFileSync("locales/en.yaml", "utf8").replace("What happened", "What came to pass");
    await preview.after(save("locales/en.yaml", english));
    expect(await shows("html", "What came to pass")).toBe(true);
  });

  it.each([
    { about: "template", name: "templates/house/partials/masthead.hbs", text: "{{#if}", mended: MASTHEAD },
    {
      about: "manifest",
      name: "templates/house/template.yaml",
      text: "extends: [",
      mended: "extends: executive\n",
    },
    { about: "configuration", name: "brief.config.yaml", text: "template: [", mended: CONFIG },
    { about: "table", name: "briefs/fees.csv", text: "label\n", mended: FEES },
  ])("a broken $about keeps the page, and mending it makes it new", async ({ name, text, mended }) => {
    const before = await preview.state();
    const broken = await preview.after(save(name, text));
    expect(broken.status).toBe("broken");
    expect(broken.views).toEqual(before.views);
    expect(await preview.after(save(name, mended))).toMatchObject({ status: "good" });
  });

  it("another brief of the project is not shown, but may be chosen", async () => {
    preview.write("briefs/third.yaml", PROJECT["briefs/other.yaml"]);
    await expect
      .poll(async () => (await preview.state()).choices.briefs.map(({ label }) => label))
      .toEqual(["fees", "other", "third"]);
  });
});
