import path from "node:path";
import { describe, expect, test } from "vitest";
import { openPdfFile } from "../../src/pdf/pdf-file.ts";
import { readPdf } from "../../src/pdf/read-pdf.ts";
import { checkSignatures } from "../../src/signature/check-signatures.ts";
import { signPdf } from "../../src/signature/sign-pdf.ts";
import { signatureFindings } from "../../src/signature/signature-findings.ts";
import { folderOf } from "../render/folder-of.ts";
import { type Identity, makeIdentity } from "./make-certificate.ts";
import { makePkcs12 } from "./make-pkcs12.ts";
import { samplePdf } from "./sample-pdf.ts";
import { hasTool, run, saidBy } from "./tools.ts";

const password = "geheim";
const date = new Date("2025-02-03T00:00:00Z");
const root = makeIdentity("Northwind Root");
const ada = makeIdentity("Ada Muster", { issuer: root, serial: 2 });
const alone = makeIdentity("Alone, Ltd.");
const p256 = makeIdentity("Curved", { kind: "p256" });
const p384 = makeIdentity("More Curved", { kind: "p384" });
const packed = await samplePdf();
const plain = await samplePdf({ isPacked: false });

const keyFile = ({ key, certificate }: Identity) =>
  makePkcs12({ key, certificates: [certificate, root.certificate], password });

function signed(
  identity: Identity,
  bytes: Uint8Array,
  words: { reason?: string; location?: string } = {},
): Uint8Array {
  const outcome = signPdf(bytes, { p12: keyFile(identity), password, date, ...words });
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  return outcome.value;
}

const codes = (bytes: Uint8Array) => signatureFindings(bytes).map(({ code }) => code);

const CASES = [
  { name: "RSA, in a file with packed objects", identity: ada, bytes: packed },
  { name: "RSA, in a file with a plain table", identity: ada, bytes: plain },
  { name: "P-256", identity: p256, bytes: packed },
  { name: "P-384", identity: p384, bytes: plain },
];

test.each(CASES)("$name: what was signed is sound, and all of it is covered", ({ identity, bytes }) => {
  const [report, ...others] = checkSignatures(signed(identity, bytes));
  expect(others).toEqual([]);
  expect(report).toMatchObject({ kind: "ETSI.CAdES.detached", faults: [], coversWholeFile: true, weak: [] });
  expect(report).toMatchObject({ appended: "nothing", date, wasValidThen: true });
});

test.each(CASES)("$name: what stood there before is untouched, and reads the same", ({ identity, bytes }) => {
  const after = signed(identity, bytes);
  expect(Buffer.compare(after.subarray(0, bytes.length), bytes)).toBe(0);
  const reader = openPdfFile(after);
  expect(reader.isRepaired).toBe(false);
  expect(JSON.stringify(readPdf(after, "ltr"))).toBe(JSON.stringify(readPdf(bytes, "ltr")));
});

describe.skipIf(!hasTool("pdfsig", "-v"))("as poppler’s pdfsig judges", () => {
  test.each(CASES)("$name is valid and covers the whole document", ({ identity, bytes }) => {
    const file = path.join(folderOf({ "signed.pdf": signed(identity, bytes) }), "signed.pdf");
    const said = saidBy("pdfsig", file);
    expect(said).toContain("Signature is Valid");
    expect(said).toContain("Total document signed");
    expect(said).toContain("Signing Hash Algorithm: SHA-256");
  });

  test("a file with one byte changed is not", () => {
    const forged = Buffer.from(signed(ada, packed));
    forged[100] = (forged[100] ?? 0) ^ 1;
    const file = path.join(folderOf({ "forged.pdf": forged }), "forged.pdf");
    expect(saidBy("pdfsig", file)).not.toContain("Signature is Valid");
  });
});

test.skipIf(!hasTool("qpdf")).each(CASES)("$name: qpdf finds no fault in the file", ({ identity, bytes }) => {
  const file = path.join(folderOf({ "signed.pdf": signed(identity, bytes) }), "signed.pdf");
  expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
});

test.skipIf(!hasTool("openssl", "version"))(
  "OpenSSL verifies the message by CAdES, with the certificate that it names",
  () => {
    const bytes = Buffer.from(signed(ada, packed));
    const range = /ByteRange \[0 (\d+) (\d+)/.exec(bytes.toString("latin1"))?.slice(1).map(Number) ?? [];
    const [start = 0, end = 0] = range;
    const message = Buffer.from(bytes.toString("latin1", start + 1, end - 1), "hex");
    const content = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    const folder = folderOf({ message, content, root: String(root.certificate) });
    const at = (name: string) => path.join(folder, name);
    const files = ["-in", at("message"), "-content", at("content"), "-CAfile", at("root"), "-out", at("out")];
    const said = run(
      "openssl",
      "cms",
      "-verify",
      "-cades",
      "-binary",
      "-inform",
      "DER",
      "-purpose",
      "any",
      ...files,
    );
    expect(said).toContain("CAdES Verification successful");
  },
);

test("who signed, who vouches, why and where are told as they were written", () => {
  const [report] = checkSignatures(signed(ada, packed, { reason: "Freigabe ☂", location: "Köln (Dom)" }));
  expect(report).toMatchObject({ reason: "Freigabe ☂", location: "Köln (Dom)", field: "Signature1" });
  expect(report?.signer).toMatchObject({
    name: "Ada Muster",
    issuer: "Northwind Root",
    isSelfSigned: false,
    chain: ["Ada Muster", "Northwind Root"],
    key: "RSA 2048",
  });
  expect(codes(signed(ada, packed))).toEqual(["signature-sound"]);
});

test("a name that nobody else vouches for is told as such, with the fingerprint to compare", () => {
  const [finding, ...others] = signatureFindings(signed(alone, packed));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: "signature-self-signed" });
  expect(finding?.message).toContain("Alone, Ltd.");
  expect(finding?.hint).toContain(alone.certificate.fingerprint256);
});

test("signing twice with the same RSA key gives the same bytes", () => {
  expect(Buffer.compare(signed(ada, packed), signed(ada, packed))).toBe(0);
});

test("signing twice with the same key on a curve differs in the signature alone", () => {
  const [one, other] = [signed(p256, packed), signed(p256, packed)].map((bytes) => {
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/\/Contents <[0-9A-F]+>/, "");
  });
  expect(one).toBe(other);
});

test("a second signature leaves the first sound, and both say what was added", () => {
  const twice = signed(p256, signed(ada, packed));
  expect(checkSignatures(twice).map(({ field, faults, appended }) => ({ field, faults, appended }))).toEqual([
    { field: "Signature1", faults: [], appended: "signature" },
    { field: "Signature2", faults: [], appended: "nothing" },
  ]);
  expect(codes(twice)).toEqual(["signature-sound", "signature-followed", "signature-self-signed"]);
});

test("a certificate that has run out signs nothing", () => {
  const p12 = keyFile(makeIdentity("Old", { until: "2024-12-31" }));
  const outcome = signPdf(packed, { p12, password, date, file: "old.p12" });
  expect(outcome.diagnostics).toMatchObject([
    {
      code: "signature-certificate-expired",
      message:
        "The certificate of Old in old.p12 was valid until 2024-12-31, and the file to be signed is of 2025-02-03.",
    },
  ]);
});

test("a certificate younger than the brief dates the signature by its own first day", () => {
  const bytes = signed(makeIdentity("Young", { from: "2026-05-01" }), packed);
  expect(checkSignatures(bytes)[0]).toMatchObject({ date: new Date("2026-05-01"), wasValidThen: true });
});

test.each([
  { name: "an encrypted file", bytes: encrypted(), why: "it is encrypted" },
  {
    name: "a file without its end",
    bytes: packed.subarray(0, -300),
    why: "the list of its objects is damaged",
  },
  { name: "something else", bytes: Buffer.from("Dear all,"), why: "the list of its objects is damaged" },
])("$name is not signed", ({ bytes, why }) => {
  const outcome = signPdf(bytes, { p12: keyFile(ada), password, date });
  expect(outcome.diagnostics.map(({ message }) => message)).toEqual([`The PDF cannot be signed: ${why}.`]);
});

test("a file without a signature has none to tell of", () => {
  expect(checkSignatures(packed)).toEqual([]);
});

function encrypted(): Uint8Array {
  return Buffer.from(
    Buffer.from(plain).toString("latin1").replace("/Size", "/Encrypt 1 0 R /Size"),
    "latin1",
  );
}
