/** Kinds of content and attributes of signed messages (RFC 5652, RFC 5035). */
export const DATA = "1.2.840.113549.1.7.1";
export const SIGNED_DATA = "1.2.840.113549.1.7.2";
export const ENCRYPTED_DATA = "1.2.840.113549.1.7.6";
export const CONTENT_TYPE = "1.2.840.113549.1.9.3";
export const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
export const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
export const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";

/** How a signature is made (RFC 8017, RFC 5758). */
export const RSA = "1.2.840.113549.1.1.1";
export const RSA_PSS = "1.2.840.113549.1.1.10";
export const EC = "1.2.840.10045.2.1";
export const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
export const SHA256 = "2.16.840.1.101.3.4.2.1";

/** Digests by the names that Node knows them by. */
export const DIGEST_NAMES: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.2.5", "md5"],
  ["1.3.14.3.2.26", "sha1"],
  ["2.16.840.1.101.3.4.2.4", "sha224"],
  [SHA256, "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

/** Which digest a signature algorithm names; those that leave it to the digest algorithm beside them name none. */
export const DIGEST_OF_SIGNATURE: ReadonlyMap<string, string | null> = new Map([
  [RSA, null],
  [RSA_PSS, null],
  [EC, null],
  ["1.2.840.113549.1.1.4", "md5"],
  ["1.2.840.113549.1.1.5", "sha1"],
  ["1.2.840.113549.1.1.14", "sha224"],
  ["1.2.840.113549.1.1.11", "sha256"],
  ["1.2.840.113549.1.1.12", "sha384"],
  ["1.2.840.113549.1.1.13", "sha512"],
  ["1.2.840.10045.4.1", "sha1"],
  ["1.2.840.10045.4.3.1", "sha224"],
  [ECDSA_WITH_SHA256, "sha256"],
  ["1.2.840.10045.4.3.3", "sha384"],
  ["1.2.840.10045.4.3.4", "sha512"],
]);
