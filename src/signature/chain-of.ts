import type { X509Certificate } from "node:crypto";

/** Longer than any chain of certificates in use. */
const CHAIN_MAX = 10;

/** A certificate and those that vouch for it one after another, as far as `others` have them; each signature is checked. */
export function chainOf(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
): readonly X509Certificate[] {
  const chain = [certificate];
  for (let last = certificate; chain.length < CHAIN_MAX && !isSelfSigned(last); ) {
    const issuer = others.find((other) => !chain.includes(other) && isIssuedBy(last, other));
    if (issuer === undefined) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

/** Whether nobody vouches for a certificate but itself. */
export const isSelfSigned = (certificate: X509Certificate): boolean => isIssuedBy(certificate, certificate);

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that OpenSSL does not know signs nothing that can be checked.
    return false;
  }
}
