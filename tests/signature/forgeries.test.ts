import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSignatures, type SignatureReport } from "../../src/signature/check-signatures.ts";
import { signatureFindings } from "../../src/signature/signature-findings.ts";
import { FORGERIES, SIGNED_FILES } from "./forgeries.ts";

const told = (report: SignatureReport | undefined) => [
  ...(report?.faults ?? ["no signature"]),
  ...(report?.appended === "changes" && report.coveredBytes > 0 ? ["appended"] : []),
  ...(report?.weak ?? []).map((what) => `weak ${what}`),
];

test.each(FORGERIES)("$name is found", ({ file, expected }) => {
  expect(told(checkSignatures(file)[0])).toEqual(expected);
});

test.each(FORGERIES)("$name is told in words", ({ file }) => {
  const findings = signatureFindings(file);
  expect(findings.filter(({ severity }) => severity !== "info")).not.toEqual([]);
});

test.each(SIGNED_FILES.map((file, index) => ({ file, kind: ["RSA", "P-256"][index] })))(
  "whatever byte of a file signed with $kind is changed: it is found, or it is none of what was signed",
  ({ file }) => {
    const [honest] = checkSignatures(file);
    const [gapStart = 0, gapEnd = 0] = gapOf(file);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const forged = Buffer.from(file);
        forged[at] = (forged[at] ?? 0) ^ change;
        const [report] = checkSignatures(forged);
        if (report === undefined || report.faults.length > 0 || report.appended === "changes") return true;
        // The envelope of a signature, such as the number of its version, is not signed by any.
        return at > gapStart && at < gapEnd && report.signer?.fingerprint === honest?.signer?.fingerprint;
      }),
      { numRuns: 400 },
    );
  },
);

const gapOf = (file: Uint8Array): number[] =>
  /\/ByteRange \[0 (\d+) (\d+)/.exec(Buffer.from(file).toString("latin1"))?.slice(1).map(Number) ?? [];

test("a file that is cut off anywhere is checked without a throw, and never sound", () => {
  const [file = new Uint8Array()] = SIGNED_FILES;
  const sound = Array.from({ length: 60 }, (_, step) => Math.trunc((step * file.length) / 60)).filter((end) =>
    signatureFindings(file.subarray(0, end)).some(({ code }) => /sound|self-signed/.test(code)),
  );
  expect(sound).toEqual([]);
});
