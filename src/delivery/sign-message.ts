import { createPrivateKey, type KeyObject } from "node:crypto";
import DKIM from "nodemailer/lib/dkim";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { DkimSettings } from "./settings.ts";

/** Puts a signature before a message. */
export type MessageSigner = (message: Buffer) => Promise<Buffer>;

/**
 * What is signed. The library’s own list leaves out List-Unsubscribe-Post, which RFC 8058 wants signed. A header that is
 * named and absent is signed as absent by no common verifier alike, so Cc and the like are left out.
 */
const SIGNED_HEADERS = [
  "from",
  "to",
  "reply-to",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "content-type",
  "auto-submitted",
  "list-unsubscribe",
  "list-unsubscribe-post",
].join(":");

/** RFC 8301 3.2: shorter keys must not be used for signing. */
const RSA_MIN_BITS = 1024;

/** Opens a signer for a domain (RFC 6376); a key that cannot sign is found now, not at the first message. */
export function openSigner({ domain, selector, privateKey }: DkimSettings): Outcome<MessageSigner> {
  const problem = refuseKey(privateKey);
  if (problem !== undefined) return failure([diagnose("dkim-key-invalid", { problem })]);
  const dkim = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey,
    headerFieldNames: SIGNED_HEADERS,
  });
  return success(async (message) => {
    const chunks: Buffer[] = [];
    for await (const chunk of dkim.sign(message)) chunks.push(chunk as Buffer);
    const signed = Buffer.concat(chunks);
    // The library sends a message on unsigned when signing fails.
    if (!signed.subarray(0, 15).equals(Buffer.from("DKIM-Signature:")))
      throw new Error("A message was not signed.");
    return signed;
  });
}

function refuseKey(pem: string): string | undefined {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    return "it is not a private key in PEM form, or it is protected by a passphrase";
  }
  if (key.asymmetricKeyType !== "rsa") return "it is not an RSA key, the only kind that every receiver knows";
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < RSA_MIN_BITS
    ? `it has ${bits} bits, and receivers ignore keys of fewer than ${RSA_MIN_BITS}`
    : undefined;
}
