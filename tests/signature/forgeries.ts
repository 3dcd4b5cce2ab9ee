import { MESSAGE_DIGEST } from "../../src/signature/object-identifiers.ts";
import { signPdf } from "../../src/signature/sign-pdf.ts";
import { derOctets } from "../../src/signature/write-der.ts";
import { attribute, forgeSignature } from "./forge-cms.ts";
import { makeIdentity } from "./make-certificate.ts";
import { makePkcs12 } from "./make-pkcs12.ts";
import { samplePdf } from "./sample-pdf.ts";

/** A file that claims to be signed, and what is to be found of it: faults, then what was appended, then what is weak. */
export interface Forgery {
  readonly name: string;
  readonly file: Uint8Array;
  readonly expected: readonly string[];
}

const password = "geheim";
const date = new Date("2025-02-03T00:00:00Z");
const ada = makeIdentity("Ada Muster", { serial: 7 });
/** Of the same name and number, so that a message that names Ada’s certificate finds this one. */
const impostor = makeIdentity("Ada Muster", { serial: 7 });
const curved = makeIdentity("Ada Muster", { kind: "p256" });
const short = makeIdentity("Ada Muster", { kind: "rsa-1024" });
const unsigned = await samplePdf({ isPacked: false });
const another = await samplePdf({ isPacked: false, text: "Revenue rose by 17 percent." });

function sign(pdf: Uint8Array, { key, certificate } = ada): Uint8Array {
  const p12 = makePkcs12({ key, certificates: [certificate], password });
  const signed = signPdf(pdf, { p12, password, date, reason: "Approved" });
  if (!signed.ok) throw new Error("The sample cannot be signed.");
  return signed.value;
}

const honest = sign(unsigned);
const onCurve = sign(unsigned, curved);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const bytes = (content: string) => Buffer.from(content, "latin1");
const CONTENTS = /\/Contents <([0-9A-F]+)>/;
const contentsOf = (file: Uint8Array) => CONTENTS.exec(text(file))?.[1] ?? "";

/** Replaces what is found once; whatever is not found would make a forgery that forges nothing. */
function replaced(file: Uint8Array, what: string | RegExp, by: (found: string) => string): Uint8Array {
  const content = text(file);
  const changed = content.replace(what, by);
  if (changed === content) throw new Error(`There is no ${what} to forge.`);
  return bytes(changed);
}

const RANGE = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/;

/** Writes other numbers in the room of the old ones. */
function ranged(file: Uint8Array, change: (numbers: readonly number[]) => readonly number[]): Uint8Array {
  return replaced(file, RANGE, (found) => {
    const numbers = RANGE.exec(found)?.slice(1).map(Number) ?? [];
    return `/ByteRange [${change([0, ...numbers]).join(" ")}`.padEnd(found.length - 1).concat("]");
  });
}

const replacePage = (file: Uint8Array) =>
  Buffer.concat([file, bytes("\n5 0 obj\n<</Type /Page /Parent 1 0 R>>\nendobj\nstartxref\n0\n%%EOF\n")]);

const inMessage = (change: (hex: string) => string) =>
  replaced(honest, CONTENTS, (found) => found.replace(contentsOf(honest), change(contentsOf(honest))));

export const FORGERIES: readonly Forgery[] = [
  {
    name: "one byte of a page changed",
    file: replaced(honest, "MediaBox [ 0 0 400", () => "MediaBox [ 0 0 401"),
    expected: ["content-changed"],
  },
  {
    name: "the first byte of the file changed",
    file: replaced(honest, "%PDF-1.7", () => "%PDF-1.6"),
    expected: ["content-changed"],
  },
  {
    name: "the date of the signature changed, behind its place",
    file: replaced(honest, "(D:20250203", () => "(D:20240203"),
    expected: ["content-changed"],
  },
  { name: "a line appended", file: Buffer.concat([honest, bytes("\n")]), expected: ["appended"] },
  { name: "a page replaced by an update", file: replacePage(honest), expected: ["appended"] },
  {
    name: "a second signature appended with a change beside it",
    file: sign(Buffer.concat([honest, bytes("%\n")]), curved),
    expected: ["appended"],
  },
  {
    name: "the signature of another file of the same signer",
    file: replaced(honest, CONTENTS, () => `/Contents <${contentsOf(sign(another))}>`),
    expected: ["content-changed"],
  },
  {
    name: "the range ending earlier, so that the end of the file is free",
    file: ranged(honest, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 20]),
    expected: ["content-changed", "appended"],
  },
  {
    name: "the range beginning later",
    file: ranged(honest, ([, b = 0, c = 0, d = 0]) => [9, b - 9, c, d]),
    expected: ["range-wrong"],
  },
  {
    name: "the gap made wider than the signature",
    file: ranged(honest, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c + 30, d - 30]),
    expected: ["range-wrong"],
  },
  {
    name: "a range of six numbers, with two gaps",
    file: ranged(honest, ([a = 0, b = 0, c = 0, d = 0]) => [a, 10, 20, b, c, d]),
    expected: ["range-wrong"],
  },
  {
    name: "a range beyond the end of the file",
    file: ranged(honest, ([a = 0, b = 0, c = 0]) => [a, b, c, 99_999_999]),
    expected: ["range-wrong"],
  },
  {
    name: "a range that runs backwards",
    file: ranged(honest, () => [0, 900, 200, 800]),
    expected: ["range-wrong"],
  },
  {
    name: "a comment hidden in the gap",
    file: replaced(onCurve, /00>(?=\s*\/M)/, () => "%X>"),
    expected: ["range-wrong"],
  },
  {
    name: "bytes hidden behind the message",
    file: replaced(onCurve, /00>(?=\s*\/M)/, () => "2A>"),
    expected: ["room-misused"],
  },
  {
    name: "a message that brings a content of its own",
    file: forgeSignature(unsigned, { ...ada, content: Buffer.from("Revenue rose.") }),
    expected: ["room-misused"],
  },
  {
    name: "the value of the signature changed",
    file: inMessage((hex) => `${hex.slice(0, -2)}${hex.endsWith("00") ? "01" : "00"}`),
    expected: ["signature-wrong"],
  },
  {
    name: "a signature by another key under Ada’s certificate",
    file: forgeSignature(unsigned, { ...ada, key: impostor.key }),
    expected: ["signature-wrong"],
  },
  {
    name: "the certificate replaced by one of the same name and number",
    file: forgeSignature(unsigned, { ...ada, certificates: [impostor.certificate] }),
    expected: ["certificate-swapped", "signature-wrong"],
  },
  {
    name: "the certificate left out",
    file: forgeSignature(unsigned, { ...ada, certificates: [] }),
    expected: ["certificate-missing"],
  },
  {
    name: "a certificate that the signature does not name",
    file: forgeSignature(unsigned, { ...ada, hasNoCertificateName: true }),
    expected: ["certificate-swapped"],
  },
  {
    name: "two digests in one message",
    file: forgeSignature(unsigned, {
      ...ada,
      moreAttributes: [attribute(MESSAGE_DIGEST, derOctets(Buffer.alloc(32, 255)))],
    }),
    expected: ["message-contradictory"],
  },
  {
    name: "two ways in which it was made",
    file: forgeSignature(unsigned, { ...ada, signatureOid: "1.2.840.113549.1.1.5" }),
    expected: ["message-contradictory"],
  },
  {
    name: "two signers in one message",
    file: forgeSignature(unsigned, { ...ada, hasTwoSigners: true }),
    expected: ["kind-unknown"],
  },
  {
    name: "a digest that can be forged",
    file: forgeSignature(unsigned, { ...ada, digest: { name: "sha1", oid: "1.3.14.3.2.26" } }),
    expected: ["weak SHA-1"],
  },
  {
    name: "the digest renamed to a weaker one",
    file: inMessage((hex) => hex.replaceAll("608648016503040201", "608648016503040204")),
    expected: ["content-changed", "signature-wrong"],
  },
  { name: "a short key", file: forgeSignature(unsigned, short), expected: ["weak RSA 1024"] },
  {
    name: "a digest that nobody knows",
    file: forgeSignature(unsigned, { ...ada, digest: { name: "sha256", oid: "1.2.3.4" } }),
    expected: ["kind-unknown"],
  },
  {
    name: "the message wiped out",
    file: inMessage((hex) => "0".repeat(hex.length)),
    expected: ["kind-unknown"],
  },
  {
    name: "another kind of signature",
    file: replaced(honest, "/ETSI.CAdES.detached", () => "/adbe.x509.rsa_sha1 "),
    expected: ["kind-unknown"],
  },
  {
    name: "no attributes in a kind that asks for them",
    file: forgeSignature(unsigned, { ...ada, isBare: true }),
    expected: ["certificate-swapped"],
  },
];

/** Files for which nothing but not throwing is asked. */
export const SIGNED_FILES = [honest, onCurve];
