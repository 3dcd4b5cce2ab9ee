import { counted } from "./in-words.ts";
import type { Terminal } from "./terminal.ts";
import type { WrittenBrief } from "./write-artifacts.ts";

/** What the last line must know of the build. */
export interface SummaryContext {
  readonly terminal: Pick<Terminal, "out">;
  /** The briefs that were to be built. */
  readonly files: readonly string[];
  /** Output folder as a person would type it. */
  readonly out: string;
  /** Errors that belong to no brief, such as a path that does not exist. */
  readonly projectErrors: number;
  readonly isInterrupted: boolean;
}

/** The last line of a build: what there is now and where to look. It never sounds like success after a failure. */
export function summaryLine(
  briefs: readonly WrittenBrief[],
  { terminal, files, out, projectErrors, isInterrupted }: SummaryContext,
): string | undefined {
  const { bold, red, cyan } = terminal.out.colors;
  const all = counted(files.length, "brief");
  const whole = briefs.filter(({ ok }) => ok).length;
  if (isInterrupted) return red(`Stopped: ${whole} of ${all} built. Every file is whole, old or new.`);
  if (files.length === 0) return undefined;

  const editions = briefs.flatMap((brief) => brief.editions).filter(({ artifacts }) => artifacts.length > 0);
  const artifacts = editions.flatMap((edition) => edition.artifacts);
  if (artifacts.length === 0) return `${red(bold("Nothing was built."))} The reasons are above.`;

  const folder = /[\\/]$/.test(out) ? out : `${out}/`;
  const counts = `${counted(editions.length, "edition")}, ${counted(artifacts.length, "file")} in ${folder}`;
  if (whole < files.length || projectErrors > 0) {
    const share =
      files.length === 1 && whole === 0 ? "The brief is not complete" : `${whole} of ${all} complete`;
    const missing =
      projectErrors > 0 && whole === files.length ? `${all} built, but not all that was asked for` : share;
    return `${red(bold(missing))}; ${counts}. The reasons are above.`;
  }
  const first = artifacts.find(({ format }) => format === "html") ?? artifacts[0];
  return `${bold(all)}, ${counts}${first === undefined ? "" : ` — open ${cyan(first.path)}`}`;
}
