import { readFile } from "node:fs/promises";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { openSigner, type Signer } from "./open-signer.ts";
import { type SigningWords, signWith } from "./sign-pdf.ts";

/** Where the key is, and how it is opened. */
export interface SigningSettings extends SigningWords {
  /** Absolute path of a PKCS #12 file. */
  readonly keyFile: string;
  /** The file as findings name it. */
  readonly shownFile: string;
  /** Asked for once, when something is to be signed; undefined where none was given. */
  readonly password: () => Promise<Outcome<string | undefined>>;
}

/** Signs a finished PDF; `date` is what the signature names. */
export type SignFile = (bytes: Uint8Array, date: Date) => Outcome<Uint8Array>;

/** Prepares signing: the key file is opened when it is first asked for, and once. */
export function openSigning(settings: SigningSettings): () => Promise<Outcome<SignFile>> {
  let opened: Promise<Outcome<SignFile>> | undefined;
  return () => {
    opened ??= open(settings);
    return opened;
  };
}

async function open(settings: SigningSettings): Promise<Outcome<SignFile>> {
  const signer = await readSigner(settings);
  if (!signer.ok) return signer;
  const { shownFile: file } = settings;
  return success((bytes, date) => signWith(signer.value, bytes, { ...settings, file, date }));
}

async function readSigner({ keyFile, shownFile: file, password }: SigningSettings): Promise<Outcome<Signer>> {
  const bytes = await readKeyFile(keyFile, file);
  if (!bytes.ok) return bytes;
  const secret = await password();
  if (!secret.ok) return secret;
  if (secret.value === undefined) return failure([diagnose("signature-password-missing", { file })]);
  return openSigner(bytes.value, { password: secret.value, file });
}

/** Key files have a few kilobytes; this is none. */
const KEY_FILE_MAX_BYTES = 1_000_000;

async function readKeyFile(path: string, file: string): Promise<Outcome<Uint8Array>> {
  try {
    const bytes = await readFile(path);
    return bytes.length > KEY_FILE_MAX_BYTES
      ? failure([diagnose("signature-file-invalid", { file })])
      : success(bytes);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const why = WHY_UNREADABLE.get(String(error.code)) ?? String(error.code);
    return failure([diagnose("signature-file-missing", { file, why })]);
  }
}

/** The end of a sentence. */
const WHY_UNREADABLE: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["EACCES", "you may not read it"],
  ["EPERM", "you may not read it"],
  ["EISDIR", "it is a folder"],
]);
