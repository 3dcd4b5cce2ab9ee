import { Command } from "commander";
import { EXAMPLES } from "./examples.ts";
import {
  type BuildOptions,
  type CheckOptions,
  type DoctorOptions,
  FORMAT_CHOICES,
  PAGE_CHOICES,
  parseCount,
  parseFormats,
  parseList,
  parseName,
  parsePage,
} from "./options.ts";
import type { Screen, Terminal } from "./terminal.ts";

/** What each command does; the definitions below know only its arguments. */
export interface Handlers {
  build(paths: readonly string[], options: BuildOptions): Promise<void>;
  check(paths: readonly string[], options: CheckOptions): Promise<void>;
  create(file: string): Promise<void>;
  schema(options: { readonly out?: string }): Promise<void>;
  doctor(options: DoctorOptions): Promise<void>;
  installBrowser(): Promise<void>;
}

/** Defines every command, its arguments, options and help. */
export function createProgram(
  handlers: Handlers,
  { version, terminal }: { version: string; terminal: Pick<Terminal, "out" | "err"> },
): Command {
  const program = new Command("brief")
    .description("Turns a brief file into a one-page PDF and a self-contained HTML page.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride();
  dress(program, terminal);
  defineBuild(program, handlers);
  defineCheck(program, handlers);
  defineNew(program, handlers);
  defineSchema(program, handlers);
  defineDoctor(program, handlers);
  defineBrowser(program, handlers);
  addExamples(program, terminal.out);
  return program;
}

function defineBuild(program: Command, { build }: Handlers): void {
  program
    .command("build")
    .summary("build briefs")
    .description(
      "Builds briefs: each edition as one PDF page and one HTML file, in <out>/<brief>/. Without a path, the project’s briefs folder; “-” reads one brief from standard input.",
    )
    .argument("[paths...]", "brief files, folders of them, or -")
    .option("-o, --out <folder>", "where to write (default: output)")
    .option("-f, --format <formats>", `${FORMAT_CHOICES.join(", ")}, or both (default: both)`, parseFormats)
    .option("-a, --audience <ids>", "editions to build (default: all that the brief has)", parseList)
    .option("-t, --template <name>", "template set (default: executive)")
    .option("--page <size>", `paper: ${PAGE_CHOICES.join(" or ")} (default: A4)`, parsePage)
    .option("--pages <n>", "sheets that an edition may fill (default: 1)", parseCount(20))
    .option("--locale <tag>", "language of labels, dates and numbers, as in de or en-GB")
    .option("--name <name>", "name of the files, for one brief (default: its file’s name)", parseName)
    .option("-j, --jobs <n>", "briefs to build at once (default: 2)", parseCount(32))
    .option("--browser <path>", "browser to print with (default: the first found)")
    .option("--json", "print the result as JSON, and nothing else")
    .option("-v, --verbose", "also print the browser, the fit of each edition and times")
    .option("-q, --quiet", "print errors only")
    .action((paths: string[], options: BuildOptions) => build(paths, options));
}

function defineCheck(program: Command, { check }: Handlers): void {
  program
    .command("check")
    .summary("check briefs without building them")
    .description("Checks briefs without building them, and shows every finding at its line.")
    .argument("[paths...]", "brief files, folders of them, or -")
    .option("--json", "print the findings as JSON, and nothing else")
    .option("-q, --quiet", "print errors only")
    .action((paths: string[], options: CheckOptions) => check(paths, options));
}

function defineNew(program: Command, { create }: Handlers): void {
  program
    .command("new")
    .summary("write a first brief")
    .description("Writes a short, complete brief to write over. A file that exists is never touched.")
    .argument("<file>", "the file to write, YAML")
    .action((file: string) => create(file));
}

function defineSchema(program: Command, { schema }: Handlers): void {
  program
    .command("schema")
    .summary("print the JSON Schema of briefs")
    .description("Prints the JSON Schema of brief files, from which an editor completes and checks them.")
    .option("-o, --out <file>", "write it to a file instead")
    .action((options: { out?: string }) => schema(options));
}

function defineDoctor(program: Command, { doctor }: Handlers): void {
  program
    .command("doctor")
    .summary("check this machine")
    .description(
      "Checks Node.js, the project, the template set with its fonts, the browser (it is started and prints a real page) and the output folder, and says how to mend what is wrong.",
    )
    .option("-o, --out <folder>", "output folder to check (default: the project’s)")
    .option("--browser <path>", "browser to check (default: the first found)")
    .option("--json", "print the result as JSON, and nothing else")
    .action((options: DoctorOptions) => doctor(options));
}

function defineBrowser(program: Command, { installBrowser }: Handlers): void {
  program
    .command("browser")
    .summary("manage the browser that prints")
    .description("Manages the browser that prints PDFs.")
    .command("install")
    .summary("download a browser")
    .description(
      "Downloads chrome-headless-shell, about 100 MB, into Execbrief’s own cache folder. Only needed where “brief doctor” finds no browser.",
    )
    .action(() => installBrowser());
}

/** Colours, streams and the form of complaints; set before the commands are made, which inherit them. */
function dress(program: Command, { out, err }: Pick<Terminal, "out" | "err">): void {
  program
    .configureHelp({
      styleTitle: (title) => out.colors.bold(title),
      styleCommandText: (text) => out.colors.cyan(text),
      styleOptionText: (text) => out.colors.cyan(text),
      styleSubcommandText: (text) => out.colors.cyan(text),
    })
    .configureOutput({
      writeOut: out.write,
      writeErr: err.write,
      getOutHelpWidth: () => Math.min(out.columns, 100),
      getErrHelpWidth: () => Math.min(err.columns, 100),
      // Complaints are told with the findings’ own words and look; see explain-failure.ts.
      outputError: () => {},
    });
}

function addExamples(command: Command, out: Screen): void {
  const examples = EXAMPLES[command.name()];
  if (examples !== undefined) {
    const width = Math.max(...examples.map(({ line }) => line.length)) + 2;
    const lines = examples.map(
      ({ line, about }) =>
        `  ${out.colors.cyan(line)}${" ".repeat(width - line.length)}${out.colors.dim(about)}`,
    );
    command.addHelpText("after", `\n${out.colors.bold("Examples:")}\n${lines.join("\n")}`);
  }
  for (const subcommand of command.commands) addExamples(subcommand, out);
}
