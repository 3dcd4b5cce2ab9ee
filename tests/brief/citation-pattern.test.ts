import fc from "fast-check";
import { expect, test } from "vitest";
import { findBadCitations, findCitations, matchCitation } from "../../src/brief/citation-pattern.ts";

test.each([
  ["[@a]", ["a"]],
  ["[@v3-report]", ["v3-report"]],
  ["[@a; @b]", ["a", "b"]],
  ["[@a;@b ;  @c ] and more", ["a", "b", "c"]],
  ["[@a;\n  @b]", ["a", "b"]],
])("%j starts with a citation", (text, ids) => {
  expect(matchCitation(text)?.ids).toEqual(ids);
});

test.each(["", "x [@a]", "[a]", "[@]", "[@A]", "[@a", "[@a, @b]", "[@a; b]", "[@a;]", "[@-a]"])(
  "%j does not start with a citation",
  (text) => {
    expect(matchCitation(text)).toBeUndefined();
  },
);

test.each([
  ["One [@a], two [@b; @c].", [4, 14]],
  ["Escaped \\[@a] and `code [@a]` and ``co`de [@a]``.", []],
  ["A lone ` tick, then [@a].", [20]],
  ["A backslash before a tick \\` [@a] `", [29]],
  ["Two backslashes \\\\[@a]", [18]],
  ["```\n[@a]\n```\n[@b]", [13]],
])("finds the citations of %j", (text, offsets) => {
  expect(findCitations(text).map(({ offset }) => offset)).toEqual(offsets);
});

test.each([
  ["See [@Foo Bar].", ["[@Foo Bar]"]],
  ["See [@id", ["[@id"]],
  ["See [@a, @b] and [@c].", ["[@a, @b]"]],
  ["`[@]` is code, \\[@] is text.", []],
])("finds what only looks like a citation in %j", (text, raws) => {
  expect(findBadCitations(text).map(({ raw }) => raw)).toEqual(raws);
});

test("every opening is either a citation or a bad one, and the citation stands at its offset", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("[@", "a", "]", "`", "\\", ";", "@b", " ", "\n") }),
      (text) => {
        for (const { raw, offset } of findCitations(text)) expect(text.startsWith(raw, offset)).toBe(true);
        for (const { offset } of findBadCitations(text)) expect(text.startsWith("[@", offset)).toBe(true);
      },
    ),
  );
});
