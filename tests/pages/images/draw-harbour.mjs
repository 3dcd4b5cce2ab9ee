// node tests/pages/images/draw-harbour.mjs: draws the picture of the tests, harbour.svg and harbour.png.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const WIDTH = 1500;
const HEIGHT = 1000;
const QUAY = 820;

const rect = (x, y, width, height, fill) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
const shape = (d, fill) => `<path d="${d}" fill="${fill}"/>`;

/** A gantry crane whose legs stand on the quay; its arm points to the left. */
function crane(x, height, fill) {
  const top = QUAY - height;
  const leg = (left) => rect(left, top, 12, height, fill);
  return [
    leg(x),
    leg(x + 96),
    rect(x, top + 0.45 * height, 108, 10, fill),
    rect(x - 210, top, 400, 14, fill),
    shape(`M${x + 48} ${top - 110}h12v110h-12z`, fill),
    shape(`M${x + 54} ${top - 110}L${x - 200} ${top}h16L${x + 58} ${top - 96}z`, fill),
    shape(`M${x + 54} ${top - 110}L${x + 184} ${top}h-16L${x + 52} ${top - 96}z`, fill),
    rect(x - 150, top + 14, 4, 0.34 * height, fill),
    rect(x - 176, top + 14 + 0.34 * height, 56, 20, fill),
  ].join("");
}

/** Containers in stacks of these heights. */
function stacks(x, baseline, heights, colours) {
  return heights
    .flatMap((count, column) =>
      Array.from({ length: count }, (_, row) =>
        rect(
          x + column * 66,
          baseline - (row + 1) * 28,
          63,
          26,
          colours[(column * 3 + row * 5) % colours.length],
        ),
      ),
    )
    .join("");
}

const BOXES = ["#1f5f66", "#d9a441", "#28373f", "#b4472f", "#e8dcc4", "#3c7f78"];
const FAR_BOXES = ["#5d8c8d", "#8aa39c", "#4b7779"];
const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
  "<title>A container ship at a quay below two cranes</title>",
  rect(0, 0, WIDTH, HEIGHT, "#f1e3c8"),
  rect(0, 260, WIDTH, 200, "#edd6b0"),
  rect(0, 430, WIDTH, 200, "#e7c595"),
  `<circle cx="930" cy="430" r="150" fill="#f7f0dd"/>`,
  shape("M0 560L180 500 420 560 640 515 900 570 1180 490 1500 560V660H0z", "#a9b7a4"),
  shape("M0 600L260 560 560 605 900 575 1220 610 1500 580V680H0z", "#7f9c95"),
  rect(0, 640, WIDTH, 360, "#47797d"),
  ...[668, 700, 742].map((y, index) => rect(760 + index * 40, y, 330 - index * 90, 5, "#cbbd98")),
  stacks(210, 640, [2, 3, 3, 4, 2], FAR_BOXES),
  shape("M180 640H580L556 690H206z", "#35595d"),
  crane(1010, 460, "#23424a"),
  crane(1260, 400, "#2d525a"),
  stacks(470, 730, [3, 5, 6, 5, 6, 4, 5], BOXES),
  rect(960, 600, 70, 130, "#f5ecd8"),
  rect(972, 618, 46, 12, "#28373f"),
  shape("M400 730H1060L1020 830H452z", "#17282e"),
  rect(436, 790, 600, 10, "#b4472f"),
  rect(0, QUAY, WIDTH, 180, "#20353b"),
  rect(0, QUAY, WIDTH, 10, "#d9a441"),
  ...Array.from({ length: 26 }, (_, index) => rect(20 + index * 58, QUAY + 26, 34, 5, "#35525a")),
  "</svg>\n",
].join("\n");

const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
await initWasm(await readFile(wasm));
const png = new Resvg(svg, { fitTo: { mode: "width", value: WIDTH } }).render().asPng();
await writeFile(path.join(import.meta.dirname, "harbour.svg"), svg);
await writeFile(path.join(import.meta.dirname, "harbour.png"), png);
