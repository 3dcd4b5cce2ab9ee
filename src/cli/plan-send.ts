import path from "node:path";
import {
  type DeliveryPlan,
  type Diagnostic,
  diagnose,
  type Execbrief,
  type LedgerRecord,
  loadDelivery,
  type MailEdition,
  readDocument,
} from "../index.ts";
import type { Context } from "./context.ts";
import type { SendOptions } from "./define-delivery.ts";
import { type DeliveryFiles, readListFile, readSuppressed } from "./delivery-files.ts";
import { type MailBrief, prepareEditions } from "./prepare-mail.ts";
import { shownPath } from "./shown-path.ts";

/** Who gets which edition, and everything that stands against it. */
export interface SendPlan {
  readonly plan: DeliveryPlan;
  readonly editions: readonly MailEdition[];
  /** Records that let unknown messages be sent again, to be written when it comes to sending. */
  readonly allowed: readonly LedgerRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a plan starts from. */
export interface PlanStart {
  readonly execbrief: Execbrief;
  readonly brief: MailBrief;
  readonly list: string;
  readonly files: DeliveryFiles;
  readonly records: readonly LedgerRecord[];
}

/** Reads the list and builds the editions that people on it get; nothing is sent. */
export async function planSend(start: PlanStart, options: SendOptions, context: Context): Promise<SendPlan> {
  const { execbrief, brief, files, records } = start;
  const { folder, now } = context.terminal;
  const { planDelivery, messageStates, allowRetry, unsubscribeHeaders } = await loadDelivery();
  const { delivery } = execbrief.project.config;
  const people = await readPeople(start, options, context);
  const suppressed = await readSuppressed(files, folder);
  const at = new Date(now()).toISOString();
  const retry = allowRetry(options.retryUnknown ?? [], brief.id, messageStates(records), at);
  const diagnostics = [...people.diagnostics, ...suppressed.diagnostics, ...retry.diagnostics];
  if (!options.transactional && Object.keys(unsubscribeHeaders(delivery?.unsubscribe, NOBODY)).length === 0) {
    diagnostics.push(diagnose("delivery-unsubscribe-missing", {}));
  }
  if (people.value === undefined || !suppressed.ok || !retry.ok) {
    return { plan: { recipients: [], held: [] }, editions: [], allowed: [], diagnostics };
  }
  const states = messageStates([...records, ...retry.value]);
  const plan = planDelivery(people.value, brief.id, states, suppressed.value);
  const wanted = plan.recipients.map(({ person }) => person);
  const editions = await prepareEditions(execbrief, brief, wanted, options, context);
  diagnostics.push(...editions.diagnostics);
  const unknown = plan.held.filter(({ reason }) => reason === "unknown").map(({ person }) => person.address);
  if (unknown.length > 0) {
    const addresses = unknown.slice(0, UNKNOWN_SHOWN);
    diagnostics.push(diagnose("delivery-unknown", { addresses, count: unknown.length }));
  }
  return { plan, editions: editions.value ?? [], allowed: retry.value, diagnostics };
}

/** Whether there is a way to unsubscribe does not depend on who asks. */
const NOBODY = { address: "", fields: {} };
const UNKNOWN_SHOWN = 20;

/** The people of the list; undefined when it cannot be used as it is. */
async function readPeople(
  { execbrief, brief, list }: PlanStart,
  options: SendOptions,
  { terminal }: Context,
) {
  const { readList, fieldsOf } = await loadDelivery();
  const absolute = path.resolve(terminal.folder, list);
  const text = await readListFile(absolute, terminal.folder);
  if (!text.ok) return { value: undefined, diagnostics: text.diagnostics };
  const { allowedDomains = [], unsubscribe } = execbrief.project.config.delivery ?? {};
  const read = readList({
    path: shownPath(terminal.folder, absolute),
    text: text.value,
    readYaml: readDocument,
    audiences: brief.audiences,
    locale: brief.locale,
    allowedDomains,
    neededFields: options.transactional ? [] : fieldsOf(unsubscribe),
  });
  if (!read.ok) return { value: undefined, diagnostics: read.diagnostics };
  const { people, diagnostics } = read.value;
  const faulty = new Set(diagnostics.filter(isError).map(({ where }) => where?.line));
  if (faulty.size === 0) return { value: people, diagnostics };
  if (options.skipFaulty) return { value: people, diagnostics: diagnostics.map(lowered) };
  const refusal = diagnose("list-faulty", { lines: faulty.size, good: people.length });
  return { value: undefined, diagnostics: [...diagnostics, refusal] };
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** Somebody has said that these lines may be left out; they are told of all the same. */
const lowered = (diagnostic: Diagnostic): Diagnostic =>
  isError(diagnostic) ? { ...diagnostic, severity: "warning" } : diagnostic;
