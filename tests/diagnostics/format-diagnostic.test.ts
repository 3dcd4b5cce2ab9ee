import fc from "fast-check";
import picocolors from "picocolors";
import { expect, test } from "vitest";
import { codeFrame } from "../../src/diagnostics/code-frame.ts";
import { diagnose } from "../../src/diagnostics/diagnostic.ts";
import { diagnosticData } from "../../src/diagnostics/diagnostic-data.ts";
import { formatDiagnostic } from "../../src/diagnostics/format-diagnostic.ts";

const plain = picocolors.createColors(false);
const colourful = picocolors.createColors(true);
const text = "title: x\ndate: y\nbottomLine: z\n";
const finding = diagnose(
  "bad-date",
  { field: "“date”", value: "y", exists: true },
  { file: "briefs/x.yaml", line: 2, column: 7, text },
);

test("a finding is shown with place, code, message, the lines around it and a hint", () => {
  expect(formatDiagnostic(finding, plain)).toMatchInlineSnapshot(`
    "briefs/x.yaml:2:7  error  bad-date
      “date” must be a date in the form YYYY-MM-DD, but it is “y”.

        1 | title: x
      > 2 | date: y
          |       ^
        3 | bottomLine: z

      → Write year, month and day like 2025-02-03."
  `);
});

test("colours come from the palette alone and change no word", () => {
  const coloured = formatDiagnostic(finding, colourful);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const withoutColours = coloured.replace(/\u001b\[\d+m/g, "");
  expect(coloured).not.toBe(withoutColours);
  expect(withoutColours).toBe(formatDiagnostic(finding, plain));
});

test("nothing that an author wrote reaches the terminal as a command to it", () => {
  const attack = "a\u001b[31m\u0007\u202e";
  const shown = formatDiagnostic(
    diagnose("unknown-source", { id: attack }, { file: `x${attack}`, line: 1, column: 1, text: attack }),
    plain,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the purpose
  expect(shown).not.toMatch(/[\u0007\u001b\u202e]/);
});

test("as data, what is unknown is null and the text of the file is left out", () => {
  expect(diagnosticData(diagnose("audience-all", {}))).toMatchObject({
    file: null,
    line: null,
    column: null,
  });
  expect(Object.keys(diagnosticData(finding))).toEqual([
    "code",
    "severity",
    "message",
    "hint",
    "file",
    "line",
    "column",
  ]);
});

test("a very long line is cut around the column", () => {
  const line = `${"a".repeat(5000)}HERE${"b".repeat(5000)}`;
  const frame = codeFrame({ file: "x", line: 1, column: 5001, text: line }) ?? "";
  const [shown = "", marker = ""] = frame.split("\n");
  expect(shown.length).toBeLessThan(130);
  expect(shown.slice(marker.indexOf("^")).startsWith("HERE")).toBe(true);
});

test("the marker stands under its character after tabs", () => {
  const [shown = "", marker = ""] = (codeFrame({ file: "x", line: 1, column: 3, text: "\t\tx" }) ?? "").split(
    "\n",
  );
  expect(shown[marker.indexOf("^")]).toBe("x");
});

test("a frame is made for any place in any text", () => {
  const anyText = fc.string({ unit: fc.constantFrom("a", "\t", "\n", "\r", "é", "😀", "x".repeat(300)) });
  fc.assert(
    fc.property(
      anyText,
      fc.integer({ min: -5, max: 500 }),
      fc.integer({ min: -5, max: 5000 }),
      (any, line, column) => {
        expect(codeFrame({ file: "x", line, column, text: any })).toEqual(expect.any(String));
      },
    ),
  );
});
