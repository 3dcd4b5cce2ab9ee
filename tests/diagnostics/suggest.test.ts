import { expect, test } from "vitest";
import { suggest } from "../../src/diagnostics/suggest.ts";

test.each([
  ["titel", ["title", "date"], "title"],
  ["bottom_line", ["title", "bottomLine"], "bottomLine"],
  ["BOTTOM-LINE", ["title", "bottomLine"], "bottomLine"],
  ["audiance", ["audiences", "author"], "audiences"],
  ["marketng", ["c-level", "marketing"], "marketing"],
  ["colour", ["title", "date"], undefined],
  ["xy", ["ab"], undefined],
  ["", ["a"], undefined],
  ["x".repeat(10_000), ["x"], undefined],
])("%s among %j means %s", (written, candidates, meant) => {
  expect(suggest(written, candidates)).toBe(meant);
});
