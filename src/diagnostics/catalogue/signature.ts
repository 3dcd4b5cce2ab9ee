import { entry } from "./entry.ts";

/** Findings on signing PDF files, and on the signatures that they carry. */
export const signatureCatalogue = {
  "signature-password-missing": entry<{ file: string }>({
    severity: "error",
    cause: "usage",
    about: "A key file is opened with its password, and none was given.",
    message: ({ file }) => `${file} cannot be opened: there is no password for it.`,
    hint: () =>
      "Put it into the environment as EXECBRIEF_SIGN_PASSWORD, or into a file that pdf.sign.passwordFile names.",
  }),
  "signature-password-wrong": entry<{ file: string }>({
    severity: "error",
    cause: "usage",
    about:
      "The password does not open the key file. A file that was damaged on its way looks the same, since both fail the same checksum.",
    message: ({ file }) =>
      `${file} cannot be opened: the password is not the right one, or the file is damaged.`,
    hint: () =>
      "Look whether EXECBRIEF_SIGN_PASSWORD, or the file that pdf.sign.passwordFile names, has the password of this very file.",
  }),
  "signature-file-missing": entry<{ file: string; why: string }>({
    severity: "error",
    cause: "usage",
    about: "The key file to sign with does not exist or cannot be read.",
    message: ({ file, why }) => `${file}, the key file to sign with, cannot be read: ${why}.`,
    hint: () => "Check the path after --sign, or pdf.sign.file in brief.config.yaml.",
  }),
  "signature-file-invalid": entry<{ file: string }>({
    severity: "error",
    cause: "usage",
    about: "Signing needs a PKCS #12 file, which holds a private key with its certificate.",
    message: ({ file }) => `${file} is not a PKCS #12 file.`,
    hint: () =>
      "Such files mostly end in .p12 or .pfx. From a key and a certificate in PEM form, “openssl pkcs12 -export” makes one: see docs/signing.md.",
  }),
  "signature-file-unsupported": entry<{ file: string }>({
    severity: "error",
    cause: "usage",
    about: "The key file is locked in a way that Execbrief does not know; it knows AES, triple DES and RC2.",
    message: ({ file }) => `${file} is a PKCS #12 file, but locked in a way that Execbrief does not know.`,
    hint: () => "Write it anew with OpenSSL 3, “openssl pkcs12 -export”, which locks it with AES.",
  }),
  "signature-key-missing": entry<{ file: string }>({
    severity: "error",
    cause: "usage",
    about: "A key file without a private key can check signatures, but not make them.",
    message: ({ file }) => `${file} holds no private key, so nothing can be signed with it.`,
    hint: () => "Export the certificate together with its private key.",
  }),
  "signature-certificate-missing": entry<{ file: string }>({
    severity: "error",
    cause: "usage",
    about: "A signature names its signer by a certificate, which must be that of the private key.",
    message: ({ file }) => `${file} holds a private key, but no certificate that belongs to it.`,
    hint: () => "Export the private key together with its certificate.",
  }),
  "signature-key-unsupported": entry<{ file: string; kind: string }>({
    severity: "error",
    cause: "usage",
    about:
      "Readers of PDF files check signatures by RSA from 2048 bits on and by the elliptic curves P-256, P-384 and P-521.",
    message: ({ file, kind }) =>
      `The key in ${file} (${kind}) is not one that PDF files are signed with today.`,
    hint: () => "Use an RSA key of at least 2048 bits, or an elliptic curve: P-256, P-384 or P-521.",
  }),
  "signature-certificate-expired": entry<{ file: string; name: string; until: string; date: string }>({
    severity: "error",
    cause: "usage",
    about: "A certificate signs until the day that it names; what it signs later is not accepted.",
    message: ({ file, name, until, date }) =>
      `The certificate of ${name} in ${file} was valid until ${until}, and the file to be signed is of ${date}.`,
    hint: () => "Ask for a new certificate where this one came from.",
  }),
  "signature-pdf-unsuitable": entry<{ why: string }>({
    severity: "error",
    cause: "content",
    about: "A signature is appended to a whole PDF file that is neither encrypted nor damaged.",
    message: ({ why }) => `The PDF cannot be signed: ${why}.`,
  }),
  "signature-sound": entry<{ name: string; issuer: string; day: string }>({
    severity: "info",
    cause: "content",
    about:
      "A signature is sound: the part of the file that it covers is what was signed with the key of its certificate. Whether to trust whoever made out the certificate is for its reader to judge.",
    message: ({ name, issuer, day }) =>
      `Signed by ${name}, by a certificate that ${issuer} made out, and not changed since; the signature is dated ${day}.`,
    hint: ({ issuer }) =>
      `Whether to believe ${issuer} is yours to judge, and the date is the signer’s own word: see docs/signing.md.`,
  }),
  "signature-self-signed": entry<{ name: string; day: string; fingerprint: string }>({
    severity: "info",
    cause: "content",
    about:
      "A signature is sound, but its certificate was made out by its own holder, as anybody can under any name.",
    message: ({ name, day }) =>
      `Signed with a key that calls itself ${name}, and not changed since; the signature is dated ${day}. Nobody else vouches for that name.`,
    hint: ({ fingerprint }) =>
      `Ask the signer by another way, such as the telephone, whether the fingerprint of the certificate is this: ${fingerprint}.`,
  }),
  "signature-broken": entry<{ name: string; why: string }>({
    severity: "error",
    cause: "content",
    about: "A signature does not hold, so that the file must not be taken for its signer’s.",
    message: ({ name, why }) => `The signature of ${name} does not hold: ${why}.`,
    hint: () => "Do not rely on this file. Ask its sender for another.",
  }),
  "signature-unreadable": entry<{ name: string; kind: string }>({
    severity: "warning",
    cause: "content",
    about: "A signature is of a kind that Execbrief cannot check, or too damaged to be read.",
    message: ({ name, kind }) =>
      `The signature of ${name}${kind === "" ? "" : ` (${kind})`} cannot be checked: it is of another kind, or damaged.`,
    hint: () => "Look at it with Acrobat or with pdfsig.",
  }),
  "signature-outgrown": entry<{ name: string; coveredBytes: number; fileBytes: number }>({
    severity: "error",
    cause: "content",
    about:
      "Something was appended to the file after it was signed. The signature still holds for the first part, but what a reader sees may come from the second.",
    message: ({ name, coveredBytes, fileBytes }) =>
      `The signature of ${name} covers the first ${coveredBytes} bytes of ${fileBytes}; what follows was added later, and may change what is seen.`,
    hint: () => "Do not rely on this file. Ask its sender for the one that was signed.",
  }),
  "signature-followed": entry<{ name: string }>({
    severity: "info",
    cause: "content",
    about: "After a signature, others were added, and nothing else.",
    message: ({ name }) => `After ${name} somebody else signed; nothing else was added.`,
  }),
  "signature-outside-validity": entry<{ name: string; from: string; until: string; day: string }>({
    severity: "warning",
    cause: "content",
    about: "The certificate was not valid on the day that the signature names.",
    message: ({ name, from, until, day }) =>
      `The certificate of ${name} is valid from ${from} until ${until}, but the signature is dated ${day}.`,
  }),
  "signature-weak": entry<{ name: string; what: string }>({
    severity: "warning",
    cause: "content",
    about: "A signature was made in a way that can be forged today, such as SHA-1 or a short RSA key.",
    message: ({ name, what }) => `The signature of ${name} rests on ${what}, which can be forged today.`,
    hint: () => "Ask for a signature with SHA-256 and a key of at least 2048 bits.",
  }),
};
