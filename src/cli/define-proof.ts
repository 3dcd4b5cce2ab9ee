import type { Command } from "commander";
import { parseList } from "./options.ts";

/** Options of `brief proof`. */
export interface ProofOptions {
  readonly audience?: readonly string[];
  readonly locale?: string;
  readonly template?: string;
  readonly out?: string;
  readonly browser?: string;
  /** False after --no-png. */
  readonly png: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

/** What the command that proves messages does. */
export interface ProofHandlers {
  proof(file: string, options: ProofOptions): Promise<void>;
}

/** Defines `brief proof`. */
export function defineProof(program: Command, { proof }: ProofHandlers): void {
  program
    .command("proof")
    .summary("see an e-mail edition as its readers will")
    .description(
      "Shows the e-mail edition of a brief on one page: in a list of messages, on a desktop and a phone, light and dark, without images, roughly as in Outlook, and how far it is from being cut off.",
    )
    .argument("<file>", "the brief")
    .option("-a, --audience <ids>", "editions, one proof each (default: all)", parseList)
    .option("-t, --template <name>", "template set (default: executive)")
    .option("--locale <tag>", "language of labels, dates and numbers, as in de or en-GB")
    .option("-o, --out <folder>", "where to write (default: output)")
    .option("--no-png", "write the page alone, without a picture of it and without a browser")
    .option("--browser <path>", "browser to draw with (default: the first found)")
    .option("--json", "print the result as JSON, and nothing else")
    .option("-q, --quiet", "print errors only")
    .action((file: string, options: ProofOptions) => proof(file, options));
}
