import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual, X509Certificate } from "node:crypto";
import { type Deciphered, decipherSafe, iterationsOf, pbkdf2Key } from "./decipher-safe.ts";
import { DATA, DIGEST_NAMES, ENCRYPTED_DATA } from "./object-identifiers.ts";
import { MAC_KEY, pkcs12Key } from "./pkcs12-key.ts";
import { countOf, type DerElement, octetsOf, oidOf, partsOf, readDer } from "./read-der.ts";

/** What a key file holds. */
export interface KeyFile {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

/** Why a key file cannot be opened. */
export type KeyFileFault = "damaged" | "unsupported" | "wrong-password";

/** A SHA-384 or SHA-512 longer than this is none. */
const MAC_BYTES_MAX = 64;

/**
 * Opens a PKCS #12 file (RFC 7292) as OpenSSL 3, older OpenSSL, Windows, Java and browsers write them: AES behind PBKDF2, triple
 * DES and RC2, with the checksum of RFC 7292 or RFC 9579.
 */
export function openPkcs12(bytes: Uint8Array, password: string): KeyFile | KeyFileFault {
  const [version, safe, mac] = partsOf(readDer(bytes));
  const [kind, wrapped] = partsOf(safe);
  if (countOf(version) !== 3 || oidOf(kind) !== DATA) return "damaged";
  const content = octetsOf(partsOf(wrapped)[0]);
  const fault = mac === undefined ? undefined : checkMac(mac, content, password);
  if (fault !== undefined) return fault;
  const found: Found = { keys: [], certificates: [] };
  for (const part of partsOf(readDer(content))) {
    const opened = openPart(part, password);
    if (typeof opened === "string") return opened;
    const problem = readBags(opened, password, found);
    if (problem !== undefined) return problem;
  }
  return found;
}

interface Found {
  readonly keys: KeyObject[];
  readonly certificates: X509Certificate[];
}

/** Whether the password is that of the file; a wrong one and a changed file look the same. */
function checkMac(mac: DerElement, content: Uint8Array, password: string): KeyFileFault | undefined {
  const [digestInfo, salt, count] = partsOf(mac);
  const [algorithm, expected] = partsOf(digestInfo);
  const [name, parameters] = partsOf(algorithm);
  if (expected === undefined || expected.content.length > MAC_BYTES_MAX) return "damaged";
  const oid = oidOf(name);
  const made = oid === PBMAC1 ? newMac(parameters, content, password) : oldMac();
  if (made === undefined) return "unsupported";
  const isRight =
    made.length === expected.content.length && timingSafeEqual(made, Buffer.from(expected.content));
  return isRight ? undefined : "wrong-password";

  function oldMac(): Buffer | undefined {
    const digest = DIGEST_NAMES.get(oid);
    const iterations = count === undefined ? 1 : iterationsOf(count);
    if (digest === undefined || digest === "md5" || iterations === undefined) return undefined;
    const length = expected?.content.length ?? 0;
    const key = pkcs12Key(password, MAC_KEY, length, { digest, salt: octetsOf(salt), iterations });
    return createHmac(digest, key).update(content).digest();
  }
}

const PBMAC1 = "1.2.840.113549.1.5.14";
const HMAC_DIGESTS: ReadonlyMap<string, { readonly digest: string; readonly length: number }> = new Map([
  ["1.2.840.113549.2.9", { digest: "sha256", length: 32 }],
  ["1.2.840.113549.2.10", { digest: "sha384", length: 48 }],
  ["1.2.840.113549.2.11", { digest: "sha512", length: 64 }],
]);

/** The checksum of RFC 9579. */
function newMac(
  parameters: DerElement | undefined,
  content: Uint8Array,
  password: string,
): Buffer | undefined {
  const [derivation, scheme] = partsOf(parameters).map((part) => partsOf(part));
  const hmac = HMAC_DIGESTS.get(oidOf(scheme?.[0]));
  const length =
    countOf(partsOf(derivation?.[1]).find(({ tag }, at) => tag === 0x02 && at > 1)) ?? hmac?.length;
  if (hmac === undefined || length === undefined || length > MAC_BYTES_MAX) return undefined;
  const key = pbkdf2Key(derivation?.[1], password, length);
  return key && createHmac(hmac.digest, key).update(content).digest();
}

/** A part of the file, deciphered where it is enciphered. */
function openPart(part: DerElement, password: string): Uint8Array | KeyFileFault {
  const [kind, wrapped] = partsOf(part);
  const [content] = partsOf(wrapped);
  if (oidOf(kind) === DATA) return octetsOf(content);
  if (oidOf(kind) !== ENCRYPTED_DATA) return "unsupported";
  const [, inner] = partsOf(content);
  const [, algorithm, data] = partsOf(inner);
  return faultOf(decipherSafe(algorithm, octetsOf(data), password));
}

const CERTIFICATE_BAG = "1.2.840.113549.1.12.10.1.3";
const KEY_BAG = "1.2.840.113549.1.12.10.1.1";
const SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2";
const X509 = "1.2.840.113549.1.9.22.1";

function readBags(content: Uint8Array, password: string, found: Found): KeyFileFault | undefined {
  for (const bag of partsOf(readDer(content))) {
    const [kind, wrapped] = partsOf(bag);
    const [value] = partsOf(wrapped);
    if (oidOf(kind) === CERTIFICATE_BAG) addCertificate(value, found);
    if (oidOf(kind) === KEY_BAG && value) addKey(value.whole, found);
    if (oidOf(kind) !== SHROUDED_KEY_BAG) continue;
    const [algorithm, data] = partsOf(value);
    const key = faultOf(decipherSafe(algorithm, octetsOf(data), password));
    if (typeof key === "string") return key;
    addKey(key, found);
  }
  return undefined;
}

function addCertificate(value: DerElement | undefined, { certificates }: Found): void {
  const [kind, wrapped] = partsOf(value);
  if (oidOf(kind) !== X509) return;
  try {
    certificates.push(new X509Certificate(octetsOf(partsOf(wrapped)[0])));
  } catch {
    // One that nobody can read is as good as none; that the key has no certificate is told.
  }
}

function addKey(key: Uint8Array, { keys }: Found): void {
  try {
    keys.push(createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" }));
  } catch {
    // As above.
  }
}

const faultOf = (deciphered: Deciphered): Uint8Array | KeyFileFault =>
  deciphered === "wrong" ? "wrong-password" : deciphered;
