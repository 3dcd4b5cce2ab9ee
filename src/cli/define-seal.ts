import type { Command } from "commander";

/** Options of `brief extract`. */
export interface ExtractOptions {
  readonly out?: string;
  readonly json?: true;
}

/** Options of `brief verify`. */
export interface VerifyOptions {
  /** The brief that the one in the file is compared with. */
  readonly brief?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** What the commands around sealed PDF files do. */
export interface SealHandlers {
  verify(files: readonly string[], options: VerifyOptions): Promise<void>;
  extract(file: string, options: ExtractOptions): Promise<void>;
}

/** Defines `brief verify` and `brief extract`. */
export function defineSeal(program: Command, { verify, extract }: SealHandlers): void {
  program
    .command("verify")
    .summary("find out whether a PDF is as it was made")
    .description(
      "Tells whether a PDF was altered since Execbrief made it: its bytes, the brief and the files in it, its pages against that brief, its title and author. With --brief, also whether it was made from the brief that you have. It finds accidents and careless forgeries; whoever makes a new seal is found out by --brief or by a signature alone.",
    )
    .argument("<files...>", "PDF files")
    .option("--brief <file>", "the brief that the one in the PDF is compared with")
    .option("--json", "print the result as JSON, and nothing else")
    .option("-q, --quiet", "print errors only")
    .action((files: string[], options: VerifyOptions) => verify(files, options));
  program
    .command("extract")
    .summary("take the brief out of a PDF")
    .description(
      "Takes the brief that a PDF was made from, and the files that it names, out of the PDF, as far as the PDF’s audience was given it. What is there already is never touched.",
    )
    .argument("<file>", "a PDF file")
    .option(
      "-o, --out <folder>",
      "where to write, or - to print the brief alone (default: a folder named after the PDF)",
    )
    .option("--json", "print the result as JSON, and nothing else")
    .action((file: string, options: ExtractOptions) => extract(file, options));
}
