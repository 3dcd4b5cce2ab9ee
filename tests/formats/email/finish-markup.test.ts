import { expect, test } from "vitest";
import { finishMarkup } from "../../../src/formats/email/finish-markup.ts";

const finish = (html: string): string =>
  finishMarkup(html, {
    linkOf: (anchor) => (anchor === "source-1" ? "https://example.com/" : undefined),
    imageOf: (dataUrl) => (dataUrl.includes("png") ? "cid:image" : undefined),
    classes: new Set(["kept"]),
  });

const LAYOUT = 'role="presentation" border="0" cellpadding="0" cellspacing="0"';

test.each([
  [
    "a table that arranges is said to, and fills its place",
    "<table><tr><td>x</td></tr></table>",
    `<table ${LAYOUT} width="100%"><tr><td>x</td></tr></table>`,
  ],
  [
    "a table keeps the width that it has",
    '<table width="50"></table>',
    `<table ${LAYOUT} width="50"></table>`,
  ],
  [
    "a table with heads stays a table",
    "<table><tr><th>x</th></tr></table>",
    '<table border="0" cellpadding="0" cellspacing="0"><tr><th>x</th></tr></table>',
  ],
  [
    "heads of a table inside do not count",
    "<table><tr><td><table><tr><th>x</th></tr></table></td></tr></table>",
    `<table ${LAYOUT} width="100%"><tr><td><table border="0" cellpadding="0" cellspacing="0"><tr><th>x</th></tr></table></td></tr></table>`,
  ],
  ["a class that no sheet names goes", '<p class="kept gone">x</p>', '<p class="kept">x</p>'],
  ["ids and marks go", '<p id="a" data-b="c">x</p>', "<p>x</p>"],
  [
    "quotation marks in a style take one byte",
    '<p style="font-family:&quot;Segoe UI&quot;, serif;">x</p>',
    `<p style="font-family:'Segoe UI', serif">x</p>`,
  ],
  ["a reference leads to the web", '<a href="#source-1">1</a>', '<a href="https://example.com/">1</a>'],
  [
    "a reference to nowhere is text",
    '<a href="#caveat-1" aria-label="x" style="color:red">C</a> <a href="https://a.example">l</a>',
    '<span style="color:red">C</span> <a href="https://a.example">l</a>',
  ],
  [
    "an image gets its address and its width",
    '<img src="data:image/png;base64,AA" alt="x" width="1000" height="500">',
    '<img src="cid:image" alt="x" width="536" style="width:100%;max-width:536px">',
  ],
  [
    "a narrow image stays narrow",
    '<img src="cid:a" alt="x" width="90">',
    '<img src="cid:a" alt="x" width="90" style="width:100%;max-width:90px">',
  ],
  [
    "an image that cannot travel is its words",
    'a <img src="data:image/webp;base64,AA" alt="a map"> b',
    "a a map b",
  ],
  ["indentation goes", "<p>x</p>\n   \n   <p>y</p>", "<p>x</p>\n<p>y</p>"],
])("%s", (_what, html, expected) => {
  expect(finish(html)).toBe(expected);
});

const column = (text: string) => `<div data-column><p>${text}</p></div>`;
const columns = (count: number) =>
  `<div data-columns="600">\n  ${Array.from({ length: count }, (_, index) => column(String(index))).join("\n  ")}\n</div>`;

test.each([
  [1, 600, ["0"]],
  [2, 300, ["0 1"]],
  [3, 200, ["0 1 2"]],
  [4, 300, ["0 1", "2 3"]],
  [5, 200, ["0 1 2", "3 4"]],
  [6, 200, ["0 1 2", "3 4 5"]],
])("%i columns share rows evenly", (count, widthPx, rows) => {
  const html = finish(columns(count));
  const inOutlook = html.replace(/<!--\[if mso\]>([\s\S]*?)<!\[endif\]-->/g, "$1");
  const found = [...inOutlook.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<p>(\d)<\/p>/g)].map(([, text]) => text).join(" "),
  );
  expect(found).toEqual(rows);
  expect(html.match(/max-width:(\d+)px/g)).toEqual(Array(count).fill(`max-width:${widthPx}px`));
  expect(inOutlook.match(/<td width="(\d+)"/g)).toEqual(Array(count).fill(`<td width="${widthPx}"`));
});

test("no white space stands between columns, where it would take room", () => {
  expect(finish(columns(2)).replace(/<!--[\s\S]*?-->/g, "")).toMatch(
    /<\/div><div[^>]*><p>1<\/p><\/div><\/div>$/,
  );
});

test.each([
  ["its height is that of its text and padding", "height:44px"],
  ["its width fits the text", "width:149px"],
  ["its corners follow", 'arcsize="11%"'],
  ["its ground follows", 'fillcolor="#123456"'],
])("a button is drawn for Outlook: %s", (_what, expected) => {
  const style =
    "background-color:#123456;color:#fff;font-size:15px;line-height:20px;padding:12px 24px;border-radius:5px";
  expect(
    finish(`<a data-button href="https://a.example/?x=--&gt;" style="${style}">Read it now!</a>`),
  ).toContain(expected);
});

test("nothing in a button’s address or text can end the comment for Outlook", () => {
  const html = finish('<a data-button href="https://a.example/?x=--&gt;<b" style="">--&gt; x</a>');
  expect(html.match(/-->/g)).toHaveLength(3);
  expect(html).toMatch(
    /^<!--\[if mso\]>[\s\S]*<!\[endif\]--><!--\[if !mso\]><!-->[\s\S]*<!--<!\[endif\]-->$/,
  );
});
