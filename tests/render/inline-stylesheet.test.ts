import path from "node:path";
import { expect, test } from "vitest";
import { inlineStylesheet } from "../../src/render/inline-stylesheet.ts";
import { folderOf } from "./folder-of.ts";
import { SAMPLE_IMAGES } from "./sample-images.ts";

const PNG = `data:image/png;base64,${SAMPLE_IMAGES["a.png"].toString("base64")}`;
const FONT = Buffer.from("wOF2rest");
const FILES = {
  ...SAMPLE_IMAGES,
  "brand.woff2": FONT,
  "fake.woff2": "MZ",
  "text.png": "x",
  "a b.png": SAMPLE_IMAGES["a.png"],
};

const inline = (text: string) => inlineStylesheet({ file: "page.css", text }, folderOf(FILES));
const findingsOf = async (text: string) =>
  (await inline(text)).diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`);

const REFUSED: readonly (readonly [what: string, css: string, line: number, column: number])[] = [
  ["an import", "@import 'x.css';", 1, 1],
  ["an import by address", "\n  @import url(x.css);", 2, 3],
  ["an import in capitals", "@IMPORT 'x.css';", 1, 1],
  ["an import spelt with an escape", "@\\69mport 'x.css';", 1, 1],
  ["an address on the web", "p{background:url(https://host/x.png)}", 1, 14],
  ["an address on the web in quotes", `p{background:url( "https://host/x.png" )}`, 1, 14],
  ["an address without a scheme", "p{background:url(//host/x.png)}", 1, 14],
  ["an address with backslashes", "p{background:url('\\\\\\\\host\\\\x.png')}", 1, 14],
  ["an address from the root", "p{background:url(/etc/passwd)}", 1, 14],
  ["a script’s address", "p{background:url(javascript:alert\\(1\\))}", 1, 14],
  ["a script’s address after a space", "p{background:url( javascript:alert )}", 1, 14],
  ["a data address that is a page", "p{background:url(data:text/html,x)}", 1, 14],
  ["url spelt with a number", "p{background:\\75rl(//host/x.png)}", 1, 14],
  ["url spelt with an escape", "p{background:u\\rl(//host/x.png)}", 1, 14],
  ["url spelt with a long number", "p{background:\\000075 rl('//host/x.png')}", 1, 14],
  ["an address spelt with escapes", "p{background:url(\\68ttps://host/x.png)}", 1, 14],
  ["url in capitals", "p{background:URL(//host/x.png)}", 1, 14],
  ["url with a comment inside", "p{background:url(/**/'x.png')}", 1, 14],
  ["url with two strings", "p{background:url('a.png' 'b.png')}", 1, 14],
  ["url with a variable", "p{background:url(var(--x))}", 1, 14],
  ["url never closed", "p{background:url('a.png'", 1, 2],
  ["an image set", "p{background:image-set('//host/x.png' 1x)}", 1, 14],
  ["an image set by its old name", "p{background:-webkit-image-set('//host/x.png' 1x)}", 1, 14],
  ["src()", "p{background:src('//host/x.png')}", 1, 14],
  ["image()", "p{background:image('//host/x.png')}", 1, 14],
  ["an expression", "p{width:expression(alert(1))}", 1, 9],
  ["a namespace", "@namespace url(//host/);", 1, 1],
  ["another sheet of paper", "@page{margin:0}", 1, 1],
  ["the end of the style element", "p{color:red}</style><script>", 1, 13],
  ["the end of the style element in a string", `p::before{content:"</STYLE>"}`, 1, 20],
  ["a comment of markup", "<!-- p{} -->", 1, 1],
  ["a comment that never ends", "p{} /* x", 1, 5],
  ["a string that never ends", "p{content:'x}\nq{}", 1, 11],
  ["a bracket that never closes", "p{color:red", 1, 2],
  ["a bracket too many", "p{color:red}}", 1, 13],
  ["brackets that cross", "p[a{]}", 1, 5],
  ["a font that is none", "@font-face{src:url(fake.woff2)}", 1, 16],
  ["a font outside", "@font-face{src:url(../brand.woff2)}", 1, 16],
];

test.each(REFUSED)("%s is refused at its place", async (_what, css, line, column) => {
  expect(await findingsOf(css)).toContain(`template-style ${line}:${column}`);
});

test.each([
  ["missing.png", "image-missing"],
  ["../a.png", "image-missing"],
  ["text.png", "image-type"],
])("an image %s that cannot be used is %s", async (file, code) => {
  expect(await findingsOf(`p{}\nq{background:url(${file})}`)).toEqual([`${code} 2:14`]);
});

const KEPT: readonly (readonly [what: string, css: string, inlined: string])[] = [
  ["an image is embedded", "p{background:url(a.png)}", `p{background:url("${PNG}")}`],
  [
    "an image in quotes is embedded",
    "p{background:url( 'a.png' ) no-repeat}",
    `p{background:url("${PNG}") no-repeat}`,
  ],
  ["an image with a space in its name", 'p{background:url("a b.png")}', `p{background:url("${PNG}")}`],
  ["an image spelt with an escape", "p{background:url(\\61.png)}", `p{background:url("${PNG}")}`],
  [
    "a font of one’s own",
    "@font-face{src:url(brand.woff2)}",
    `@font-face{src:url("data:font/woff2;base64,${FONT.toString("base64")}")}`,
  ],
  [
    "a font already embedded",
    "@font-face{src:url(data:font/woff2;base64,AA==)}",
    `@font-face{src:url("data:font/woff2;base64,AA==")}`,
  ],
  [
    "a drawing already embedded",
    `p{background:url('data:image/svg+xml,<svg a="b"/>')}`,
    `p{background:url("data:image/svg+xml,<svg a=%22b%22/>")}`,
  ],
  ["a place in the page", "p{clip-path:url(#a)}", `p{clip-path:url("#a")}`],
  [
    "an address in a string is text",
    `p::before{content:"url(//host) @import"}`,
    `p::before{content:"url(//host) @import"}`,
  ],
  ["a comment in a string is text", `p::before{content:"/* a */  b"}`, `p::before{content:"/* a */  b"}`],
  ["a quote in a comment is not a string", "/* it's */p{color:red}/* x' */", "/**/p{color:red}/**/"],
  ["an address in a comment is none", "/* url(//host) </style> @import */p{}", "/**/p{}"],
  ["a comment keeps words apart", "p/* x */.a{}", "p/**/.a{}"],
  ["a string over two lines", 'p::before{content:"a\\\n   b"}', 'p::before{content:"a\\\n   b"}'],
  ["white space shrinks", "\n\np  >  q {\n\n    color : red;\n}\n", "p > q {\ncolor : red;\n}"],
  ["line ends of Windows", 'p{}\r\nq{content:"a\\\r\nb"}\r', 'p{}\nq{content:"a\\\nb"}'],
  ["a byte order mark", "\uFEFFp{}", "p{}"],
  ["comparisons of widths", "@media (width<600px){p{}}", "@media (width<600px){p{}}"],
  [
    "nesting, layers and containers",
    "@layer a{@container (width>1px){p{&:hover{}}}}",
    "@layer a{@container (width>1px){p{&:hover{}}}}",
  ],
  ["an empty sheet", "", ""],
];

test.each(KEPT)("%s", async (_what, css, inlined) => {
  const outcome = await inline(css);
  expect(outcome.diagnostics).toEqual([]);
  expect(outcome.ok && outcome.value).toBe(inlined);
});

test("every fault of a sheet is told in one run", async () => {
  expect(await findingsOf("@import 'a';\np{background:url(//host)}\n@page{}")).toEqual([
    "template-style 1:1",
    "template-style 2:14",
    "template-style 3:1",
  ]);
});

test("the bundled sheets pass as they are", async () => {
  const { loadTemplateSet } = await import("../../src/render/template-set.ts");
  const set = await loadTemplateSet(path.resolve(import.meta.dirname, "../../templates/executive"));
  expect(set.diagnostics).toEqual([]);
});
