import { CommanderError } from "commander";
import type { Context } from "./context.ts";
import type { Handlers } from "./define-commands.ts";
import { EXIT } from "./exit-code.ts";
import { watchForInterruption } from "./interruption.ts";
import { readPackageFacts } from "./package-facts.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** Runs what the arguments ask for and returns the exit code. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  proc: NodeJS.Process,
): Promise<number> {
  using interruption = watchForInterruption(proc, () => {
    if (terminal.isLive) terminal.err.write("\nStopping; press Ctrl-C again to stop at once.\n");
  });
  const explain = async (error: unknown) => {
    const { explainFailure } = await import("./explain-failure.ts");
    return explainFailure(error, args, terminal);
  };
  proc.on("uncaughtException", (error) => void explain(error).then(proc.exit));

  let exitCode: number = EXIT.done;
  let isEndedByHand = false;
  const handlers = loadedWhenCalled({ terminal, signal: interruption.signal }, (code, ending = {}) => {
    exitCode = code;
    isEndedByHand = ending.isEndedByHand ?? false;
  });
  const { version } = readPackageFacts();
  try {
    await createProgram(handlers, { version, terminal }).parseAsync(args, { from: "user" });
  } catch (error) {
    exitCode = isHelp(error) ? (error.exitCode === 0 ? EXIT.done : EXIT.usage) : await explain(error);
  }
  return isEndedByHand ? exitCode : (interruption.exitCode ?? exitCode);
}

/** Help and version end the parsing too; asked for, they are a success, and shown for want of a command, they are not. */
const isHelp = (error: unknown): error is CommanderError =>
  error instanceof CommanderError && (error.exitCode === 0 || error.code === "commander.help");

/** Takes the exit code of a command; one that runs until it is interrupted was not cut short by that. */
type Finish = (exitCode: number, ending?: { readonly isEndedByHand?: boolean }) => void;

/** Each command brings its own modules; only those of the one that is called are loaded. */
function loadedWhenCalled(context: Context, finish: Finish): Handlers {
  return {
    build: async (paths, options) =>
      finish(await (await import("./commands/build.ts")).build(paths, options, context)),
    check: async (paths, options) =>
      finish(await (await import("./commands/check.ts")).check(paths, options, context)),
    preflight: async (paths, options) =>
      finish(await (await import("./commands/preflight.ts")).preflight(paths, options, context)),
    verify: async (files, options) =>
      finish(await (await import("./commands/verify.ts")).verify(files, options, context)),
    extract: async (file, options) =>
      finish(await (await import("./commands/extract.ts")).extract(file, options, context)),
    diff: async (before, after, options) =>
      finish(await (await import("./commands/diff.ts")).diff(before, after, options, context)),
    create: async (file) => finish(await (await import("./commands/new.ts")).create(file, context)),
    schema: async (options) => finish(await (await import("./commands/schema.ts")).schema(options, context)),
    doctor: async (options) => finish(await (await import("./commands/doctor.ts")).doctor(options, context)),
    proof: async (file, options) =>
      finish(await (await import("./commands/proof.ts")).proof(file, options, context)),
    listTemplates: async (options) =>
      finish(await (await import("./commands/template-list.ts")).listTemplates(options, context)),
    preview: async (file, options) =>
      finish(await (await import("./commands/preview.ts")).preview(file, options, context), {
        isEndedByHand: true,
      }),
    newTemplate: async (name, options) =>
      finish(await (await import("./commands/template-new.ts")).newTemplate(name, options, context)),
    ejectTemplate: async (set, pieces, options) =>
      finish(
        await (await import("./commands/template-eject.ts")).ejectTemplate(set, pieces, options, context),
      ),
    checkTemplates: async (names, options) =>
      finish(await (await import("./commands/template-check.ts")).checkTemplates(names, options, context)),
    templateStatus: async (set, options) =>
      finish(await (await import("./commands/template-status.ts")).templateStatus(set, options, context)),
    draft: async (file, options) =>
      finish(await (await import("./commands/draft.ts")).draft(file, options, context)),
    send: async (file, options) =>
      finish(await (await import("./commands/send.ts")).send(file, options, context)),
    ledger: async (file, options) =>
      finish(await (await import("./commands/ledger.ts")).ledger(file, options, context)),
    installBrowser: async () =>
      finish(await (await import("./commands/browser-install.ts")).installBrowser(context)),
  };
}
