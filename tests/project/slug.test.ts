import { expect, test } from "vitest";
import { slugOf } from "../../src/project/slug.ts";

test.each([
  ["briefs/deepseek.yaml", "deepseek"],
  ["DeepSeek R1.yml", "deepseek-r1"],
  ["a.b.c.json", "a-b-c"],
  ["übersicht_Größe.yaml", "übersicht-größe"],
  ["हिन्दी.yaml", "हिन्दी"],
  ["日本語 ブリーフ.yaml", "日本語-ブリーフ"],
  ["ﬁne ½.yaml", "fine-1-2"],
  ["e\u0301te\u0301.yaml", "été"],
  ["--a--.yaml", "a"],
  ["a/../b.yaml", "b"],
  ["<stdin>", "stdin"],
  [".yaml", "yaml"],
  ["....yaml", "brief"],
  ["🦈.yaml", "brief"],
  ["", "brief"],
  ["CON.yaml", "brief-con"],
  ["aux.json", "brief-aux"],
  ["com1.yaml", "brief-com1"],
  ["com¹.yaml", "brief-com1"],
  ["console.yaml", "console"],
  ["a\u202eb\u0000c.yaml", "a-b-c"],
  ["x:y|z?.yaml", "x-y-z"],
])("%j is written as %j", (file, slug) => {
  expect(slugOf(file)).toBe(slug);
});

test.each(["a".repeat(500), "漢".repeat(500), "𝒳-".repeat(300), `${"a".repeat(119)}-b`])(
  "a long name is cut to whole characters that a file system takes",
  (name) => {
    const slug = slugOf(`${name}.yaml`);
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(120);
    expect(Buffer.from(slug).toString()).toBe(slug);
    expect(slug).not.toMatch(/^-|-$/);
  },
);
