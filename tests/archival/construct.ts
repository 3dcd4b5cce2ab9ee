import { readFileSync } from "node:fs";
import path from "node:path";

/** A piece of a page, and what a screen reader finds of it in the finished file. */
export interface Construct {
  readonly name: string;
  /** Markup that follows the page’s title. */
  readonly body: string;
  readonly css?: string;
  /** The structure as `outlineOf` tells it, without the document and its title. */
  readonly tree: string;
  /** Rules that the page itself breaks where a machine has no typeface for it, which is told before anything is printed. */
  readonly flaws?: readonly string[];
}

/** A picture. */
export const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8DAwMDAxMDAwMAAAAwAAf/Wf2kAAAAASUVORK5CYII=";

/** A line of text. */
export const SENTENCE =
  "The quick brown fox jumps over the lazy dog and back again before the sun goes down. ";

const FONTS = path.resolve(import.meta.dirname, "../../node_modules/@fontsource");

/** Typefaces come with the page, so that its lines break alike on every machine. */
const FACES = [
  { file: "source-sans-3/files/source-sans-3-latin-400-normal.woff2", range: "U+0-2FF,U+2000-2BFF" },
  { file: "noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2", range: "U+590-5FF" },
]
  .map(({ file, range }) => {
    const data = readFileSync(path.join(FONTS, file)).toString("base64");
    return `@font-face{font-family:Body;src:url(data:font/woff2;base64,${data});unicode-range:${range}}`;
  })
  .join("");

/** A whole page around a construct. */
export const pageOf = ({ body, css = "" }: Construct): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>${FACES}@page{size:A4;margin:20mm}body{font:11pt Body}${css}</style></head><body>${TITLE}${body}</body></html>`;

/** What stands on every page before its construct. */
export const TITLE = "<h1>Title</h1>";
