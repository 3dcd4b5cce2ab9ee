import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { type Derivation, INITIAL_VECTOR, KEY, pkcs12Key } from "./pkcs12-key.ts";
import { decipherRc2 } from "./rc2.ts";
import { countOf, type DerElement, octetsOf, oidOf, partsOf } from "./read-der.ts";

/** What came of deciphering; `unsupported` where the way is not known, `wrong` where the password does not fit. */
export type Deciphered = Uint8Array | "unsupported" | "wrong";

/** Far above what any program asks for; a file that asks for more would keep this one busy for minutes. */
export const ITERATIONS_MAX = 5_000_000;

/** Deciphers a part of a key file by the algorithm that it names (RFC 7292, appendix C; RFC 8018, 6.2). */
export function decipherSafe(
  algorithm: DerElement | undefined,
  data: Uint8Array,
  password: string,
): Deciphered {
  const [name, parameters] = partsOf(algorithm);
  const oid = oidOf(name);
  if (oid === PBES2) return decipherPbes2(parameters, data, password);
  const way = OLD_WAYS.get(oid);
  const [salt, count] = partsOf(parameters);
  const iterations = iterationsOf(count);
  if (way === undefined || salt === undefined || iterations === undefined) return "unsupported";
  const derivation = { digest: "sha1", salt: octetsOf(salt), iterations };
  return way(password, derivation, data);
}

/** The number of rounds that a password is worked through; undefined for one that cannot be meant. */
export function iterationsOf(element: DerElement | undefined): number | undefined {
  const count = countOf(element);
  return count !== undefined && count >= 1 && count <= ITERATIONS_MAX ? count : undefined;
}

/** PBKDF2 as its parameters say (RFC 8018, A.2); undefined where they ask for what is not known. */
export function pbkdf2Key(
  parameters: DerElement | undefined,
  password: string,
  length: number,
): Uint8Array | undefined {
  const [salt, count, ...others] = partsOf(parameters);
  const random = others.find(({ tag }) => tag === 0x30);
  const digest = random === undefined ? "sha1" : PRF_DIGESTS.get(oidOf(partsOf(random)[0]));
  const iterations = iterationsOf(count);
  if (salt?.tag !== 0x04 || iterations === undefined || digest === undefined) return undefined;
  return pbkdf2Sync(Buffer.from(password, "utf8"), salt.content, iterations, length, digest);
}

const PBES2 = "1.2.840.113549.1.5.13";
const PBKDF2 = "1.2.840.113549.1.5.12";

const PRF_DIGESTS: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.2.7", "sha1"],
  ["1.2.840.113549.2.8", "sha224"],
  ["1.2.840.113549.2.9", "sha256"],
  ["1.2.840.113549.2.10", "sha384"],
  ["1.2.840.113549.2.11", "sha512"],
]);

const CIPHERS: ReadonlyMap<string, { readonly name: string; readonly keyLength: number }> = new Map([
  ["2.16.840.1.101.3.4.1.2", { name: "aes-128-cbc", keyLength: 16 }],
  ["2.16.840.1.101.3.4.1.22", { name: "aes-192-cbc", keyLength: 24 }],
  ["2.16.840.1.101.3.4.1.42", { name: "aes-256-cbc", keyLength: 32 }],
  ["1.2.840.113549.3.7", { name: "des-ede3-cbc", keyLength: 24 }],
]);

function decipherPbes2(parameters: DerElement | undefined, data: Uint8Array, password: string): Deciphered {
  const [derivation, encryption] = partsOf(parameters).map((part) => partsOf(part));
  const cipher = CIPHERS.get(oidOf(encryption?.[0]));
  const initialVector = encryption?.[1];
  if (oidOf(derivation?.[0]) !== PBKDF2 || cipher === undefined || initialVector?.tag !== 0x04) {
    return "unsupported";
  }
  const key = pbkdf2Key(derivation?.[1], password, cipher.keyLength);
  return key === undefined ? "unsupported" : decipher(cipher.name, key, initialVector.content, data);
}

/** The ways of before PBES2 that programs have written in this century, by their names (RFC 7292, appendix C). */
const OLD_WAYS: ReadonlyMap<string, (password: string, by: Derivation, data: Uint8Array) => Deciphered> =
  new Map([
    ["1.2.840.113549.1.12.1.3", tripleDes],
    ["1.2.840.113549.1.12.1.5", (password, by, data) => rc2(128, password, by, data)],
    ["1.2.840.113549.1.12.1.6", (password, by, data) => rc2(40, password, by, data)],
  ]);

function tripleDes(password: string, by: Derivation, data: Uint8Array): Deciphered {
  const initialVector = pkcs12Key(password, INITIAL_VECTOR, 8, by);
  return decipher("des-ede3-cbc", pkcs12Key(password, KEY, 24, by), initialVector, data);
}

function rc2(bits: number, password: string, by: Derivation, data: Uint8Array): Deciphered {
  const initialVector = pkcs12Key(password, INITIAL_VECTOR, 8, by);
  return decipherRc2(pkcs12Key(password, KEY, bits / 8, by), bits, initialVector, data) ?? "wrong";
}

function decipher(cipher: string, key: Uint8Array, initialVector: Uint8Array, data: Uint8Array): Deciphered {
  try {
    const decipherer = createDecipheriv(cipher, key, initialVector);
    return Buffer.concat([decipherer.update(data), decipherer.final()]);
  } catch {
    // OpenSSL’s word for padding that does not come out.
    return "wrong";
  }
}
