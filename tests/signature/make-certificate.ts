import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from "node:crypto";
import { partsOf, readDer } from "../../src/signature/read-der.ts";
import { der, derNull, derOid, derSequence, derSet } from "../../src/signature/write-der.ts";

/** A key with its certificate. */
export interface Identity {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

export type KeyKind = "rsa" | "rsa-1024" | "p256" | "p384" | "ed25519";

/** Makes a key and a certificate for it; self-signed unless somebody issues it. */
export function makeIdentity(
  name: string,
  {
    kind = "rsa",
    from = "2020-01-01",
    until = "2040-01-01",
    issuer,
    serial = 1,
  }: {
    readonly kind?: KeyKind;
    readonly from?: string;
    readonly until?: string;
    readonly issuer?: Identity;
    readonly serial?: number;
  } = {},
): Identity {
  const { publicKey, privateKey: key } = generateKey(kind);
  const signingKey = issuer?.key ?? key;
  const algorithm = algorithmOf(signingKey);
  const subject = distinguishedName(name);
  const toBeSigned = derSequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    algorithm,
    issuer === undefined ? subject : subjectOf(issuer.certificate),
    derSequence(time(from), time(until)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    // Every one may issue others, so that any can stand in a chain.
    der(
      0xa3,
      derSequence(derSequence(derOid("2.5.29.19"), der(0x04, derSequence(der(0x01, Buffer.from([255])))))),
    ),
  );
  const digest = signingKey.asymmetricKeyType === "ed25519" ? null : "sha256";
  const signature = der(0x03, Buffer.from([0]), sign(digest, toBeSigned, signingKey));
  return { key, certificate: new X509Certificate(derSequence(toBeSigned, algorithm, signature)) };
}

function generateKey(kind: KeyKind) {
  if (kind === "ed25519") return generateKeyPairSync("ed25519");
  if (kind === "p256" || kind === "p384") {
    return generateKeyPairSync("ec", { namedCurve: kind === "p256" ? "prime256v1" : "secp384r1" });
  }
  return generateKeyPairSync("rsa", { modulusLength: kind === "rsa" ? 2048 : 1024 });
}

function algorithmOf({ asymmetricKeyType }: KeyObject): Uint8Array {
  if (asymmetricKeyType === "ed25519") return derSequence(derOid("1.3.101.112"));
  return asymmetricKeyType === "ec"
    ? derSequence(derOid("1.2.840.10045.4.3.2"))
    : derSequence(derOid("1.2.840.113549.1.1.11"), derNull());
}

const distinguishedName = (name: string): Uint8Array =>
  derSequence(derSet(derSequence(derOid("2.5.4.3"), der(0x0c, Buffer.from(name, "utf8")))));

function subjectOf({ raw }: X509Certificate): Uint8Array {
  const [toBeSigned] = partsOf(readDer(raw));
  return partsOf(toBeSigned)[5]?.whole ?? derSequence();
}

const time = (day: string): Uint8Array =>
  der(0x18, Buffer.from(`${day.replaceAll("-", "")}000000Z`, "latin1"));

/** The private key as it stands in key files. */
export const exported = (key: KeyObject): Uint8Array => key.export({ type: "pkcs8", format: "der" });
