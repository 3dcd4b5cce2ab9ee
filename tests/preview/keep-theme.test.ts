import { expect, it } from "vitest";
import { keepTheme } from "../../src/preview/keep-theme.ts";
import type { ThemeValues } from "../../src/render/theme/token.ts";

const ACCENT = { accent: "#0b5394" };

it.each([
  { about: "an empty file", before: "", after: 'theme:\n  accent: "#0b5394"\n' },
  {
    about: "a file of comments",
    before: "# Nothing yet.\n",
    after: '# Nothing yet.\n\ntheme:\n  accent: "#0b5394"\n',
  },
  {
    about: "a file without a theme",
    before: "page: A4 # as always\n",
    after: 'page: A4 # as always\ntheme:\n  accent: "#0b5394"\n',
  },
  {
    about: "a theme of nothing",
    before: "theme:\npage: A4\n",
    after: 'theme:\n  accent: "#0b5394"\npage: A4\n',
  },
  {
    about: "a theme with a comment where its values should be",
    before: "theme: # to come\npage: A4\n",
    after: 'theme: # to come\n  accent: "#0b5394"\npage: A4\n',
  },
  { about: "a theme of null", before: "theme: ~\n", after: 'theme:\n  accent: "#0b5394"\n' },
  {
    about: "a theme in braces",
    before: "theme: { edge: 9mm } # ours\n",
    after: 'theme: { edge: 9mm, accent: "#0b5394" } # ours\n',
  },
  { about: "empty braces", before: "theme: {}\n", after: 'theme: { accent: "#0b5394" }\n' },
  {
    about: "braces over lines",
    before: "theme: {\n  edge: 9mm,\n}\n",
    after: 'theme: {\n  edge: 9mm, accent: "#0b5394" }\n',
  },
  {
    about: "a configuration in braces",
    before: "{ page: A4 }\n",
    after: '{ page: A4, theme: { accent: "#0b5394" } }\n',
  },
  {
    about: "a token in quotes with comments around it",
    before: "theme:\n  # The red.\n  accent: 'red'   # old\n  edge: 9mm\n",
    after: "theme:\n  # The red.\n  accent: '#0b5394'   # old\n  edge: 9mm\n",
  },
  {
    about: "a token of light and dark",
    before: "theme:\n  accent: { light: red, dark: pink } # both\n",
    after: 'theme:\n  accent: "#0b5394" # both\n',
  },
  {
    about: "a token in lines of its own",
    before: "theme:\n    accent:\n        light: red\n        dark: pink\n    edge: 9mm\n",
    after: 'theme:\n    accent: "#0b5394"\n    edge: 9mm\n',
  },
  {
    about: "a token without a value",
    before: "theme:\n  accent:\n  edge: 9mm\n",
    after: 'theme:\n  accent: "#0b5394"\n  edge: 9mm\n',
  },
  {
    about: "a theme whose last token has lines of its own",
    before: "theme:\n  rule:\n    light: red # a\n    dark: pink # b\n\n# Paper.\npage: A4\n",
    after:
      'theme:\n  rule:\n    light: red # a\n    dark: pink # b\n  accent: "#0b5394"\n\n# Paper.\npage: A4\n',
  },
  {
    about: "lists that stand at the margin, long lines and blank ones",
    before: `formats:\n- pdf\n\n\n- html\nbrand: { footer: "${"a long foot ".repeat(12)}" }\n`,
    after: `formats:\n- pdf\n\n\n- html\nbrand: { footer: "${"a long foot ".repeat(12)}" }\ntheme:\n  accent: "#0b5394"\n`,
  },
  {
    about: "lines that end as on Windows",
    before: "theme:\r\n  edge: 9mm # narrow\r\npage: A4\r\n",
    after: 'theme:\r\n  edge: 9mm # narrow\r\n  accent: "#0b5394"\r\npage: A4\r\n',
  },
  {
    about: "a last line without an end",
    before: "page: A4",
    after: 'page: A4\ntheme:\n  accent: "#0b5394"\n',
  },
])("a token is written into $about, and all else stays as it is", ({ before, after }) => {
  expect(keepTheme(before, ACCENT)).toBe(after);
});

it.each<{ values: ThemeValues; written: string }>([
  { values: { edge: "12mm" }, written: "edge: 12mm" },
  { values: { columns: "two" }, written: "columns: two" },
  { values: { columns: "off" }, written: 'columns: "off"' },
  { values: { size: 1.5 }, written: "size: 1.5" },
  { values: { size: "1.5" }, written: 'size: "1.5"' },
  { values: { accent: { light: "#000", dark: "#fff" } }, written: 'accent: { light: "#000", dark: "#fff" }' },
  { values: { text: { family: "Own Sans" } }, written: 'text: { family: "Own Sans" }' },
])("$values is written as $written", ({ values, written }) => {
  expect(keepTheme("", values)).toBe(`theme:\n  ${written}\n`);
});

it("several tokens are written at once", () => {
  const kept = keepTheme("theme:\n  accent: red\n", { ...ACCENT, edge: "9mm", rule: "#ccc" });
  expect(kept).toBe('theme:\n  accent: "#0b5394"\n  edge: 9mm\n  rule: "#ccc"\n');
});

it.each([
  "theme: [",
  "- a list",
  "a text",
  "theme: 1\ntheme: 2\n",
  "theme: red\n",
  "house: &house { accent: red }\ntheme: *house\n",
  "theme: &ours { accent: red }\nagain: *ours\n",
])("nothing is written into %j, which leaves no safe place for it", (text) => {
  expect(keepTheme(text, ACCENT)).toBeUndefined();
});
