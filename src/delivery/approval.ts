import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { DeliveryPlan } from "./plan-delivery.ts";

/** What a person saw in a dry run: who gets what. Nothing else is sent. */
export interface Approval {
  readonly brief: string;
  /** When the dry run was, ISO 8601; every message carries it as its date, so that a second attempt is the same message. */
  readonly at: string;
  /** Fingerprint of each edition by its name. */
  readonly editions: Readonly<Record<string, string>>;
  /** Keys of the messages: see keyOf. */
  readonly messages: readonly string[];
}

/** The record of a dry run. */
export const approvalOf = (
  brief: string,
  at: string,
  editions: Readonly<Record<string, string>>,
  { recipients }: DeliveryPlan,
): Approval => ({ brief, at, editions, messages: recipients.map(({ key }) => key) });

/** Reads the record of a dry run back; undefined when it is none. */
export function parseApproval(text: string): Approval | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isApproval(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Everything in which a run that is to send now differs from what was approved. */
export function compareWithApproval(
  approval: Approval,
  count: number,
  editions: Readonly<Record<string, string>>,
  { recipients, held }: DeliveryPlan,
): Diagnostic[] {
  const approved = new Set(approval.messages);
  const findings: Diagnostic[] = [];
  if (count !== approved.size)
    findings.push(diagnose("delivery-count-differs", { count, approved: approved.size }));
  for (const [edition, fingerprint] of Object.entries(editions)) {
    const before = approval.editions[edition];
    // An edition that nobody was to get in the dry run shows in the people, who differ then too.
    if (before !== undefined && before !== fingerprint) {
      findings.push(diagnose("delivery-edition-changed", { edition, approved: before, now: fingerprint }));
    }
  }
  const added = recipients.filter(({ key }) => !approved.has(key));
  // Who was sent in the meantime, or asked for silence, is still on the list; who is not has been taken off it.
  const listed = new Set(
    [...recipients.map(({ person }) => person), ...held.map(({ person }) => person)].map(toOf),
  );
  const gone = approval.messages.filter((key) => !listed.has(addressIn(key)));
  if (added.length > 0 || gone.length > 0) {
    findings.push(
      diagnose("delivery-people-differ", {
        added: added.slice(0, SHOWN).map(({ person }) => person.address),
        addedCount: added.length,
        gone: gone.slice(0, SHOWN).map(addressIn),
        goneCount: gone.length,
      }),
    );
  }
  return findings;
}

/** A few names show what happened; a list of a thousand would not. */
const SHOWN = 3;

const toOf = ({ normalised }: { readonly normalised: string }): string => normalised;

function addressIn(key: string): string {
  const parts: unknown = JSON.parse(key);
  return Array.isArray(parts) ? String(parts[2]) : "";
}

function isApproval(value: unknown): value is Approval {
  if (typeof value !== "object" || value === null) return false;
  const { brief, at, editions, messages } = value as Partial<Record<keyof Approval, unknown>>;
  const isKeys =
    Array.isArray(messages) && messages.every((key) => typeof key === "string" && key.startsWith("["));
  return (
    typeof brief === "string" &&
    typeof at === "string" &&
    typeof editions === "object" &&
    editions !== null &&
    isKeys
  );
}
