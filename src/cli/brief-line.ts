import { visibleText } from "../diagnostics/visible-text.ts";
import type { FormatName } from "../index.ts";
import { counted, errorsInWords, fitInWords, sizeInWords } from "./in-words.ts";
import type { Terminal } from "./terminal.ts";
import type { WrittenArtifact, WrittenBrief } from "./write-artifacts.ts";

/** What the lines on briefs must know of their build. */
export interface BriefLineContext {
  readonly terminal: Pick<Terminal, "out">;
  readonly formats: readonly FormatName[];
  /** Name of the paper. */
  readonly page: string;
}

/** One line on what came of a brief: its editions, how they fit, what was written and what was not. */
export function briefLine(
  brief: WrittenBrief,
  { terminal: { out }, formats, page }: BriefLineContext,
  nameWidth: number,
): string {
  const { colors, columns } = out;
  const artifacts = brief.editions.flatMap((edition) => edition.artifacts);
  const mark = brief.ok ? colors.green("✓") : colors.red("✗");
  const start = `${mark} ${colors.bold(visibleText(brief.file).padEnd(nameWidth))}  `;
  if (artifacts.length === 0) return `${start}not built, ${errorsInWords(brief.diagnostics)}`;

  const fit = fitInWords(artifacts);
  const rest = [
    ...(fit === "" ? [] : [`${page}, ${fit}`]),
    formats.map((format) => formatInWords(format, artifacts, brief.editions.length)).join(", "),
    ...(brief.ok ? [] : [errorsInWords(brief.diagnostics)]),
  ].join("  ");
  const names = brief.editions.map(({ audience }) => audience).join(", ");
  const isTooWide = 2 + nameWidth + 2 + names.length + 2 + rest.length > columns;
  return `${start}${isTooWide ? counted(brief.editions.length, "edition") : names}  ${rest}`;
}

/** What there is of one format, and for how many editions where it is not all of them. */
function formatInWords(format: FormatName, artifacts: readonly WrittenArtifact[], editions: number): string {
  const label = format.toUpperCase();
  const made = artifacts.filter((artifact) => artifact.format === format);
  if (made.length === 0) return `no ${label}`;
  const share = made.length < editions ? `${made.length} of ${editions}, ` : "";
  return `${label} ${share}${sizeInWords(made)}`;
}

/** A line for each artifact, for --verbose. */
export function editionLines({ editions }: WrittenBrief, dim: (text: string) => string): string[] {
  const artifacts = editions.flatMap((edition) => edition.artifacts);
  const pathWidth = Math.max(0, ...artifacts.map(({ path }) => path.length));
  return artifacts.map(({ path, bytes, fit }) => {
    const size = `${(bytes / 1024).toFixed(1)} KB`.padStart(8);
    const detail =
      fit === null
        ? ""
        : `  ${fit.typePt} pt, line height ${fit.leading}, spacing ${fit.space} (step ${fit.step})`;
    return dim(`  ${path.padEnd(pathWidth)}  ${size}${detail}`);
  });
}
