import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { checkSignatures, type SignatureReport } from "./check-signatures.ts";
import { dayOf } from "./day-of.ts";
import type { SignatureFault } from "./judge-message.ts";

/** What there is to say of the signatures of a PDF file, in words; nothing of a file without any. */
export function signatureFindings(bytes: Uint8Array): readonly Diagnostic[] {
  return checkSignatures(bytes).flatMap(findingsOn);
}

function findingsOn(report: SignatureReport): Diagnostic[] {
  const { field, faults, signer, date, coveredBytes, fileBytes, appended, weak, wasValidThen } = report;
  const name = signer?.name ?? field;
  const unread = faults.includes("kind-unknown")
    ? [diagnose("signature-unreadable", { name, kind: report.kind })]
    : [];
  const wrong = faults.filter((fault) => fault !== "kind-unknown");
  const broken = wrong.map((fault) => diagnose("signature-broken", { name, why: WHY[fault] }));
  if (unread.length + broken.length > 0 || signer === undefined) return [...broken, ...unread];
  const { issuer, isSelfSigned, validFrom, validUntil, fingerprint } = signer;
  const sound = isSelfSigned
    ? diagnose("signature-self-signed", { name, day: dayOf(date), fingerprint })
    : diagnose("signature-sound", { name, issuer, day: dayOf(date) });
  const days = { name, from: dayOf(validFrom), until: dayOf(validUntil), day: dayOf(date) };
  return [
    sound,
    ...(appended === "changes" ? [diagnose("signature-outgrown", { name, coveredBytes, fileBytes })] : []),
    ...(appended === "signature" ? [diagnose("signature-followed", { name })] : []),
    ...(wasValidThen === false ? [diagnose("signature-outside-validity", days)] : []),
    ...weak.map((what) => diagnose("signature-weak", { name, what })),
  ];
}

/** The end of a sentence. */
const WHY: Readonly<Record<Exclude<SignatureFault, "kind-unknown">, string>> = {
  "content-changed": "the file is not what was signed; it was changed afterwards",
  "signature-wrong": "it was not made with the key of the certificate that it brings along",
  "certificate-swapped": "its certificate is not the one that it was made for",
  "certificate-missing": "it does not bring its signer’s certificate along",
  "room-misused": "in its place there is more than a signature, which nobody signed",
  "range-wrong": "it does not cover the file from its beginning on, with no gap but its own place",
  "message-contradictory":
    "it says of itself what cannot both be true, such as two ways in which it was made",
};
