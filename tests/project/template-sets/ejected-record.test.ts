import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
  type EjectedPiece,
  readEjectedRecord,
  updateEjectedRecord,
} from "../../../src/project/template-sets/ejected-record.ts";
import { folderOf } from "../../render/folder-of.ts";

const PIECE: EjectedPiece = {
  piece: "partials/caveat.hbs",
  set: "executive",
  version: "1.0.0",
  original: '<p id="{{anchor}}">\n  {{rich claim}}\n</p>\n',
};

const readBack = async (text: string) => {
  const record = await readEjectedRecord(folderOf({ "ejected.yaml": text }));
  return record.ok ? record.value.pieces : record.diagnostics;
};

test("a record is a file that a person can read", () => {
  expect(
    updateEjectedRecord({ text: "" }, [PIECE]),
  ).toBe(`# What was copied into this folder from another template set, by “brief template eject”.
# Keep this file beside the copies: “brief template status” compares the originals below with those of
# today, and shows you what has changed in them since. It is written for you; there is nothing to edit.
pieces:
  - piece: partials/caveat.hbs
    set: executive
    version: 1.0.0
    original: |
      <p id="{{anchor}}">
        {{rich claim}}
      </p>
`);
});

test("an entry takes the place of the one before, others and comments stay, what is gone goes", async () => {
  const one = updateEjectedRecord({ text: "" }, [PIECE, { ...PIECE, piece: "page.css" }]);
  const noted = one.replace("pieces:", "# Ours.\npieces:");
  const two = updateEjectedRecord({ text: noted }, [{ ...PIECE, version: null }], ["page.css"]);
  expect(two).toContain("# Ours.");
  expect(await readBack(two)).toEqual([{ ...PIECE, version: null }]);
  expect(await readBack(updateEjectedRecord({ text: two }, [], [PIECE.piece]))).toEqual([]);
});

test("every text comes back as it was", () =>
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("a", " ", "\n", "\t", "#", ":", "{{", '"', "'", "é", "- ", "\u0002", "\ufeff"),
      }),
      (original) => {
        const text = updateEjectedRecord({ text: "" }, [{ ...PIECE, original }]);
        expect(parse(text).pieces[0].original).toBe(original);
      },
    ),
  ));

test("a record whose line ends were changed says the same", async () => {
  const text = updateEjectedRecord({ text: "" }, [PIECE]).replaceAll("\n", "\r\n");
  expect(await readBack(text)).toEqual([PIECE]);
});

test.each([
  [
    "pieces:\n  - { piece: a.hbs, set: executive, version: 1.0.0 }\n",
    "“pieces.0.original” in ejected.yaml: it is missing.",
  ],
  ["pieces:\n  - {}\n", "“pieces.0.piece” in ejected.yaml: it is missing."],
  ["pieces: [\n", /^ejected\.yaml cannot be read: ./],
  [
    "pieces:\n  - { piece: ../../secret, set: a, version: null, original: '' }\n",
    "“pieces.0.piece” in ejected.yaml: it must be a file inside this folder.",
  ],
])("a record that was broken is a finding: %j", async (text, message) => {
  const [finding] = await readBack(text);
  expect(finding).toMatchObject({ code: "ejected-record" });
  expect(finding && "message" in finding && finding.message).toEqual(
    typeof message === "string" ? message : expect.stringMatching(message),
  );
});

test("a set without a record has copied nothing", async () => {
  const folder = folderOf({});
  const record = await readEjectedRecord(folder);
  expect(record).toMatchObject({ ok: true, value: { pieces: [], file: path.join(folder, "ejected.yaml") } });
});
