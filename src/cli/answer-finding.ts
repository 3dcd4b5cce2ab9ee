import { type Answer, type Diagnostic, diagnose } from "../index.ts";

/** What must be said of an answer that is no acceptance. */
export function answerFinding(answer: Answer): Diagnostic | undefined {
  if (answer.kind === "accepted") return undefined;
  const stage = answer.kind === "refused" ? NAMES[answer.stage] : "message, or was lost with it";
  return diagnose("delivery-stopped", { stage, response: answer.response });
}

const NAMES = {
  greeting: "connection",
  tls: "encryption",
  login: "login",
  sender: "sender",
  recipient: "recipient",
  content: "message",
  busy: "connection for now",
} as const;
