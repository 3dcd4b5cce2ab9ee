import { installBrowser as download, formatDiagnostic, surroundingsOfProcess } from "../../index.ts";
import type { Context } from "../context.ts";
import { EXIT, exitCodeFor } from "../exit-code.ts";
import { openProgress } from "../progress.ts";

/** `brief browser install`: downloads a browser to print with. */
export async function installBrowser({ terminal, signal }: Context): Promise<number> {
  const { out, err } = terminal;
  using progress = openProgress(terminal);
  progress.show("Asking for the download");
  if (!terminal.isLive) err.write("Downloading chrome-headless-shell, about 100 MB.\n");
  const installed = await download({
    surroundings: surroundingsOfProcess(),
    onProgress: (downloaded, total) => progress.show(bar(downloaded, total)),
    signal,
  });
  progress.clear();
  if (signal.aborted) {
    err.write(`${err.colors.red("Stopped.")} Nothing was installed.\n`);
    return EXIT.interrupted;
  }
  for (const diagnostic of installed.diagnostics) {
    err.write(`${formatDiagnostic(diagnostic, err.colors)}\n`);
  }
  if (installed.ok) {
    out.write(`${out.colors.green("✓")} Installed ${installed.value.executablePath}\n`);
    out.write("  See that it prints with: brief doctor\n");
  }
  return exitCodeFor(installed.diagnostics);
}

const BAR_CHARACTERS = 30;

function bar(downloaded: number, total: number): string {
  const share = total > 0 ? Math.min(1, downloaded / total) : 0;
  const filled = Math.round(share * BAR_CHARACTERS);
  if (share === 1) return "Unpacking";
  const megabytes = `${inMegabytes(downloaded)} of ${inMegabytes(total)} MB`;
  return `${"━".repeat(filled)}${"─".repeat(BAR_CHARACTERS - filled)} ${Math.floor(share * 100)}%  ${megabytes}`;
}

const inMegabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0);
