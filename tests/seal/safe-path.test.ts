import { expect, test } from "vitest";
import { safePath } from "../../src/seal/safe-path.ts";

test.each([
  ["loss.csv", "loss.csv"],
  ["./loss.csv", "loss.csv"],
  ["data/loss.csv", "data/loss.csv"],
  ["data/../loss.csv", "loss.csv"],
  ["a b/größe.png", "a b/größe.png"],
])("%s is %s beside its brief", (written, expected) => {
  expect(safePath(written)).toBe(expected);
});

test.each([
  "",
  ".",
  "..",
  "../loss.csv",
  "data/../../loss.csv",
  "/etc/passwd",
  "C:/windows/win.ini",
  "data\\..\\..\\loss.csv",
  "\\\\server\\share",
  ".bashrc",
  "data/.git/config",
  "~/loss.csv",
  "con",
  "NUL.csv",
  "loss.csv:stream",
  "loss.csv ",
  "loss.csv.",
  "a\u0000b.csv",
  "a\u202egnp.exe",
  "a\nb.csv",
  "a/b/c/d/e/f/g/h/i.csv",
  `${"a".repeat(200)}.csv`,
])("%j is no file beside a brief", (written) => {
  expect(safePath(written)).toBeUndefined();
});
