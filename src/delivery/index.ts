/** What the command line needs to mail briefs. */
export { type MailAddress, parseAddress } from "./address.ts";
export { allowRetry } from "./allow-retry.ts";
export { type Approval, approvalOf, compareWithApproval, parseApproval } from "./approval.ts";
export { openComposer } from "./compose-message.ts";
export { type Clock, type DeliveryReport, deliver, type MessageOutcome } from "./deliver.ts";
export { isLoopback } from "./is-loopback.ts";
export { type Ledger, openLedger, readLedger } from "./ledger.ts";
export type { LockOwner } from "./ledger-lock.ts";
export { type LedgerRecord, RECORD_STATES, type RecordState } from "./ledger-record.ts";
export { type MessageStatus, messageStates } from "./ledger-states.ts";
export { ledgerTable } from "./ledger-table.ts";
export { editionName, type MailEdition, mailEdition } from "./mail-edition.ts";
export type { Person } from "./person.ts";
export {
  type DeliveryPlan,
  type Held,
  type HeldReason,
  planDelivery,
  type Recipient,
} from "./plan-delivery.ts";
export { type PeopleList, readList } from "./read-list.ts";
export { readSecret } from "./read-secret.ts";
export type { SmtpSecurity } from "./settings.ts";
export { openSigner } from "./sign-message.ts";
export { openSmtpTransport } from "./smtp-transport.ts";
export { readSuppression } from "./suppression.ts";
export type { Answer, Transport } from "./transport.ts";
export { fieldsOf, unsubscribeHeaders } from "./unsubscribe.ts";
