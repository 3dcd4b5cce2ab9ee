import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadLabels } from "../../src/project/load-labels.ts";
import { folderOf } from "../render/folder-of.ts";

const BUNDLED = path.resolve(import.meta.dirname, "../../locales");
const english = readFileSync(path.join(BUNDLED, "en.yaml"), "utf8");

test.each([
  ["en", "English"],
  ["de", "Deutsch"],
  ["de-AT", "Deutsch"],
  ["de-Latn-AT", "Deutsch"],
  ["DE-at", "Deutsch"],
  ["fr-CA-u-ca-gregory", "Français"],
])("%s has the labels of %s", async (locale, language) => {
  const labels = await loadLabels(locale, [BUNDLED]);
  expect(labels.ok && labels.value.language.toLowerCase()).toBe(language.toLowerCase());
});

test("the project’s labels come before those that are bundled, and the nearer tag before the wider", async () => {
  const project = folderOf({
    "de.yaml": english,
    "de-CH.yaml": english.replace("language: English", "language: Swiss"),
  });
  const languageOf = async (locale: string) => {
    const labels = await loadLabels(locale, [project, BUNDLED]);
    return labels.ok ? labels.value.language : labels.diagnostics;
  };
  expect(await languageOf("de")).toBe("English");
  expect(await languageOf("de-CH")).toBe("Swiss");
  expect(await languageOf("es")).not.toBe("English");
});

test.each([
  ["xx", "locale-missing"],
  ["../en", "locale-malformed"],
  ["en/../en", "locale-malformed"],
  ["", "locale-malformed"],
  ["en_GB", "locale-malformed"],
])("%j is %s", async (locale, code) => {
  expect((await loadLabels(locale, [BUNDLED])).diagnostics.map((finding) => finding.code)).toEqual([code]);
});
