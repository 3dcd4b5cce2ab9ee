import { type Command, InvalidArgumentError } from "commander";
import type { PageSize } from "../index.ts";
import { PAGE_CHOICES, parsePage } from "./options.ts";

/** Options of `brief preview`. */
export interface PreviewCommandOptions {
  readonly audience?: string;
  readonly template?: string;
  readonly page?: PageSize["name"];
  readonly locale?: string;
  readonly port?: number;
  /** False after --no-open. */
  readonly open: boolean;
  readonly browser?: string;
}

/** What the command that shows a brief while it is written does. */
export interface PreviewHandlers {
  preview(file: string | undefined, options: PreviewCommandOptions): Promise<void>;
}

/** Defines `brief preview`. */
export function definePreview(program: Command, { preview }: PreviewHandlers): void {
  program
    .command("preview")
    .summary("see a brief while it is written")
    .description(
      "Shows a brief in your web browser as PDF, HTML, e-mail and text, and anew whenever you save it, its data, its template or the theme. Only this machine can look. Without a brief, the one of the project that was changed last. Ctrl-C ends it.",
    )
    .argument("[brief]", "the brief")
    .option("-a, --audience <id>", "edition to begin with (default: the one for all readers)")
    .option("-t, --template <name>", "template set to begin with (default: the brief’s own)")
    .option("--page <size>", `paper to begin with: ${PAGE_CHOICES.join(" or ")} (default: A4)`, parsePage)
    .option("--locale <tag>", "language to begin with, as in de or en-GB")
    .option("--port <n>", "port of the page’s address (default: one that is free)", parsePort)
    .option("--no-open", "print the page’s address and open no web browser")
    .option("--browser <path>", "browser to print with (default: the first found)")
    .action((file: string | undefined, options: PreviewCommandOptions) => preview(file, options));
}

/** Ports under 1024 belong to the system. */
function parsePort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1024 && port <= 65_535) return port;
  throw new InvalidArgumentError("Give a port from 1024 to 65535.");
}
