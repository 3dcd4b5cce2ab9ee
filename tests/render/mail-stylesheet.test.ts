import { expect, test } from "vitest";
import { readMailStylesheet } from "../../src/render/mail-stylesheet.ts";

const read = (text: string) => readMailStylesheet({ file: "email.css", text });

function sheetOf(text: string) {
  const sheet = read(text);
  if (!sheet.ok) throw new Error(sheet.diagnostics.map(({ message }) => message).join("\n"));
  return sheet.value;
}

const COLOURS =
  ":root{--ink:#111;--paper:#fff}@media (prefers-color-scheme: dark){:root{--ink:#eee;--paper:#000}}";

test.each([
  ["rules are inlined as they are", "p { color : red; margin: 0 }", "p{color:red;margin:0}"],
  ["comments go", "/* a */p{color:/* b */red}", "p{color:red}"],
  ["custom properties are filled in", `${COLOURS}p{color:var(--ink)}`, "p{color:#111}"],
  ["one inside another", ":root{--a:var(--b);--b:1px}p{border:var(--a) solid}", "p{border:1px solid}"],
  ["a style for the mouse stays out", "a{color:red}a:hover{color:blue}", "a{color:red}"],
  ["a media block stays out", "p{margin:0}@media (max-width:600px){p{margin:1px}}", "p{margin:0}"],
])("%s", (_what, css, inlined) => {
  expect(sheetOf(css).inlined).toBe(inlined);
});

test("what differs in the dark is derived from the colours, and from nothing else", () => {
  const { kept } = sheetOf(
    `${COLOURS}p{color:var(--ink);margin:0}td{background-color:var(--paper)}b{color:red}`,
  );
  expect(kept).toEqual([
    "@media (prefers-color-scheme:dark){p{color:#eee!important}td{background-color:#000!important}}",
    "[data-ogsc] p{color:#eee!important}[data-ogsb] td{background-color:#000!important}",
  ]);
});

test("each kind of rule that only a style sheet can hold has one of its own", () => {
  const { kept } = sheetOf(
    `${COLOURS}p,h1{color:var(--ink)}a:hover{color:red}@media (max-width:600px){p{margin:0 !important}}@media (prefers-color-scheme:dark){.x{color:pink !important}}`,
  );
  expect(kept).toEqual([
    "a:hover{color:red}",
    "@media (max-width:600px){p{margin:0!important}}",
    "@media (prefers-color-scheme:dark){p,h1{color:#eee!important}.x{color:pink!important}}",
    "[data-ogsc] p,[data-ogsc] h1{color:#eee!important}",
  ]);
});

test("what is around the message is given apart", () => {
  const { body, ground, properties } = sheetOf(
    `${COLOURS}body{background-color:var(--paper)}.ground{padding:9px}`,
  );
  expect(body).toMatchObject([{ name: "background-color", value: "#fff" }]);
  expect(ground).toMatchObject([{ name: "padding", value: "9px" }]);
  expect(properties.get("--ink")).toBe("#111");
});

test.each([
  ["an import", '@import "x.css";', "@import"],
  ["a font", "@font-face{font-family:x}", "@font-face"],
  ["an address", "p{background:url(x.png)}", "url(x.png)"],
  ["an address in quotation marks", 'p{background:url("x.png")}', "url("],
  ["the end of a style element", "p{color:red}</style><script>", "<"],
  ["the end of a style element in a string", 'p::after{content:"</style>"}', "</style>"],
  ["an escape", "p{color:\\72 ed}", "\\72"],
  ["a custom property that nobody sets", "p{color:var(--inc)}", "var(--inc)"],
  ["a rule that is not closed", "p{color:red", "}"],
  ["a bracket too many", "p{color:red}}", "braces"],
  ["a rule in a rule", "p{b{color:red}}", "a rule inside a rule"],
  ["a property without a value", "p{color}", "color"],
])("%s is refused at its place", (_what, css, told) => {
  const sheet = read(css);
  expect(sheet.ok).toBe(false);
  expect(sheet.diagnostics.map(({ message }) => message).join("\n")).toContain(told);
  for (const { code, where } of sheet.diagnostics) {
    expect(code).toBe("template-style");
    expect(where).toMatchObject({ file: "email.css", line: 1 });
  }
});
