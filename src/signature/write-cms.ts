import { createHash, sign } from "node:crypto";
import {
  CONTENT_TYPE,
  DATA,
  ECDSA_WITH_SHA256,
  MESSAGE_DIGEST,
  RSA,
  SHA256,
  SIGNED_DATA,
  SIGNING_CERTIFICATE_V2,
} from "./object-identifiers.ts";
import type { Signer } from "./open-signer.ts";
import { partsOf, readDer } from "./read-der.ts";
import { der, derNull, derOctets, derOid, derSequence, derSet, derSmallInteger } from "./write-der.ts";

/**
 * Signs a SHA-256 digest: a CMS message without its content (RFC 5652) with the three signed attributes that PAdES baseline asks
 * for (ETSI EN 319 142-1, 6.3). The time is not among them, since there the file names it. With RSA the same digest and
 * key give the same bytes; with ECDSA each signature is another.
 */
export function writeCms(signer: Signer, digest: Uint8Array): Uint8Array {
  const attributes = signedAttributes(signer, digest);
  const signature = sign("sha256", derSet(...attributes), { key: signer.key, dsaEncoding: "der" });
  return envelope(signer, attributes, signature);
}

/** The most bytes that a message of this signer can have. */
export function cmsBytesMax(signer: Signer): number {
  const attributes = signedAttributes(signer, Buffer.alloc(32));
  return envelope(signer, attributes, Buffer.alloc(signatureBytesMax(signer))).length;
}

function signatureBytesMax({ key, kind }: Signer): number {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (kind === "rsa") return Math.ceil(modulusLength / 8);
  const bytes = namedCurve === "prime256v1" ? 32 : namedCurve === "secp384r1" ? 48 : 66;
  // Two numbers, each perhaps with a leading zero, in a sequence whose length may take two octets.
  return 2 * (bytes + 3) + 3;
}

function signedAttributes({ certificate }: Signer, digest: Uint8Array): Uint8Array[] {
  const certificateDigest = createHash("sha256").update(certificate.raw).digest();
  // SHA-256 is the default of RFC 5035 and so stands nowhere.
  const certificateId = derSequence(derOctets(certificateDigest));
  return [
    attribute(CONTENT_TYPE, derOid(DATA)),
    attribute(MESSAGE_DIGEST, derOctets(digest)),
    attribute(SIGNING_CERTIFICATE_V2, derSequence(derSequence(certificateId))),
  ];
}

const attribute = (name: string, value: Uint8Array): Uint8Array => derSequence(derOid(name), derSet(value));

function envelope(signer: Signer, attributes: readonly Uint8Array[], signature: Uint8Array): Uint8Array {
  const digestAlgorithm = derSequence(derOid(SHA256));
  const signatureAlgorithm =
    signer.kind === "rsa" ? derSequence(derOid(RSA), derNull()) : derSequence(derOid(ECDSA_WITH_SHA256));
  const signerInfo = derSequence(
    derSmallInteger(1),
    issuerAndSerial(signer.certificate.raw),
    digestAlgorithm,
    retagged(derSet(...attributes), 0xa0),
    signatureAlgorithm,
    derOctets(signature),
  );
  const signedData = derSequence(
    derSmallInteger(1),
    derSet(digestAlgorithm),
    derSequence(derOid(DATA)),
    retagged(derSet(...signer.chain.map(({ raw }) => raw)), 0xa0),
    derSet(signerInfo),
  );
  return derSequence(derOid(SIGNED_DATA), der(0xa0, signedData));
}

/** As the certificate has them, byte for byte (RFC 5280, 4.1). */
function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const [toBeSigned] = partsOf(readDer(certificate));
  const fields = partsOf(toBeSigned).filter(({ tag }) => tag !== 0xa0);
  const [serial, , issuer] = fields;
  return derSequence(issuer?.whole ?? derNull(), serial?.whole ?? derNull());
}

/** The element under a tag of its place (IMPLICIT). */
function retagged(element: Uint8Array, tag: number): Uint8Array {
  const copy = Buffer.from(element);
  copy[0] = tag;
  return copy;
}
