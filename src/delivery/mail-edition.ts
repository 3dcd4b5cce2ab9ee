import { createHash } from "node:crypto";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Artifact, InlineImage } from "../formats/artifact.ts";

/** An edition as a message carries it. */
export interface MailEdition {
  readonly audience: string;
  readonly locale: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly images: readonly InlineImage[];
  readonly pdf: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** Changes whenever anything that a reader gets changes. */
  readonly fingerprint: string;
}

/** The name an edition goes by in lists, approvals and the ledger. */
export const editionName = ({ audience, locale }: Pick<MailEdition, "audience" | "locale">): string =>
  `${audience}/${locale}`;

/** Takes what a message needs from the artifacts of one edition. */
export function mailEdition(
  artifacts: readonly Artifact[],
  {
    audience,
    locale,
    hasPdf,
  }: { readonly audience: string; readonly locale: string; readonly hasPdf: boolean },
): Outcome<MailEdition> {
  const email = artifacts.find(({ format }) => format === "email");
  const text = artifacts.find(({ format }) => format === "text");
  const pdf = artifacts.find(({ format }) => format === "pdf");
  const missing = (format: string): Diagnostic => diagnose("delivery-edition-missing", { format, audience });
  if (!email?.mail) return failure([missing("email")]);
  if (text === undefined) return failure([missing("text")]);
  if (hasPdf && pdf === undefined) return failure([missing("PDF")]);
  const decoder = new TextDecoder();
  const { subject, preheader, images } = email.mail;
  const parts = {
    audience,
    locale,
    subject,
    preheader,
    html: decoder.decode(email.bytes),
    text: decoder.decode(text.bytes),
    images,
    pdf: hasPdf && pdf !== undefined ? { name: pdf.name, bytes: pdf.bytes } : null,
  };
  return success({ ...parts, fingerprint: fingerprintOf(parts) });
}

/** The digest of every part, each with its length, so that no two editions share one. */
function fingerprintOf(parts: Omit<MailEdition, "fingerprint">): string {
  const hash = createHash("sha256");
  const add = (part: string | Uint8Array) => hash.update(`${part.length}:`).update(part);
  for (const text of [parts.audience, parts.locale, parts.subject, parts.preheader, parts.html, parts.text])
    add(text);
  for (const { contentId, name, mediaType, bytes } of parts.images) {
    for (const part of [contentId, name, mediaType, bytes]) add(part);
  }
  if (parts.pdf !== null) for (const part of [parts.pdf.name, withoutSignature(parts.pdf.bytes)]) add(part);
  return hash.digest("hex").slice(0, FINGERPRINT_DIGITS);
}

/** 96 bits: short enough to be read, too many to be met by chance. */
const FINGERPRINT_DIGITS = 24;

/** A signature by elliptic curves has chance in it: the same file that is signed anew differs in nothing else. */
function withoutSignature(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  if (!text.includes("/ByteRange")) return bytes;
  return Buffer.from(text.replace(/\/Contents ?<[\dA-Fa-f]{200,}>/g, "/Contents <>"), "latin1");
}
