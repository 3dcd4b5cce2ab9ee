import type { KeyObject, X509Certificate } from "node:crypto";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { chainOf } from "./chain-of.ts";
import { dayOf } from "./day-of.ts";
import { describeKey } from "./key-of.ts";
import { nameOfSubject } from "./name-of-certificate.ts";
import { openPkcs12 } from "./open-pkcs12.ts";

/** Who signs: a key, its certificate, and those that vouch for it. */
export interface Signer {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** The certificate itself is the first. */
  readonly chain: readonly X509Certificate[];
  readonly kind: "rsa" | "ecdsa";
}

/** Shorter RSA keys are no longer safe (NIST SP 800-131A). */
export const RSA_BITS_MIN = 2048;
const CURVES: readonly (string | undefined)[] = ["prime256v1", "secp384r1", "secp521r1"];

/** Opens a PKCS #12 file to sign with; `file` is what findings call it. Neither password nor key is ever in a finding. */
export function openSigner(
  bytes: Uint8Array,
  { password, file }: { readonly password: string; readonly file: string },
): Outcome<Signer> {
  const opened = openPkcs12(bytes, password);
  if (opened === "wrong-password") return failure([diagnose("signature-password-wrong", { file })]);
  if (opened === "unsupported") return failure([diagnose("signature-file-unsupported", { file })]);
  if (opened === "damaged") return failure([diagnose("signature-file-invalid", { file })]);
  const { keys, certificates } = opened;
  if (keys.length === 0) return failure([diagnose("signature-key-missing", { file })]);
  const pairs = keys.flatMap((key) =>
    certificates.filter((candidate) => isOf(key, candidate)).map((certificate) => ({ key, certificate })),
  );
  const [pair] = pairs;
  if (pair === undefined) return failure([diagnose("signature-certificate-missing", { file })]);
  const kind = kindOf(pair.key);
  if (kind === undefined) {
    return failure([diagnose("signature-key-unsupported", { file, kind: describeKey(pair.key) })]);
  }
  return success({ ...pair, kind, chain: chainOf(pair.certificate, certificates) });
}

/** Finds whether a signer’s certificate has run out on a day. */
export function checkValidity({ certificate }: Signer, date: Date, file: string): Outcome<Date> {
  const [from, until] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (date <= until) return success(date < from ? from : date);
  const facts = { file, name: nameOfSubject(certificate), until: dayOf(until), date: dayOf(date) };
  return failure([diagnose("signature-certificate-expired", facts)]);
}

function isOf(key: KeyObject, certificate: X509Certificate): boolean {
  try {
    return certificate.checkPrivateKey(key);
  } catch {
    // A certificate whose own key OpenSSL cannot read.
    return false;
  }
}

function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Signer["kind"] | undefined {
  const { modulusLength = 0, namedCurve } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === "rsa" && modulusLength >= RSA_BITS_MIN) return "rsa";
  return asymmetricKeyType === "ec" && CURVES.includes(namedCurve) ? "ecdsa" : undefined;
}
