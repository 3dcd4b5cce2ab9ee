import { expect, test } from "vitest";
import { askedBy, judgePdf, RULE_GROUPS, STANDARDS, type Standard } from "../../src/conformance/index.ts";
import { BREAKS, type Break, type Change } from "./breaks.ts";
import { fileOf, GOOD_TRAILER, goodParts, goodPartsWithAttachment, type Parts } from "./good-file.ts";

test.each(BREAKS)("$what breaks $rules alone", (broken) => {
  const standards: readonly Standard[] = ["pdfua-1", broken.isWithAttachment ? "pdfa-3a" : "pdfa-2a"];
  const found = new Set(judgePdf(bytesOf(broken), standards).map(({ rule }) => rule));
  expect([...found].sort()).toEqual(broken.rules.split(" ").sort());
});

test("every rule is broken once", () => {
  const broken = new Set(BREAKS.flatMap(({ rules }) => rules.split(" ")));
  const unbroken = RULE_GROUPS.flatMap(({ rules }) => rules)
    .map((rule) => STANDARDS.map((standard) => askedBy(standard, rule)?.id))
    .filter((ids) => !ids.some((id) => id !== undefined && broken.has(id)));
  expect(unbroken).toEqual([
    // Such a file has no page to be made of, or takes gigabytes: both are judged elsewhere.
    ["ua1/6.1-a", "a2a/6.1.1-a", "a3a/6.1.1-a"],
    [undefined, "a2a/6.1.13-7", "a3a/6.1.13-7"],
    ["ua1/6.1-b", "a2a/6.2.2-a", "a3a/6.2.2-a"],
  ]);
});

function bytesOf({ changes = [], parts = {}, trailer, bytes, isWithAttachment }: Break): Uint8Array {
  const good: Parts = { ...(isWithAttachment ? goodPartsWithAttachment() : goodParts()), ...parts };
  const file = fileOf(changes.reduce(changed, good), trailer ?? GOOD_TRAILER);
  if (bytes === undefined) return file;
  const text = Buffer.from(file).toString("latin1");
  const other = text.replace(...bytes);
  if (other === text) throw new Error(`nothing to change: ${bytes[0]}`);
  return Buffer.from(other, "latin1");
}

function changed(parts: Parts, [object, from, to]: Change): Parts {
  const part = parts[object];
  if (part === undefined) throw new Error(`no object ${object}`);
  if (from === "") return { ...parts, [object]: { ...part, body: `${part.body} ${to}` } };
  const { body, stream } = part;
  if (body.includes(from)) return { ...parts, [object]: { ...part, body: body.replace(from, to) } };
  if (typeof stream === "string" && stream.includes(from))
    return { ...parts, [object]: { ...part, stream: stream.replace(from, to) } };
  throw new Error(`object ${object} has no “${from}”`);
}
