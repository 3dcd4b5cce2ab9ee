import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Resvg } from "@resvg/resvg-wasm";
import { unpackWoff } from "./unpack-woff.ts";

/** How a drawing becomes pixels. */
export interface PngOptions {
  /** Width of the image in its own pixels; its height follows. */
  readonly widthPx: number;
  /** A CSS colour; transparent when left out. */
  readonly background?: string;
  /** The letters for which there must be a font. */
  readonly text: string;
}

/** The one font family that drawings have. */
export const SVG_FAMILY = "Source Sans 3";

/** Draws an SVG as a PNG, without a browser, the network or files beside it. */
export async function svgToPng(svg: string, { widthPx, background, text }: PngOptions): Promise<Uint8Array> {
  const Renderer = await loadRenderer();
  const renderer = new Renderer(svg, {
    fitTo: { mode: "width", value: widthPx },
    ...(background !== undefined && { background }),
    font: {
      fontBuffers: await loadFontsFor(text),
      defaultFontFamily: SVG_FAMILY,
      sansSerifFamily: SVG_FAMILY,
    },
  });
  try {
    const image = renderer.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
}

const require = createRequire(import.meta.url);

let renderer: Promise<typeof Resvg> | undefined;

/** The renderer is 2.5 MB of WebAssembly, which may be started once in a process. */
function loadRenderer(): Promise<typeof Resvg> {
  renderer ??= (async () => {
    const resvg = await import("@resvg/resvg-wasm");
    await resvg.initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
    return resvg.Resvg;
  })();
  return renderer;
}

const fonts = new Map<string, Promise<Uint8Array>>();

/** The faces that the text needs; the renderer looks for a letter in all of them. */
function loadFontsFor(text: string): Promise<Uint8Array[]> {
  const alphabets = ALPHABETS.filter(([, letters]) => letters.test(text)).map(([name]) => name);
  return Promise.all(
    ["latin", ...alphabets].flatMap((alphabet) => [400, 600].map((weight) => loadFont(alphabet, weight))),
  );
}

/** Alphabets of the font besides Latin, by letters that need them. */
const ALPHABETS: readonly (readonly [name: string, letters: RegExp])[] = [
  ["latin-ext", /[\u0100-\u0130\u0132-\u02BA\u1E00-\u1EFF\u20A0-\u20AB\u20AD-\u20C4]/],
  ["cyrillic", /[\u0400-\u045F\u0490\u0491]/],
  ["greek", /[\u0370-\u03FF]/],
  ["vietnamese", /[\u1EA0-\u1EF9\u20AB]/],
];

function loadFont(alphabet: string, weight: number): Promise<Uint8Array> {
  const name = `@fontsource/source-sans-3/files/source-sans-3-${alphabet}-${weight}-normal.woff`;
  const known = fonts.get(name) ?? readFile(require.resolve(name)).then(unpackWoff);
  fonts.set(name, known);
  return known;
}
