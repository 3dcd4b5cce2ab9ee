import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadImage } from "../../src/render/load-image.ts";
import { folderOf } from "./folder-of.ts";
import { hugePng, SAMPLE_IMAGES } from "./sample-images.ts";

const FILES = {
  ...Object.fromEntries(Object.entries(SAMPLE_IMAGES).map(([name, bytes]) => [`brief/${name}`, bytes])),
  "brief/named.png": SAMPLE_IMAGES["a.gif"],
  "brief/..odd.png": SAMPLE_IMAGES["a.png"],
  "brief/with space.png": SAMPLE_IMAGES["a.png"],
  "brief/images/deep.png": SAMPLE_IMAGES["a.png"],
  "brief/empty.png": "",
  "brief/text.png": "not an image",
  "brief/page.svg": "<html><body>no drawing</body></html>",
  "brief/script.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>',
  "brief/bmp.png": Buffer.from(
    "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAA////AA==",
    "base64",
  ),
  "brief/large.png": Buffer.concat([SAMPLE_IMAGES["a.png"], Buffer.alloc(1024 ** 2)]),
  "brief/bomb.png": hugePng(30_000),
  "brief/flat.png": hugePng(0),
  "outside.png": SAMPLE_IMAGES["a.png"],
};

test.each([
  ["a.png", "image/png", 1, 1],
  ["a.gif", "image/gif", 1, 1],
  ["a.webp", "image/webp", 1, 1],
  ["a.jpg", "image/jpeg", 1, 1],
  ["a.svg", "image/svg+xml", 4, 2],
  ["named.png", "image/gif", 1, 1],
  ["script.svg", "image/svg+xml", 1, 1],
  ["..odd.png", "image/png", 1, 1],
  ["with space.png", "image/png", 1, 1],
  ["images/deep.png", "image/png", 1, 1],
  ["images/../a.png", "image/png", 1, 1],
  ["./a.png", "image/png", 1, 1],
])("%s is embedded as %s", async (file, mediaType, widthPx, heightPx) => {
  const folder = path.join(folderOf(FILES), "brief");
  const image = await loadImage(file, folder, folder);
  expect(image.diagnostics).toEqual([]);
  expect(image).toMatchObject({ value: { widthPx, heightPx } });
  expect(image.ok && image.value.dataUrl.startsWith(`data:${mediaType};base64,`)).toBe(true);
});

test.each([
  ["missing.png", "image-missing"],
  ["images", "image-missing"],
  ["images\\deep.png", "image-missing"],
  ["a.png\0.png", "image-missing"],
  ["", "image-outside"],
  [".", "image-outside"],
  ["..", "image-outside"],
  ["../outside.png", "image-outside"],
  ["images/../../outside.png", "image-outside"],
  ["/etc/passwd", "image-outside"],
  ["link.png", "image-outside"],
  ["linked/outside.png", "image-outside"],
  ["loop.png", "image-missing"],
  ["empty.png", "image-type"],
  ["text.png", "image-type"],
  ["page.svg", "image-type"],
  ["bmp.png", "image-type"],
  ["flat.png", "image-type"],
  ["large.png", "image-too-large"],
  ["bomb.png", "image-too-many-pixels"],
])("%j is refused: %s", async (file, code) => {
  const root = folderOf(FILES);
  const folder = path.join(root, "brief");
  symlinkSync("../outside.png", path.join(folder, "link.png"));
  symlinkSync("..", path.join(folder, "linked"));
  symlinkSync("loop.png", path.join(folder, "loop.png"));
  const where = { file: "brief.yaml", line: 3, column: 5 };
  const image = await loadImage(file, folder, folder, where);
  expect(image.diagnostics).toMatchObject([{ code, where }]);
});

test("a path of Windows from the root is refused on every system", async () => {
  const folder = path.join(folderOf(FILES), "brief");
  const image = await loadImage("C:\\outside.png", folder, folder);
  expect(image.ok).toBe(false);
});

const MAKE_PIPE = "mkfifo";

test.skipIf(process.platform === "win32")("a named pipe is not waited for", async () => {
  const folder = folderOf({});
  execFileSync(MAKE_PIPE, [path.join(folder, "pipe.png")]);
  const image = await loadImage("pipe.png", folder, folder);
  expect(image.diagnostics.map(({ code }) => code)).toEqual(["image-missing"]);
});
