import { type Command, InvalidArgumentError } from "commander";
import type { PageSize, RecordState } from "../index.ts";
import { PAGE_CHOICES, parseCount, parseList, parsePage } from "./options.ts";

/** Options with which an edition is built to be mailed. */
export interface MailOptions {
  readonly template?: string;
  readonly page?: PageSize["name"];
  readonly browser?: string;
  /** False after --no-pdf. */
  readonly pdf: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

/** Options of `brief draft`. */
export interface DraftOptions extends MailOptions {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly audience?: readonly string[];
  readonly locale?: string;
  readonly out?: string;
}

/** Options of `brief send`. */
export interface SendOptions extends MailOptions {
  readonly list?: string;
  readonly confirm?: number;
  readonly toSelf?: string;
  readonly skipFaulty?: true;
  readonly transactional?: true;
  readonly retryUnknown?: readonly string[];
}

/** Options of `brief ledger`. */
export interface LedgerOptions {
  readonly state?: readonly RecordState[];
  readonly to?: string;
  readonly export?: string;
  readonly json?: true;
}

/** What the commands that mail do. */
export interface DeliveryHandlers {
  draft(file: string, options: DraftOptions): Promise<void>;
  send(file: string, options: SendOptions): Promise<void>;
  ledger(file: string | undefined, options: LedgerOptions): Promise<void>;
}

/** Defines the commands that mail. */
export function defineDelivery(program: Command, handlers: DeliveryHandlers): void {
  defineDraft(program, handlers);
  defineSend(program, handlers);
  defineLedger(program, handlers);
}

function defineDraft(program: Command, { draft }: DeliveryHandlers): void {
  const command = program
    .command("draft")
    .summary("write an e-mail to open and send")
    .description(
      "Writes an e-mail that opens as an unsent draft in Outlook, Apple Mail and Thunderbird, with the PDF attached. Needs no mail server: you send it.",
    )
    .argument("<file>", "the brief")
    .option("--to <addresses>", "who it goes to", parseList)
    .option("--cc <addresses>", "who gets a copy", parseList)
    .option("-a, --audience <ids>", "editions, one draft each (default: all)", parseList)
    .option("--locale <tag>", "language of labels, dates and numbers, as in de or en-GB")
    .option("-o, --out <folder>", "where to write (default: output)");
  addMailOptions(command).action((file: string, options: DraftOptions) => draft(file, options));
}

function defineSend(program: Command, { send }: DeliveryHandlers): void {
  const command = program
    .command("send")
    .summary("mail a brief to a list of people")
    .description(
      "Mails a brief to a list of people, one message each. Without --confirm it is a dry run: it says who would get what and sends nothing. A ledger keeps what was sent, so that nobody is mailed twice, also after a crash.",
    )
    .argument("<file>", "the brief")
    .option("-l, --list <file>", "the people: CSV or YAML with email, name, audience, locale")
    .option("--confirm <count>", "send what the last dry run showed to so many people", parseCount(50_000))
    .option("--to-self <address>", "send every edition to this address alone, as a test")
    .option("--skip-faulty", "leave out faulty lines of the list instead of refusing it")
    .option("--transactional", "send without a way to unsubscribe, to readers who must get it")
    .option(
      "--retry-unknown <address>",
      "send again to somebody whose message is unknown; repeatable",
      parseList,
    );
  addMailOptions(command).action((file: string, options: SendOptions) => send(file, options));
}

function defineLedger(program: Command, { ledger }: DeliveryHandlers): void {
  program
    .command("ledger")
    .summary("show what was delivered to whom")
    .description("Shows where every message stands, or exports every attempt and answer as CSV.")
    .argument("[file]", "messages of this brief alone")
    .option("--state <states>", `in these states alone: ${STATES.join(", ")}`, parseStates)
    .option("--to <address>", "to this address alone")
    .option("--export <file>", "write every attempt and answer to a CSV file")
    .option("--json", "print the result as JSON, and nothing else")
    .action((file: string | undefined, options: LedgerOptions) => ledger(file, options));
}

const addMailOptions = (command: Command): Command =>
  command
    .option("--no-pdf", "leave the PDF out")
    .option("-t, --template <name>", "template set (default: executive)")
    .option("--page <size>", `paper of the PDF: ${PAGE_CHOICES.join(" or ")} (default: A4)`, parsePage)
    .option("--browser <path>", "browser to print with (default: the first found)")
    .option("--json", "print the result as JSON, and nothing else")
    .option("-q, --quiet", "print errors only");

/** Written out, because the library that defines them is too heavy for --help; the type keeps them complete. */
const STATE_NAMES: Record<Exclude<RecordState, "attempt">, true> = {
  sent: true,
  deferred: true,
  "given-up": true,
  bounced: true,
  failed: true,
  unknown: true,
  "retry-allowed": true,
};
const STATES = Object.keys(STATE_NAMES) as RecordState[];

const parseStates = (value: string, before: readonly RecordState[] = []): RecordState[] =>
  parseList(value, before).map((item) => {
    const state = STATES.find((candidate) => candidate === item);
    if (state !== undefined) return state;
    throw new InvalidArgumentError(`There are: ${STATES.join(", ")}.`);
  });
