import { lstat, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { visibleText } from "../../diagnostics/visible-text.ts";
import { type Diagnostic, diagnose, diagnosticData, type ExtractedSource, loadSeal } from "../../index.ts";
import type { Context } from "../context.ts";
import type { ExtractOptions } from "../define-seal.ts";
import { EXIT, exitCodeFor } from "../exit-code.ts";
import { explainWriteError } from "../explain-write-error.ts";
import { printJson } from "../json-output.ts";
import { readPdfFile } from "../read-pdf-file.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";

/** `brief extract`: takes the brief out of a PDF. */
export async function extract(file: string, options: ExtractOptions, context: Context): Promise<number> {
  const { folder, out } = context.terminal;
  const bytes = await readPdfFile(file, folder);
  const refuse = (diagnostics: readonly Diagnostic[]) => tellRefusal(diagnostics, options, context);
  if ("code" in bytes) return refuse([bytes]);
  const { extractSource } = await loadSeal();
  const extracted = extractSource(bytes, file);
  if (!extracted.ok) return refuse(extracted.diagnostics);
  const { files } = extracted.value;
  const [brief] = files;
  if (options.out === "-" && !options.json) {
    out.write(new TextDecoder().decode(brief?.bytes ?? new Uint8Array()));
    return EXIT.done;
  }
  const target = path.resolve(folder, options.out ?? path.basename(file).replace(/\.pdf$/i, ".source"));
  const written =
    options.out === "-" ? [] : files.map((one) => ({ ...one, absolute: path.join(target, one.path) }));
  const faults = await writeAll(written, target, folder);
  if (faults.length > 0) return refuse(faults);
  const shown = written.map(({ absolute }) => shownPath(folder, absolute));
  const command = commandFor(extracted.value, shown[0] ?? "-");
  if (options.json) {
    const { creator, date, edition } = extracted.value;
    const text = new TextDecoder().decode(brief?.bytes ?? new Uint8Array());
    printJson(out, { ok: true, files: shown, brief: text, creator, date, edition, command, diagnostics: [] });
    return EXIT.done;
  }
  for (const name of shown) out.write(`${out.colors.green("✓")} Wrote ${visibleText(name)}\n`);
  const made = `${visibleText(extracted.value.creator)} in the same project makes the same file of it`;
  out.write(`\n${made}:\n  ${out.colors.cyan(command)}\n`);
  return EXIT.done;
}

/** Writes all files or none: one that is there already, link or not, stays as it is. */
async function writeAll(
  files: readonly { readonly absolute: string; readonly bytes: Uint8Array }[],
  target: string,
  folder: string,
): Promise<Diagnostic[]> {
  const there = await Promise.all(files.map(async (file) => ((await isThere(file.absolute)) ? [file] : [])));
  const taken = there
    .flat()
    .map(({ absolute }) => diagnose("extract-exists", { path: shownPath(folder, absolute) }));
  if (taken.length > 0) return taken;
  for (const { absolute, bytes } of files) {
    try {
      if (await hasLink(path.dirname(absolute), target)) {
        return [diagnose("extract-exists", { path: shownPath(folder, path.dirname(absolute)) })];
      }
      await mkdir(path.dirname(absolute), { recursive: true });
      await writeFile(absolute, bytes, { flag: "wx" });
    } catch (error) {
      return [
        diagnose("output-not-writable", {
          path: shownPath(folder, absolute),
          reason: explainWriteError(error),
        }),
      ];
    }
  }
  return [];
}

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

/** Whether a folder below `target` is a link, which would lead what is written elsewhere. */
async function hasLink(folder: string, target: string): Promise<boolean> {
  if (folder === target || folder.length <= target.length) return false;
  const isLink = await lstat(folder).then(
    (facts) => facts.isSymbolicLink(),
    () => false,
  );
  return isLink || hasLink(path.dirname(folder), target);
}

/** The command line that makes the same file again. */
function commandFor({ edition, date, files }: ExtractedSource, brief: string): string {
  const { audience, template, page, pages, locale } = edition;
  const own = new TextDecoder().decode(files[0]?.bytes ?? new Uint8Array());
  const day = /^date: "?(\d{4}-\d{2}-\d{2})/m.exec(own)?.[1] ?? "";
  const seconds = Math.floor(Date.parse(date) / 1000);
  const isOfDay = date === `${day}T00:00:00.000Z` || Number.isNaN(seconds);
  const words = [
    ...(isOfDay ? [] : [`SOURCE_DATE_EPOCH=${seconds}`]),
    ...["brief", "build", quoted(brief), "--format", "pdf", "--audience", quoted(audience)],
    ...[
      "--template",
      quoted(template.name),
      "--page",
      quoted(page),
      "--pages",
      `${pages}`,
      "--locale",
      quoted(locale),
    ],
  ];
  return words.join(" ");
}

/** As a shell takes it for one word, whatever a file says. */
const quoted = (word: string): string =>
  /^[\w./@-]+$/.test(word) ? word : `'${visibleText(word).replaceAll("'", "'\\''")}'`;

function tellRefusal(
  diagnostics: readonly Diagnostic[],
  { json }: ExtractOptions,
  { terminal }: Context,
): number {
  if (json) printJson(terminal.out, { ok: false, files: [], diagnostics: diagnostics.map(diagnosticData) });
  else showFindings(diagnostics, terminal.err);
  return exitCodeFor(diagnostics);
}
