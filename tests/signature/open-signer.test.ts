import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openSigner } from "../../src/signature/open-signer.ts";
import { decipherRc2 } from "../../src/signature/rc2.ts";
import { folderOf } from "../render/folder-of.ts";
import { makeIdentity } from "./make-certificate.ts";
import { makePkcs12 } from "./make-pkcs12.ts";
import { hasTool, run } from "./tools.ts";

const password = "Grüße, 世界 🔑";
const root = makeIdentity("Northwind Root");
const intermediate = makeIdentity("Northwind People", { issuer: root, serial: 2 });
const ada = makeIdentity("Ada Muster", { issuer: intermediate, serial: 3 });
const stranger = makeIdentity("Somebody Else");
const curved = makeIdentity("Curved", { kind: "p256" });

const open = (bytes: Uint8Array, given = password) => openSigner(bytes, { password: given, file: "ada.p12" });
const codes = (bytes: Uint8Array, given?: string) => open(bytes, given).diagnostics.map(({ code }) => code);
const everybody = [stranger, root, ada, intermediate].map(({ certificate }) => certificate);
const whole = makePkcs12({ key: ada.key, certificates: everybody, password });

test("the certificate of the key is found among others, with those that vouch for it in their order", () => {
  const opened = open(whole);
  expect(opened.ok && opened.value.chain.map(({ subject }) => subject)).toEqual([
    "CN=Ada Muster",
    "CN=Northwind People",
    "CN=Northwind Root",
  ]);
});

test.each([
  { name: "an RSA key", identity: ada, kind: "rsa" },
  { name: "a key on P-256", identity: curved, kind: "ecdsa" },
  { name: "a key on P-384", identity: makeIdentity("Curved", { kind: "p384" }), kind: "ecdsa" },
])("$name opens", ({ identity: { key, certificate }, kind }) => {
  const opened = open(makePkcs12({ key, certificates: [certificate], password }));
  expect(opened.ok && opened.value.kind).toBe(kind);
});

test("a file without lengths, as browsers write it, opens", () => {
  const bytes = makePkcs12({ key: ada.key, certificates: everybody, password, isOpenEnded: true });
  expect(open(bytes).ok).toBe(true);
});

test("a file locked with RC2 and triple DES, as older programs write it, opens", () => {
  const bytes = readFileSync(path.join(import.meta.dirname, "legacy.p12"));
  const opened = open(bytes, "grüße");
  expect(opened.ok && opened.value.certificate.subject).toBe("CN=Legacy Test\nO=Northwind");
});

describe.skipIf(!hasTool("openssl", "version"))("files that OpenSSL writes", () => {
  test.each([
    { name: "by default", identity: ada, flags: [] },
    { name: "for a key on a curve", identity: curved, flags: [] },
    { name: "with AES-128", identity: ada, flags: ["-certpbe", "AES-128-CBC", "-keypbe", "AES-128-CBC"] },
    {
      name: "with triple DES",
      identity: ada,
      flags: ["-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES"],
    },
    { name: "with an unlocked certificate", identity: ada, flags: ["-certpbe", "NONE"] },
    { name: "with another checksum", identity: ada, flags: ["-macalg", "sha512"] },
    { name: "without a checksum", identity: ada, flags: ["-nomac"] },
  ])("$name open", ({ identity: { key, certificate }, flags }) => {
    const pem = `${key.export({ type: "pkcs8", format: "pem" })}${certificate}`;
    const folder = folderOf({ "both.pem": pem, secret: `${password}\n` });
    const [out, both, secret] = ["out.p12", "both.pem", "secret"].map((name) => path.join(folder, name));
    run(
      "openssl",
      "pkcs12",
      "-export",
      "-in",
      `${both}`,
      "-out",
      `${out}`,
      "-passout",
      `file:${secret}`,
      ...flags,
    );
    expect(codes(readFileSync(`${out}`))).toEqual([]);
    expect(codes(readFileSync(`${out}`), "wrong")).toEqual(["signature-password-wrong"]);
  });
});

test.each([
  { name: "a wrong password", bytes: whole, given: "guessed", expected: "signature-password-wrong" },
  { name: "no PKCS #12 file", bytes: Buffer.from("-----BEGIN"), expected: "signature-file-invalid" },
  { name: "an empty file", bytes: new Uint8Array(), expected: "signature-file-invalid" },
  {
    name: "a lock that is not known",
    bytes: makePkcs12({ key: ada.key, certificates: everybody, password, cipherOid: "1.2.3.4" }),
    expected: "signature-file-unsupported",
  },
  {
    name: "no private key",
    bytes: makePkcs12({ certificates: everybody, password }),
    expected: "signature-key-missing",
  },
  {
    name: "the certificate of somebody else",
    bytes: makePkcs12({ key: ada.key, certificates: [stranger.certificate], password }),
    expected: "signature-certificate-missing",
  },
  ...(["rsa-1024", "ed25519"] as const).map((kind) => {
    const { key, certificate } = makeIdentity("Odd", { kind });
    const bytes = makePkcs12({ key, certificates: [certificate], password });
    return { name: `a key of ${kind}`, bytes, expected: "signature-key-unsupported" };
  }),
])("$name is told as $expected", ({ bytes, given, expected }) => {
  expect(codes(bytes, given)).toEqual([expected]);
});

test("neither password nor key is in any finding", () => {
  const said = JSON.stringify([open(whole, "hunter2secret"), open(whole.subarray(0, 400))]);
  expect(said).not.toContain("hunter2secret");
  expect(said).not.toContain("PRIVATE");
});

const places = Array.from({ length: 150 }, (_, step) => Math.trunc((step * whole.length) / 150));

test("a file that was cut off anywhere is told, and throws nothing", () => {
  expect(places.filter((at) => open(whole.subarray(0, at)).ok)).toEqual([]);
});

test("a file that is damaged anywhere throws nothing, and never opens as somebody else’s", () => {
  const others = places.filter((at, step) => {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ (step % 2 === 0 ? 0x80 : 0x01);
    const opened = open(damaged);
    return opened.ok && opened.value.certificate.fingerprint256 !== ada.certificate.fingerprint256;
  });
  expect(others).toEqual([]);
});

/** RFC 2268, section 5. */
test.each([
  { key: "0000000000000000", bits: 63, plain: "0000000000000000", cipher: "ebb773f993278eff" },
  { key: "ffffffffffffffff", bits: 64, plain: "ffffffffffffffff", cipher: "278b27e42e2f0d49" },
  { key: "3000000000000000", bits: 64, plain: "1000000000000001", cipher: "30649edf9be7d2c2" },
  { key: "88", bits: 64, plain: "0000000000000000", cipher: "61a8a244adacccf0" },
  { key: "88bca90e90875a", bits: 64, plain: "0000000000000000", cipher: "6ccf4308974c267f" },
  {
    key: "88bca90e90875a7f0f79c384627bafb2",
    bits: 64,
    plain: "0000000000000000",
    cipher: "1a807d272bbe5db1",
  },
  {
    key: "88bca90e90875a7f0f79c384627bafb2",
    bits: 128,
    plain: "0000000000000000",
    cipher: "2269552ab0f85ca6",
  },
  {
    key: "88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e",
    bits: 129,
    plain: "0000000000000000",
    cipher: "5b78d3a43dfff1f1",
  },
])("RC2 deciphers $cipher as its standard says", ({ key, bits, plain, cipher }) => {
  // With this vector, what comes out is a block of padding and nothing else.
  const vector = Buffer.from(plain, "hex").map((byte) => byte ^ 8);
  expect(decipherRc2(Buffer.from(key, "hex"), bits, vector, Buffer.from(cipher, "hex"))).toHaveLength(0);
});
