import type { X509Certificate } from "node:crypto";
import { shorten } from "../diagnostics/shorten.ts";
import { visibleText } from "../diagnostics/visible-text.ts";
import { openPdfFile, type PdfFile } from "../pdf/pdf-file.ts";
import { chainOf, isSelfSigned } from "./chain-of.ts";
import { coveredRange } from "./covered-range.ts";
import { isSignatureAlone } from "./is-signature-alone.ts";
import { judgeMessage, type SignatureFault } from "./judge-message.ts";
import { describeKey, keyOf } from "./key-of.ts";
import { nameOfIssuer, nameOfSubject } from "./name-of-certificate.ts";
import { RSA_BITS_MIN } from "./open-signer.ts";
import { readCms } from "./read-cms.ts";
import { readDate } from "./read-date.ts";
import { type FoundSignature, readSignatures, textIn } from "./read-signatures.ts";

/** Who signed, by the certificate that the signature brings along; whether to trust that, nobody has judged. */
export interface SignerReport {
  readonly name: string;
  readonly issuer: string;
  readonly isSelfSigned: boolean;
  /** Names from the signer up to the last that the file brings along. */
  readonly chain: readonly string[];
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** As `RSA 2048`. */
  readonly key: string;
  /** SHA-256 of the certificate, in hexadecimal with colons. */
  readonly fingerprint: string;
}

/** What is known of one signature of a file. */
export interface SignatureReport {
  readonly field: string;
  /** As `ETSI.CAdES.detached`. */
  readonly kind: string;
  /** Bytes from the beginning of the file that it answers for; 0 where that is not to be told. */
  readonly coveredBytes: number;
  readonly fileBytes: number;
  readonly coversWholeFile: boolean;
  /** What stands behind the part that it covers. */
  readonly appended: "nothing" | "signature" | "changes";
  /** What is wrong with it; none where it is sound. */
  readonly faults: readonly SignatureFault[];
  readonly signer: SignerReport | undefined;
  /** When it says that it was made; nobody vouches for that. */
  readonly date: Date | undefined;
  /** Whether the certificate was valid then; undefined where the one or the other is not known. */
  readonly wasValidThen: boolean | undefined;
  /** What of it is no longer thought safe, as `SHA-1`. */
  readonly weak: readonly string[];
  readonly reason: string;
  readonly location: string;
}

/** Checks every signature of a file, in the order of its form; a file without any has none. Hostile files are safe to check. */
export function checkSignatures(bytes: Uint8Array): readonly SignatureReport[] {
  const file = openPdfFile(bytes);
  return readSignatures(file).map((signature) => checkSignature(signature, file, bytes));
}

function checkSignature(signature: FoundSignature, file: PdfFile, bytes: Uint8Array): SignatureReport {
  const { field, kind, dictionary, contents = NOTHING } = signature;
  const range = coveredRange(signature, bytes);
  const end = range?.end ?? 0;
  const message = KINDS.has(kind) ? readCms(contents) : undefined;
  const judgement = message && range && judgeMessage(message, range.signed, kind === CADES);
  const unread: SignatureFault[] = message === undefined ? ["kind-unknown"] : [];
  const faults = [...(range === undefined ? (["range-wrong"] as const) : []), ...unread];
  const certificate = message?.signer;
  const date = readDate(textIn(file, dictionary.get("M")));
  const coversWholeFile = end === bytes.length;
  return {
    field: shown(field),
    kind: shown(kind),
    coveredBytes: end,
    fileBytes: bytes.length,
    coversWholeFile,
    appended: coversWholeFile ? "nothing" : isSignatureAlone(bytes, end) ? "signature" : "changes",
    faults: [...faults, ...(judgement?.faults ?? [])],
    signer: certificate && describeSigner(certificate, message?.certificates ?? []),
    date,
    wasValidThen: certificate && date && isValidOn(certificate, date),
    weak: weaknesses(judgement?.digestName, certificate),
    reason: shown(textIn(file, dictionary.get("Reason"))),
    location: shown(textIn(file, dictionary.get("Location"))),
  };
}

const NOTHING = new Uint8Array(0);
const CADES = "ETSI.CAdES.detached";
const KINDS: ReadonlySet<string> = new Set([CADES, "adbe.pkcs7.detached"]);
const TEXT_MAX_CHARACTERS = 200;

const shown = (text: string): string => shorten(visibleText(text), TEXT_MAX_CHARACTERS);

function describeSigner(certificate: X509Certificate, others: readonly X509Certificate[]): SignerReport {
  return {
    name: nameOfSubject(certificate),
    issuer: nameOfIssuer(certificate),
    isSelfSigned: isSelfSigned(certificate),
    chain: chainOf(certificate, others).map(nameOfSubject),
    validFrom: new Date(certificate.validFrom),
    validUntil: new Date(certificate.validTo),
    key: describeKey(keyOf(certificate)),
    fingerprint: certificate.fingerprint256,
  };
}

const isValidOn = ({ validFrom, validTo }: X509Certificate, date: Date): boolean =>
  new Date(validFrom) <= date && date <= new Date(validTo);

function weaknesses(digestName: string | undefined, certificate: X509Certificate | undefined): string[] {
  const key = certificate && describeKey(keyOf(certificate));
  const bits = Number(/^RSA(?:-PSS)? (\d+)$/.exec(key ?? "")?.[1] ?? RSA_BITS_MIN);
  return [
    ...(digestName === "md5" || digestName === "sha1" ? [digestName === "md5" ? "MD5" : "SHA-1"] : []),
    ...(bits < RSA_BITS_MIN && key !== undefined ? [key] : []),
  ];
}
