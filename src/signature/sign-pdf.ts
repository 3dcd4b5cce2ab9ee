import { createHash } from "node:crypto";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { nameOfSubject } from "./name-of-certificate.ts";
import { checkValidity, openSigner, type Signer } from "./open-signer.ts";
import { type PreparedFile, prepareSignature, type SignatureFacts } from "./prepare-signature.ts";
import { cmsBytesMax, writeCms } from "./write-cms.ts";

/** With what and how a PDF is signed. */
export interface SigningOrder extends SigningWords {
  /** Bytes of a PKCS #12 file. */
  readonly p12: Uint8Array;
  readonly password: string;
  /** The day that the signature names; it is a statement of the signer’s, and proves nothing. */
  readonly date: Date;
  /** What findings call the key file. */
  readonly file?: string;
}

/** What a signer may say beside the signature. */
export interface SigningWords {
  readonly reason?: string | undefined;
  readonly location?: string | undefined;
  /** Who signs; the name in the certificate when left out. */
  readonly name?: string | undefined;
}

/** Signs a finished PDF by PAdES baseline B-B (ETSI EN 319 142-1): appends a signature, and changes nothing before it. */
export function signPdf(bytes: Uint8Array, order: SigningOrder): Outcome<Uint8Array> {
  const { p12, password, file = "The key file" } = order;
  const signer = openSigner(p12, { password, file });
  return signer.ok ? signWith(signer.value, bytes, { ...order, file }) : signer;
}

/** Signs with a key file that is open already. */
export function signWith(
  signer: Signer,
  bytes: Uint8Array,
  { date, file, name, reason, location }: SigningWords & { readonly date: Date; readonly file: string },
): Outcome<Uint8Array> {
  const moment = checkValidity(signer, date, file);
  if (!moment.ok) return moment;
  const facts: SignatureFacts = {
    name: name ?? nameOfSubject(signer.certificate),
    date: moment.value,
    reason,
    location,
  };
  const prepared = prepareSignature(bytes, facts, cmsBytesMax(signer));
  if ("why" in prepared) return failure([diagnose("signature-pdf-unsuitable", prepared)]);
  return success(filled(prepared, writeCms(signer, digestAround(prepared))));
}

function digestAround({ bytes, gap }: PreparedFile): Uint8Array {
  return createHash("sha256").update(bytes.subarray(0, gap.start)).update(bytes.subarray(gap.end)).digest();
}

/** What the message leaves of its room stays zeros. */
function filled({ bytes, gap }: PreparedFile, message: Uint8Array): Uint8Array {
  const signed = Buffer.from(bytes);
  signed.write(Buffer.from(message).toString("hex").toUpperCase(), gap.start + 1, "latin1");
  return signed;
}
