import { X509Certificate } from "node:crypto";
import { DATA, SIGNED_DATA } from "./object-identifiers.ts";
import { type DerElement, octetsOf, oidOf, partsOf, readDer } from "./read-der.ts";

/** A signed message without its content (RFC 5652, 5). */
export interface SignedMessage {
  readonly certificates: readonly X509Certificate[];
  /** That of the signer, by issuer and number or by the identifier of its key. */
  readonly signer: X509Certificate | undefined;
  readonly digestOid: string;
  readonly signatureAlgorithm: DerElement | undefined;
  /** The signed attributes as they were signed; undefined where the content itself was. */
  readonly signedBytes: Uint8Array | undefined;
  /** The values of each attribute, by its name; one that is there twice has the values of both. */
  readonly attributes: ReadonlyMap<string, readonly DerElement[]>;
  readonly signature: Uint8Array;
  /** Whether it brings a content of its own, which in a PDF it must not. */
  readonly hasContent: boolean;
  /** What follows behind the message. */
  readonly rest: Uint8Array;
}

/** More certificates than any message has that is meant well. */
const CERTIFICATES_MAX = 30;
const IMPLICIT_0 = 0xa0;
const KEY_IDENTIFIER = 0x80;

/** Reads a signed message with one signer; undefined for anything else. */
export function readCms(bytes: Uint8Array): SignedMessage | undefined {
  const message = readDer(bytes);
  const [type, wrapped] = partsOf(message);
  const [signedData] = partsOf(wrapped);
  const [, , inner, ...others] = partsOf(signedData);
  const [contentType, content] = partsOf(inner);
  if (message === undefined || oidOf(type) !== SIGNED_DATA || oidOf(contentType) !== DATA) return undefined;
  const signers = partsOf(others.find(({ tag }) => tag === 0x31));
  const certificates = readCertificates(others.find(({ tag }) => tag === IMPLICIT_0));
  const [signerInfo] = signers;
  if (signers.length !== 1 || signerInfo === undefined) return undefined;
  const [, identifier, digest, ...rest] = partsOf(signerInfo);
  const attributes = rest[0]?.tag === IMPLICIT_0 ? rest[0] : undefined;
  const [signatureAlgorithm, signature] = attributes === undefined ? rest : rest.slice(1);
  if (identifier === undefined || signature === undefined) return undefined;
  return {
    certificates,
    signer: certificates.find((certificate) => isNamedBy(certificate, identifier)),
    digestOid: oidOf(partsOf(digest)[0]),
    signatureAlgorithm,
    signedBytes: attributes && asSet(attributes),
    attributes: readAttributes(attributes),
    signature: octetsOf(signature),
    hasContent: content !== undefined,
    rest: bytes.subarray(message.whole.length),
  };
}

function readCertificates(element: DerElement | undefined): readonly X509Certificate[] {
  return partsOf(element)
    .slice(0, CERTIFICATES_MAX)
    .flatMap(({ whole }) => {
      try {
        return [new X509Certificate(whole)];
      } catch {
        // Attribute certificates and what is damaged: the signer’s own is missed later.
        return [];
      }
    });
}

function isNamedBy({ raw }: X509Certificate, identifier: DerElement): boolean {
  const [toBeSigned] = partsOf(readDer(raw));
  const fields = partsOf(toBeSigned);
  if (identifier.tag === KEY_IDENTIFIER) return holdsKeyIdentifier(fields, identifier.content);
  const [serial, , issuer] = fields.filter(({ tag }) => tag !== IMPLICIT_0);
  const [namedIssuer, namedSerial] = partsOf(identifier);
  return isSame(issuer, namedIssuer) && isSame(serial, namedSerial);
}

const SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

function holdsKeyIdentifier(fields: readonly DerElement[], wanted: Uint8Array): boolean {
  const [extensions] = partsOf(fields.find(({ tag }) => tag === 0xa3));
  return partsOf(extensions).some((extension) => {
    const parts = partsOf(extension);
    const value = readDer(octetsOf(parts.at(-1)));
    return oidOf(parts[0]) === SUBJECT_KEY_IDENTIFIER && Buffer.compare(octetsOf(value), wanted) === 0;
  });
}

const isSame = (one: DerElement | undefined, other: DerElement | undefined): boolean =>
  one !== undefined && other !== undefined && Buffer.compare(one.whole, other.whole) === 0;

/** Attributes are signed under the tag of a set, not under that of their place (5.4). */
function asSet({ whole }: DerElement): Uint8Array {
  const copy = Buffer.from(whole);
  copy[0] = 0x31;
  return copy;
}

function readAttributes(element: DerElement | undefined): ReadonlyMap<string, readonly DerElement[]> {
  const attributes = new Map<string, readonly DerElement[]>();
  for (const attribute of partsOf(element)) {
    const [name, values] = partsOf(attribute);
    const oid = oidOf(name);
    attributes.set(oid, [...(attributes.get(oid) ?? []), ...partsOf(values)]);
  }
  return attributes;
}
