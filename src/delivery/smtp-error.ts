import { visibleText } from "../diagnostics/visible-text.ts";
import type { Answer, RefusalStage } from "./transport.ts";

/** What the library tells of a failure, as far as it is believed. */
export interface SmtpError extends Error {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  /** What the system or its TLS called it, where the library calls it otherwise. */
  readonly originalCode?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** The most characters of a server’s words that are kept. */
const RESPONSE_MAX_CHARACTERS = 300;

/** Tells a refusal from a lost connection, by codes alone; the library’s sentences are for people. */
export function explainSmtpError(
  error: SmtpError,
  isHandedOver: boolean,
  secrets: readonly string[],
): Exclude<Answer, { kind: "accepted" }> {
  const response = withoutSecrets(error.response ?? error.message, secrets);
  const code = error.responseCode ?? 0;
  const stage = stageOf(error);
  if (!isHandedOver && (stage === "tls" || stage === "login"))
    return { kind: "refused", stage, code, response };
  // The library itself refuses a message that is larger than the server said it takes.
  if (stage === "content" && code === 0) return { kind: "refused", stage, code: 552, response };
  if (stage !== undefined && code !== 0) return { kind: "refused", stage, code, response };
  // A server that breaks off with 421 before the final dot has taken nothing. After the dot, words that come with a
  // broken connection are no answer to the message.
  if (code === 421 && !isHandedOver) return { kind: "refused", stage: "busy", code, response };
  return { kind: "lost", isComplete: isHandedOver, response };
}

/** By the library’s error codes and the command that was answered; undefined where the connection itself failed. */
function stageOf({
  code,
  command = "",
  responseCode,
  originalCode = "",
}: SmtpError): RefusalStage | undefined {
  if (code === "EMESSAGE") return "content";
  if (code === "EENVELOPE") {
    if (command.startsWith("MAIL")) return "sender";
    return command.startsWith("RCPT") ? "recipient" : "content";
  }
  if (code === "EAUTH") return "login";
  // OpenSSL’s names of a certificate that does not hold (X509_V_ERR_…); it is looked at once, before anything is said.
  if (code === "ETLS" || /CERT|^UNABLE_TO_VERIFY/.test(originalCode)) return "tls";
  if (responseCode !== undefined && (code === "EPROTOCOL" || command === "EHLO")) return "greeting";
  return undefined;
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  const clean = secrets.reduce(
    (rest, secret) => (secret === "" ? rest : rest.replaceAll(secret, "***")),
    text,
  );
  return visibleText(clean.replace(/\s+/g, " ").trim()).slice(0, RESPONSE_MAX_CHARACTERS);
}
