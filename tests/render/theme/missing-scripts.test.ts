import { expect, test } from "vitest";
import { loadFonts } from "../../../src/render/load-fonts.ts";
import { missingScripts } from "../../../src/render/theme/missing-scripts.ts";
import { folderOf } from "../folder-of.ts";

const face = {
  family: "Source Sans 3",
  package: "@fontsource/source-sans-3",
  weight: 400,
  style: "normal" as const,
};
const hebrew = { ...face, family: "Noto Sans Hebrew", package: "@fontsource/noto-sans-hebrew" };

async function missing(text: string, lang = "en", also = [hebrew]) {
  const fonts = await loadFonts([face], folderOf({}), () => undefined, { also });
  return fonts.ok ? missingScripts(text, lang, fonts.value) : [];
}

test.each([
  ["Arabic", "نص", "en", "Arabic (نص) @fontsource/noto-sans-arabic"],
  ["Japanese", "返品は", "en", "Japanese (返品は) @fontsource/noto-sans-jp"],
  ["Chinese characters on a Japanese page", "返品", "ja", "Japanese (返品) @fontsource/noto-sans-jp"],
  ["Chinese", "退货", "zh", "Chinese (退货) @fontsource/noto-sans-sc"],
  ["Chinese of Taiwan", "退貨", "zh-Hant-TW", "traditional Chinese (退貨) @fontsource/noto-sans-tc"],
  ["Chinese on an English page", "退货", "en", "Chinese (退货) @fontsource/noto-sans-sc"],
  ["Korean", "반품", "ko", "Korean (반품) @fontsource/noto-sans-kr"],
  ["Korean with Chinese characters", "반품 返", "ko", "Korean (반품返) @fontsource/noto-sans-kr"],
  ["Devanagari", "वापसी", "hi", "Devanagari (वापसी) @fontsource/noto-sans-devanagari"],
  ["Thai", "คืน", "th", "Thai (คืน) @fontsource/noto-sans-thai"],
  ["emoji", "Done 🎉", "en", "emoji (🎉) @fontsource/noto-emoji"],
  ["a script without a package of its own here", "ᚠᚢ", "en", "other (ᚠᚢ) undefined"],
])("%s is told with a typeface that has it", async (_what, text, lang, expected) => {
  const found = await missing(text, lang);
  expect(found.map(({ script, sample, typeface }) => `${script} (${sample}) ${typeface?.package}`)).toEqual([
    expected,
  ]);
});

test("each script is told once, with no more than six characters", async () => {
  const found = await missing("返品は返品を返品に返品も返品の返品で نص نص");
  expect(found.map(({ script, sample }) => `${script} ${[...sample].length}`)).toEqual([
    "Japanese 6",
    "Arabic 2",
  ]);
});

test.each([
  ["plain text, with the markup around it", '<p class="x">Hello &amp; <b>goodbye</b></p>'],
  ["accents, Greek and Cyrillic, which the typeface has", "Łódź, Ωμέγα, Москва"],
  ["a script that another typeface has", "שלום"],
  ["punctuation, arrows, mathematics and signs", "— “ ” … → ⇒ ∑ ≠ ✓ ★ ● ♦ © ™ ₿ 、。「」 ① ½ ² ‰"],
  ["spaces and invisible characters", "a\u00a0b\u202fc\u200bd\u2066e\u2069\ufe0f"],
])("%s alarms nobody", async (_what, text) => {
  expect(await missing(text)).toEqual([]);
});

test("what typefaces of the machine have is known for everyday scripts alone", async () => {
  const fonts = await loadFonts([], folderOf({}), () => undefined, { hasSystemFonts: true });
  const told = fonts.ok ? missingScripts("Hello Łódź Ωμέγα Москва 返品", "ja", fonts.value) : [];
  expect(told.map(({ script }) => script)).toEqual(["Japanese"]);
});

test("nothing is known of a set without typefaces", async () => {
  const fonts = await loadFonts([], folderOf({}), () => undefined);
  expect(fonts.ok && missingScripts("返品", "ja", fonts.value)).toEqual([]);
});
