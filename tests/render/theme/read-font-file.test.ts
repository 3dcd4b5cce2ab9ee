import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { unpackWoff } from "../../../src/formats/unpack-woff.ts";
import { readFontFile } from "../../../src/render/theme/read-font-file.ts";

const require = createRequire(import.meta.url);
const bytesOf = (file: string) => readFileSync(require.resolve(`@fontsource/${file}`));

const LATIN = "source-sans-3/files/source-sans-3-latin-400-normal";
const FONTS = {
  woff2: bytesOf(`${LATIN}.woff2`),
  woff: bytesOf(`${LATIN}.woff`),
  sfnt: unpackWoff(bytesOf(`${LATIN}.woff`)),
};

test.each(Object.entries(FONTS))(
  "a font of the form %s tells its characters and its name",
  (_form, bytes) => {
    const font = readFontFile(bytes);
    const has = [..."Aé–Ωא"].map((character) => font?.covers?.(character.codePointAt(0) ?? 0));
    expect(has).toEqual([true, true, true, false, false]);
    expect(font?.postScriptName).toMatch(/^SourceSans3/);
    expect(font?.dataUrl).toMatch(/^data:font\/(?:woff2|woff|ttf|otf);base64,/);
  },
);

test("characters beyond the first 65,536 are known", () => {
  const font = readFontFile(bytesOf("noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2"));
  expect(font?.covers?.(0x0628)).toBe(true);
  expect(font?.covers?.(0x10efd)).toBe(true);
  expect(font?.covers?.(0x1f600)).toBe(false);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
  ["a page", Buffer.from("<!DOCTYPE html>")],
])("%s is no font", (_what, bytes) => {
  expect(readFontFile(bytes)).toBeUndefined();
});

test.each(Object.entries(FONTS))("a broken font of the form %s is read as far as it goes", (_form, bytes) => {
  for (const length of [4, 20, 60, 200, Math.floor(bytes.length / 2)]) {
    expect(() => readFontFile(bytes.subarray(0, length))?.covers?.(65)).not.toThrow();
  }
  const shuffled = Buffer.from(bytes);
  for (let at = 8; at < shuffled.length; at += 7) shuffled[at] = 0xff;
  expect(() => readFontFile(shuffled)?.covers?.(65)).not.toThrow();
});
