import { createHash, type KeyObject, sign, type X509Certificate } from "node:crypto";
import {
  CONTENT_TYPE,
  DATA,
  MESSAGE_DIGEST,
  RSA,
  SHA256,
  SIGNED_DATA,
  SIGNING_CERTIFICATE_V2,
} from "../../src/signature/object-identifiers.ts";
import { prepareSignature } from "../../src/signature/prepare-signature.ts";
import { partsOf, readDer } from "../../src/signature/read-der.ts";
import {
  der,
  derNull,
  derOctets,
  derOid,
  derSequence,
  derSet,
  derSmallInteger,
} from "../../src/signature/write-der.ts";

/** What a forger may choose freely; what is left out is as an honest signer writes it. */
export interface ForgedMessage {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** Certificates that are brought along. */
  readonly certificates?: readonly X509Certificate[];
  readonly digest?: { readonly name: string; readonly oid: string };
  readonly signatureOid?: string;
  /** Signed by no attributes at all. */
  readonly isBare?: boolean;
  /** Attributes beside the usual ones. */
  readonly moreAttributes?: readonly Uint8Array[];
  readonly hasNoCertificateName?: boolean;
  readonly content?: Uint8Array;
  /** A second signer in the same message. */
  readonly hasTwoSigners?: boolean;
}

const SHA256_DIGEST = { name: "sha256", oid: SHA256 };

/** Signs a file with a message of the forger’s own making. */
export function forgeSignature(pdf: Uint8Array, forged: ForgedMessage): Uint8Array {
  const facts = { name: "Ada Muster", date: new Date("2025-02-03T00:00:00Z") };
  const prepared = prepareSignature(pdf, facts, 4000);
  if ("why" in prepared) throw new Error(prepared.why);
  const { bytes, gap } = prepared;
  const signed = Buffer.concat([bytes.subarray(0, gap.start), bytes.subarray(gap.end)]);
  const file = Buffer.from(bytes);
  file.write(Buffer.from(messageOver(signed, forged)).toString("hex"), gap.start + 1, "latin1");
  return file;
}

export const attribute = (oid: string, value: Uint8Array): Uint8Array =>
  derSequence(derOid(oid), derSet(value));

function messageOver(signed: Uint8Array, forged: ForgedMessage): Uint8Array {
  const {
    key,
    certificate,
    certificates = [certificate],
    digest = SHA256_DIGEST,
    signatureOid = RSA,
  } = forged;
  const attributes = [
    attribute(CONTENT_TYPE, derOid(DATA)),
    attribute(MESSAGE_DIGEST, derOctets(createHash(digest.name).update(signed).digest())),
    ...(forged.hasNoCertificateName
      ? []
      : [attribute(SIGNING_CERTIFICATE_V2, derSequence(derSequence(derSequence(nameOf(certificate)))))]),
    ...(forged.moreAttributes ?? []),
  ];
  const set = derSet(...attributes);
  const signature = sign(digest.name, forged.isBare ? signed : set, key);
  const algorithm = derSequence(derOid(digest.oid), derNull());
  const signerInfo = derSequence(
    derSmallInteger(1),
    issuerAndSerial(certificate),
    algorithm,
    ...(forged.isBare ? [] : [Buffer.concat([Buffer.from([0xa0]), set.subarray(1)])]),
    derSequence(derOid(signatureOid), derNull()),
    derOctets(signature),
  );
  const content = forged.content === undefined ? [] : [der(0xa0, derOctets(forged.content))];
  const signedData = derSequence(
    derSmallInteger(1),
    derSet(algorithm),
    derSequence(derOid(DATA), ...content),
    ...(certificates.length === 0 ? [] : [der(0xa0, ...certificates.map(({ raw }) => raw))]),
    derSet(...(forged.hasTwoSigners ? [signerInfo, signerInfo] : [signerInfo])),
  );
  return derSequence(derOid(SIGNED_DATA), der(0xa0, signedData));
}

const nameOf = ({ raw }: X509Certificate): Uint8Array => derOctets(createHash("sha256").update(raw).digest());

function issuerAndSerial({ raw }: X509Certificate): Uint8Array {
  const [toBeSigned] = partsOf(readDer(raw));
  const [, serial, , issuer] = partsOf(toBeSigned);
  return derSequence(issuer?.whole ?? derNull(), serial?.whole ?? derNull());
}
