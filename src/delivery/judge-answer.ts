import type { Answer } from "./transport.ts";

/** Where a message stands after an answer. */
export type AnswerState = "sent" | "deferred" | "bounced" | "failed" | "unknown";

/** What an answer means for its message and for the run. */
export interface Judgement {
  readonly state: AnswerState;
  /** `slow`: the server asks for patience; `stop`: the next message would fare the same. */
  readonly run: "go-on" | "slow" | "stop";
}

/**
 * The table of delivery states. What decides is whether the server can have taken the message: only a refusal in its own
 * words, or a connection lost before the final dot, allows sending it again.
 */
export function judgeAnswer(answer: Answer): Judgement {
  if (answer.kind === "accepted") return { state: "sent", run: "go-on" };
  if (answer.kind === "lost") {
    return answer.isComplete ? { state: "unknown", run: "go-on" } : { state: "deferred", run: "go-on" };
  }
  const { stage, code } = answer;
  // RFC 5321 3.8: 421 may come at any point, and the server closes the connection.
  if (code === 421 || stage === "busy") return { state: "deferred", run: "slow" };
  if (stage === "tls" || stage === "login") return { state: "failed", run: "stop" };
  const isTemporary = code >= 400 && code < 500;
  if (isTemporary) return { state: "deferred", run: "go-on" };
  return stage === "recipient" ? { state: "bounced", run: "go-on" } : { state: "failed", run: "stop" };
}
