import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { failure, success } from "../diagnostics/outcome.ts";
import { type Approval, decodeText, diagnose, type Execbrief, loadDelivery, type Outcome } from "../index.ts";
import { shownPath } from "./shown-path.ts";

/** Where a project keeps what it knows of deliveries. */
export interface DeliveryFiles {
  readonly ledger: string;
  /** The record of a brief’s last dry run. */
  approval(brief: string): string;
  /** The list of people who must not be written to; undefined when there is none. */
  readonly suppressed: string | undefined;
}

/** The files of a project’s deliveries, as absolute paths. */
export function deliveryFiles({ project }: Execbrief): DeliveryFiles {
  const { folder = DEFAULT_FOLDER, suppressed } = project.config.delivery ?? {};
  const root = path.resolve(project.folder, folder);
  return {
    ledger: path.join(root, "ledger.jsonl"),
    // A path has characters that no file name has; the digest keeps two briefs of one name apart.
    approval: (brief) => {
      const digest = createHash("sha256").update(brief).digest("hex").slice(0, 8);
      return path.join(root, `approved-${path.posix.basename(brief)}-${digest}.json`);
    },
    suppressed: suppressed === undefined ? undefined : path.resolve(project.folder, suppressed),
  };
}

/** The same as in the settings, for projects without any. */
const DEFAULT_FOLDER = ".delivery";

/** A list with more is an export of something else. */
const LIST_MAX_BYTES = 16 * 1024 ** 2;

/** Reads a list of people as text. */
export async function readListFile(file: string, folder: string): Promise<Outcome<string>> {
  const shown = shownPath(folder, file);
  const start = { file: shown, line: 1, column: 1 };
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) return failure([diagnose("file-folder", { path: shown }, start)]);
    if (!facts.isFile()) return failure([diagnose("file-special", { path: shown }, start)]);
    if (facts.size > LIST_MAX_BYTES) {
      return failure([
        diagnose("list-too-large", { path: shown, megabytes: LIST_MAX_BYTES / 1024 ** 2 }, start),
      ]);
    }
    return decodeText(shown, await readFile(file));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return failure([
      error.code === "ENOENT"
        ? diagnose("file-missing", { path: shown }, start)
        : diagnose("file-unreadable", { path: shown, reason: "failed" }, start),
    ]);
  }
}

/** The addresses that must not be written to. */
export async function readSuppressed(
  { suppressed }: DeliveryFiles,
  folder: string,
): Promise<Outcome<ReadonlySet<string>>> {
  const { readSuppression } = await loadDelivery();
  if (suppressed === undefined) return success(new Set());
  const text = await readListFile(suppressed, folder);
  return text.ok ? readSuppression(shownPath(folder, suppressed), text.value) : text;
}

/** The record of the last dry run of a brief; undefined when there was none. */
export async function readApproval(files: DeliveryFiles, brief: string): Promise<Approval | undefined> {
  const { parseApproval } = await loadDelivery();
  const text = await readFile(files.approval(brief), "utf8").catch(() => "");
  return parseApproval(text);
}
