import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { type ChartColours, chartPng } from "../../src/formats/chart-png.ts";
import { chartOf, drawn } from "../edition/charts/chart-cases.ts";

const colours: ChartColours = {
  paper: "#ffffff",
  ink: "#101010",
  quiet: "#505050",
  accent: "#a00020",
  rule: "#c0c0c0",
};
const chart = drawn(
  chartOf(
    "bar",
    [
      ["NVIDIA", -17],
      ["Łódź", 9],
    ],
    { unit: "%", highlight: "NVIDIA" },
  ),
);
const { width, height, pixels } = decode(await chartPng(chart, { widthPx: 400, scale: 2, colours }));

test("the image is as wide as asked, at twice the pixels, and as high as its drawing", () => {
  expect(width).toBe(800);
  const [, w = 1, h = 1] = (/viewBox="0 0 (\S+) (\S+)"/.exec(chart.drawing.html) ?? []).map(Number);
  expect(Math.abs(height - 2 * (24 + (h / w) * 376))).toBeLessThan(4);
});

test("the card is opaque and of the paper’s colour to its edges", () => {
  for (const [x, y] of [
    [0, 0],
    [799, 0],
    [0, height - 1],
    [799, height - 1],
  ] as const) {
    expect(pixelAt(x, y)).toEqual([255, 255, 255, 255]);
  }
  const transparent = Array.from({ length: width * height }, (_, index) => pixels[index * 4 + 3]).filter(
    (alpha) => alpha !== 255,
  );
  expect(transparent).toEqual([]);
});

test("bars have the accent, text has the ink, and nothing is written in a box for lack of a letter", async () => {
  expect(count([160, 0, 32])).toBeGreaterThan(2000);
  expect(count([16, 16, 16])).toBeGreaterThan(200);
  const withoutText = {
    drawing: { ...chart.drawing, html: chart.drawing.html.replace(/<text[\s\S]*?<\/text>/g, "") },
  };
  const bare = decode(await chartPng(withoutText, { widthPx: 400, scale: 2, colours }));
  expect(darkPixels(pixels) - darkPixels(bare.pixels)).toBeGreaterThan(800);
});

test("what is set off is written in the bolder face", async () => {
  const plain = {
    drawing: { ...chart.drawing, html: chart.drawing.html.replaceAll(' font-weight="600"', "") },
  };
  const { pixels: thin } = decode(await chartPng(plain, { widthPx: 400, scale: 2, colours }));
  expect(darkPixels(pixels)).toBeGreaterThan(darkPixels(thin) + 100);
});

test("letters beyond Latin are drawn", async () => {
  const images = await Promise.all(
    ["Łódź", "Ελλάδα", "Україна"].map(async (label) => {
      const image = decode(
        await chartPng(drawn(chartOf("bar", [[label, 9]])), { widthPx: 400, scale: 2, colours }),
      );
      return darkPixels(image.pixels);
    }),
  );
  const none = decode(
    await chartPng(drawn(chartOf("bar", [["\u2003", 9]])), { widthPx: 400, scale: 2, colours }),
  );
  for (const dark of images) expect(dark).toBeGreaterThan(darkPixels(none.pixels) + 150);
});

test("the same chart is the same bytes", async () => {
  const [one, other] = await Promise.all(
    [1, 2].map(() => chartPng(chart, { widthPx: 300, scale: 2, colours })),
  );
  expect(Buffer.compare(one ?? Buffer.of(1), other ?? Buffer.of(2))).toBe(0);
});

function pixelAt(x: number, y: number): number[] {
  const start = (y * width + x) * 4;
  return [...pixels.subarray(start, start + 4)];
}

function count([red, green, blue]: readonly [number, number, number]): number {
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) found += 1;
  }
  return found;
}

function darkPixels(image: Uint8Array): number {
  let dark = 0;
  for (let at = 0; at < image.length; at += 4) {
    const [red = 255, green = 255, blue = 255] = image.subarray(at, at + 3);
    if (red < 110 && green < 110 && blue < 110) dark += 1;
  }
  return dark;
}

/** The pixels of a PNG of 8-bit RGBA without interlacing (PNG, third edition, 9). */
function decode(png: Uint8Array): { width: number; height: number; pixels: Uint8Array } {
  const file = Buffer.from(png);
  expect(file.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const [imageWidth, imageHeight] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([...file.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const rows = inflateSync(Buffer.concat(parts));
  const stride = imageWidth * 4;
  const image = new Uint8Array(stride * imageHeight);
  for (let y = 0; y < imageHeight; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const raw = rows[y * (stride + 1) + 1 + x] ?? 0;
      const left = x < 4 ? 0 : (image[y * stride + x - 4] ?? 0);
      const up = y === 0 ? 0 : (image[(y - 1) * stride + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (image[(y - 1) * stride + x - 4] ?? 0);
      image[y * stride + x] = raw + predicted(filter, left, up, corner);
    }
  }
  return { width: imageWidth, height: imageHeight, pixels: image };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
      return (a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0) ? left : (b ?? 0) <= (c ?? 0) ? up : corner;
    }
    default:
      return 0;
  }
}
