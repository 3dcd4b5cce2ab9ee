import { createCipheriv, createHmac, pbkdf2Sync } from "node:crypto";
import { MAC_KEY, pkcs12Key } from "../../src/signature/pkcs12-key.ts";
import {
  der,
  derNull,
  derOctets,
  derOid,
  derSequence,
  derSmallInteger,
} from "../../src/signature/write-der.ts";
import { exported, type Identity } from "./make-certificate.ts";

/** What a key file is made of; what is left out is not in it. */
export interface KeyFileParts {
  readonly key?: Identity["key"];
  readonly certificates?: readonly Identity["certificate"][];
  readonly password: string;
  /** As Windows and browsers write it: without lengths, its data in pieces. */
  readonly isOpenEnded?: boolean;
  /** The cipher that it names; AES-256 when left out. */
  readonly cipherOid?: string;
}

/** Makes a PKCS #12 file locked with AES-256, as OpenSSL 3 does. */
export function makePkcs12(parts: KeyFileParts): Uint8Array {
  const { key, certificates = [], password, isOpenEnded = false } = parts;
  const certificateBags = certificates.map(({ raw }) =>
    bag(
      "1.2.840.113549.1.12.10.1.3",
      derSequence(derOid("1.2.840.113549.1.9.22.1"), der(0xa0, derOctets(raw))),
    ),
  );
  const enciphered = encipher(derSequence(...certificateBags), parts);
  const encrypted = derSequence(
    derSmallInteger(0),
    derSequence(derOid(DATA), enciphered.algorithm, der(0x80, enciphered.data)),
  );
  const shrouded = key && encipher(exported(key), parts);
  const keyBags = shrouded
    ? [bag("1.2.840.113549.1.12.10.1.2", derSequence(shrouded.algorithm, derOctets(shrouded.data)))]
    : [];
  const safes = derSequence(
    derSequence(derOid("1.2.840.113549.1.7.6"), der(0xa0, encrypted)),
    derSequence(derOid(DATA), der(0xa0, derOctets(derSequence(...keyBags)))),
  );
  const salt = Buffer.from("a salt for the checksum");
  const macKey = pkcs12Key(password, MAC_KEY, 32, { digest: "sha256", salt, iterations: 1000 });
  const mac = derSequence(
    derSequence(
      derSequence(derOid("2.16.840.1.101.3.4.2.1"), derNull()),
      derOctets(createHmac("sha256", macKey).update(safes).digest()),
    ),
    derOctets(salt),
    der(0x02, Buffer.from([3, 232])),
  );
  const half = Math.trunc(safes.length / 2);
  return isOpenEnded
    ? openEnded(
        0x30,
        derSmallInteger(3),
        openEnded(
          0x30,
          derOid(DATA),
          openEnded(
            0xa0,
            openEnded(0x24, derOctets(safes.subarray(0, half)), derOctets(safes.subarray(half))),
          ),
        ),
        mac,
      )
    : derSequence(derSmallInteger(3), derSequence(derOid(DATA), der(0xa0, derOctets(safes))), mac);
}

const DATA = "1.2.840.113549.1.7.1";

const bag = (kind: string, value: Uint8Array): Uint8Array => derSequence(derOid(kind), der(0xa0, value));

const openEnded = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.alloc(2)]);

function encipher(plain: Uint8Array, { password, cipherOid = "2.16.840.1.101.3.4.1.42" }: KeyFileParts) {
  const salt = Buffer.from("salted!!");
  const initialVector = Buffer.alloc(16, 7);
  const key = pbkdf2Sync(Buffer.from(password, "utf8"), salt, 1000, 32, "sha256");
  const cipher = createCipheriv("aes-256-cbc", key, initialVector);
  const derivation = derSequence(
    derOctets(salt),
    der(0x02, Buffer.from([3, 232])),
    derSequence(derOid("1.2.840.113549.2.9"), derNull()),
  );
  const algorithm = derSequence(
    derOid("1.2.840.113549.1.5.13"),
    derSequence(
      derSequence(derOid("1.2.840.113549.1.5.12"), derivation),
      derSequence(derOid(cipherOid), derOctets(initialVector)),
    ),
  );
  return { algorithm, data: Buffer.concat([cipher.update(plain), cipher.final()]) };
}
