import { describe, expect, test } from "vitest";
import { EDITION_SHAPE } from "../../src/edition/edition-shape.ts";
import { compileTemplates } from "../../src/render/compile-templates.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";
import { BUNDLED_SETS, bundledEditions } from "./bundled-editions.ts";
import { findingsIn, templateCases } from "./template-cases.ts";

const faulty = templateCases("faulty-templates");

test("there are more than sixty faulty templates", () => {
  expect(faulty.length).toBeGreaterThan(60);
  expect(new Set(faulty.map(({ name }) => name)).size).toBe(faulty.length);
});

test.each(faulty.map((one) => [one.name, one] as const))("%s is told at its place", (_name, one) => {
  expect(findingsIn(one)).toEqual(one.expected);
});

/** Readers of a brief with little, and of those that are bundled. */
const editions = [
  editionOf(sampleBrief()),
  ...(await bundledEditions("executive")).map(({ edition }) => edition),
];

const sound = templateCases("sound-templates");

test.each(sound.map((one) => [one.name, one] as const))("%s is no fault", (_name, one) => {
  expect(findingsIn(one)).toEqual([]);
});

test.each(sound.map((one) => [one.name, one] as const))("%s can be written", (_name, { group, use }) => {
  const { output, helpers, shape = EDITION_SHAPE } = use;
  const printer = compileTemplates(group, output, helpers, shape);
  if (!printer.ok) throw new Error("the template does not compile");
  for (const edition of editions) {
    const mail = { preheader: "", logo: null, chart: null, isLongTable: false, reply: null };
    expect(printer.value({ ...edition, mail }).diagnostics).toEqual([]);
  }
});

describe.each(BUNDLED_SETS)("the templates of %s", (name) => {
  test("are without fault, and write every edition of every bundled brief", async () => {
    const made = await bundledEditions(name);
    const mail = { preheader: "", logo: null, chart: null, isLongTable: true, reply: null };
    for (const { edition, workshop } of made) {
      const message = workshop.mailroom.mail();
      const text = workshop.mailroom.text();
      expect([...message.diagnostics, ...text.diagnostics]).toEqual([]);
      expect(workshop.renderer.render(edition).diagnostics).toEqual([]);
      if (message.ok) expect(message.value.render(edition, mail).diagnostics).toEqual([]);
      if (text.ok) expect(text.value.render(edition).diagnostics).toEqual([]);
    }
  });
});
