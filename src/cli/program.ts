import { Command } from "commander";
import { defineCommands, type Handlers } from "./define-commands.ts";
import { examplesOf } from "./examples.ts";
import type { Screen, Terminal } from "./terminal.ts";

/** Makes the program: every command, its arguments, options and help. */
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
  defineCommands(program, handlers);
  addExamples(program, terminal.out);
  return program;
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
  const examples = examplesOf(command);
  if (examples.length > 0) {
    const width = Math.max(...examples.map(({ line }) => line.length)) + 2;
    const lines = examples.map(
      ({ line, about }) =>
        `  ${out.colors.cyan(line)}${" ".repeat(width - line.length)}${out.colors.dim(about)}`,
    );
    command.addHelpText("after", `\n${out.colors.bold("Examples:")}\n${lines.join("\n")}`);
  }
  for (const subcommand of command.commands) addExamples(subcommand, out);
}
