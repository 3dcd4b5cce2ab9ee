import { constants, createHash, type KeyObject, verify, type X509Certificate } from "node:crypto";
import { keyOf } from "./key-of.ts";
import {
  CONTENT_TYPE,
  DATA,
  DIGEST_NAMES,
  DIGEST_OF_SIGNATURE,
  MESSAGE_DIGEST,
  RSA_PSS,
  SIGNING_CERTIFICATE,
  SIGNING_CERTIFICATE_V2,
} from "./object-identifiers.ts";
import type { SignedMessage } from "./read-cms.ts";
import { countOf, type DerElement, octetsOf, oidOf, partsOf } from "./read-der.ts";

/** What can be wrong with a signature, each by itself. */
export type SignatureFault =
  /** The signed part of the file is not what was signed. */
  | "content-changed"
  /** The signature does not belong to the certificate’s key, or what it signs was changed. */
  | "signature-wrong"
  /** The certificate is not the one that the signature names. */
  | "certificate-swapped"
  | "certificate-missing"
  /** There is more in the place of the signature than a signature. */
  | "room-misused"
  /** What is signed is not the file but for the place of the signature. */
  | "range-wrong"
  /** The message contradicts itself: two digests, or two ways to make them. */
  | "message-contradictory"
  /** A kind of signature, or a way to make it, that is not known here. */
  | "kind-unknown";

/** A message judged against what it is said to sign. */
export interface Judgement {
  readonly faults: readonly SignatureFault[];
  /** As `sha256`; undefined where it is not known. */
  readonly digestName: string | undefined;
}

/** Judges a message by the bytes that it signs, and by nothing else: whom to trust is not asked. */
export function judgeMessage(
  message: SignedMessage,
  signed: readonly Uint8Array[],
  isCades: boolean,
): Judgement {
  const digestName = DIGEST_NAMES.get(message.digestOid);
  const { signer } = message;
  const faults = new Set<SignatureFault>();
  if (message.rest.some((byte) => byte !== 0) || message.hasContent) faults.add("room-misused");
  if (signer === undefined) return { faults: [...faults, "certificate-missing"], digestName };
  if (digestName === undefined) return { faults: [...faults, "kind-unknown"], digestName };

  if (message.signedBytes !== undefined) {
    const digests = message.attributes.get(MESSAGE_DIGEST) ?? [];
    const types = message.attributes.get(CONTENT_TYPE) ?? [];
    if (digests.length !== 1 || types.length !== 1 || oidOf(types[0]) !== DATA)
      faults.add("message-contradictory");
    const digest = digestOf(digestName, signed);
    if (digest === undefined) return { faults: [...faults, "kind-unknown"], digestName };
    if (Buffer.compare(digest, octetsOf(digests[0])) !== 0) faults.add("content-changed");
  }
  if (!namesCertificate(message, signer, isCades)) faults.add("certificate-swapped");
  const bytes = message.signedBytes ?? Buffer.concat(signed);
  const verdict = checkSignature(message, signer, digestName, bytes);
  if (verdict !== undefined) {
    // Without attributes, the content is what the signature is made of.
    const isOfContent = verdict === "signature-wrong" && message.signedBytes === undefined;
    faults.add(isOfContent ? "content-changed" : verdict);
  }
  return { faults: [...faults], digestName };
}

function digestOf(name: string, parts: readonly Uint8Array[]): Uint8Array | undefined {
  try {
    const hash = createHash(name);
    for (const part of parts) hash.update(part);
    return hash.digest();
  } catch {
    // Some builds of OpenSSL have no MD5.
    return undefined;
  }
}

/** Whether the signature names this certificate by its digest (RFC 5035); PAdES wants that, older kinds may do without. */
function namesCertificate(
  { attributes }: SignedMessage,
  { raw }: X509Certificate,
  isCades: boolean,
): boolean {
  const versions = [
    [SIGNING_CERTIFICATE_V2, "sha256"],
    [SIGNING_CERTIFICATE, "sha1"],
  ] as const;
  const found = versions.flatMap(([name, otherwise]) => {
    return (attributes.get(name) ?? []).map((value) => {
      const [certificates] = partsOf(value);
      const [first] = partsOf(certificates);
      const parts = partsOf(first);
      const algorithm = parts[0]?.tag === 0x30 ? parts[0] : undefined;
      const named = algorithm === undefined ? otherwise : DIGEST_NAMES.get(oidOf(partsOf(algorithm)[0]));
      const digest = octetsOf(parts.find(({ tag }) => tag === 0x04));
      const own = named === undefined ? undefined : digestOf(named, [raw]);
      return own !== undefined && Buffer.compare(own, digest) === 0;
    });
  });
  return found.length === 0 ? !isCades : found.every((isNamed) => isNamed);
}

function checkSignature(
  { signatureAlgorithm, signature }: SignedMessage,
  certificate: X509Certificate,
  digestName: string,
  bytes: Uint8Array,
): SignatureFault | undefined {
  const [algorithm, parameters] = partsOf(signatureAlgorithm);
  const publicKey = keyOf(certificate);
  const named = DIGEST_OF_SIGNATURE.get(oidOf(algorithm));
  if (named === undefined || publicKey === undefined) return "kind-unknown";
  if (named !== null && named !== digestName) return "message-contradictory";
  const scheme = schemeOf(publicKey, oidOf(algorithm), parameters, digestName);
  if (typeof scheme === "string") return scheme;
  try {
    return verify(digestName, bytes, { key: publicKey, ...scheme }, signature)
      ? undefined
      : "signature-wrong";
  } catch {
    // OpenSSL’s word for keys and signatures that are malformed.
    return "signature-wrong";
  }
}

type Scheme = { readonly padding: number; readonly saltLength?: number } | { readonly dsaEncoding: "der" };

function schemeOf(
  { asymmetricKeyType }: KeyObject,
  algorithm: string,
  parameters: DerElement | undefined,
  digestName: string,
): Scheme | SignatureFault {
  const isForRsa = algorithm.startsWith("1.2.840.113549.1.1.");
  if (asymmetricKeyType === "ec") return isForRsa ? "signature-wrong" : { dsaEncoding: "der" };
  if (asymmetricKeyType !== "rsa" && asymmetricKeyType !== "rsa-pss") return "kind-unknown";
  if (!isForRsa) return "signature-wrong";
  if (algorithm !== RSA_PSS) return { padding: constants.RSA_PKCS1_PADDING };
  // RFC 8017, A.2.3: SHA-1 and a salt of 20 bytes are what is meant where nothing is said.
  const field = (tag: number) => partsOf(partsOf(parameters).find((part) => part.tag === tag))[0];
  const digest = field(0xa0);
  if ((digest === undefined ? "sha1" : DIGEST_NAMES.get(oidOf(partsOf(digest)[0]))) !== digestName) {
    return "message-contradictory";
  }
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: countOf(field(0xa2)) ?? 20 };
}
