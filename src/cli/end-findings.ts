import { type DeliveryReport, type Diagnostic, diagnose } from "../index.ts";
import { answerFinding } from "./answer-finding.ts";

/** What must be said of a run that did not simply send everything. */
export function endFindings({ end, due, untried, counts }: DeliveryReport, pauseAfter: number): Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (end.kind === "stopped") {
    const stopped = answerFinding(end.answer);
    if (stopped !== undefined) findings.push(stopped);
  }
  if (end.kind === "paused") {
    findings.push(diagnose("delivery-paused", { failures: pauseAfter, response: end.answer.response }));
  }
  if (end.kind === "unrecorded") findings.push(end.diagnostic);
  if (due.length + untried.length > 0) {
    const nextAt = new Date(Math.min(...due.map(({ dueAtMs }) => dueAtMs), NEVER_MS)).toISOString();
    findings.push(diagnose("delivery-unfinished", { due: due.length, untried: untried.length, nextAt }));
  }
  const lost = counts["given-up"] + counts.bounced + counts.failed + counts.unknown;
  if (end.kind === "done" && lost > 0) findings.push(diagnose("delivery-incomplete", counts));
  return findings;
}

/** The end of what a date can say, which only has to be later than all others. */
const NEVER_MS = 8.64e15;
