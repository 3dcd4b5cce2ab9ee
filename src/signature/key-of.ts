import type { KeyObject, X509Certificate } from "node:crypto";

/** The public key of a certificate; undefined for one that OpenSSL does not know, or that is damaged. */
export function keyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    return undefined;
  }
}

/** What people call a key, as `RSA 2048`. */
export function describeKey(key: KeyObject | undefined): string {
  const { modulusLength, namedCurve } = key?.asymmetricKeyDetails ?? {};
  const size = modulusLength ?? namedCurve;
  return `${(key?.asymmetricKeyType ?? "unknown").toUpperCase()}${size === undefined ? "" : ` ${size}`}`;
}
