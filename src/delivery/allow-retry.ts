import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { parseAddress } from "./address.ts";
import type { LedgerRecord } from "./ledger-record.ts";
import type { MessageStatus } from "./ledger-states.ts";

/** The records that let a person’s unknown message be sent again; nobody else’s, and only by name. */
export function allowRetry(
  addresses: readonly string[],
  brief: string,
  states: ReadonlyMap<string, MessageStatus>,
  at: string,
): Outcome<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  const faults = addresses.flatMap((text) => {
    const address = parseAddress(text);
    const to = typeof address === "string" ? text : address.normalised;
    const own = [...states.values()].filter((status) => status.brief === brief && status.to === to);
    const unknown = own.find(({ state }) => state === "unknown");
    if (unknown === undefined) {
      return [
        diagnose("delivery-not-unknown", { address: text, state: own[0]?.state ?? "not in the ledger" }),
      ];
    }
    records.push({ at, brief, edition: unknown.edition, to, state: "retry-allowed" });
    return [];
  });
  return faults.length > 0 ? failure(faults) : success(records);
}
