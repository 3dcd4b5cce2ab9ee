import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";

const BRIEF_FILE = /\.(?:ya?ml|json)$/i;

/** What lies in a project’s folder beside its briefs. */
const OTHER_FILES = /^(?:brief\.config\.yaml|package(?:-lock)?\.json|tsconfig.*\.json|.*\.schema\.json)$/;
const OTHER_FOLDERS = /^(?:\..*|node_modules|templates|locales)$/;

/** The brief files that `paths` (files and folders, seen from `folder`) name, in order, each once. */
export async function discoverBriefs(
  paths: readonly string[],
  folder: string,
): Promise<{ files: string[]; diagnostics: Diagnostic[] }> {
  const files = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const given of paths) {
    const absolute = path.resolve(folder, given);
    const facts = await stat(absolute).catch(() => undefined);
    if (facts === undefined) {
      diagnostics.push(diagnose("path-missing", { path: given, suggestion: await neighbour(given, folder) }));
    } else if (facts.isDirectory()) {
      const faults: Diagnostic[] = [];
      const found = await briefFilesIn(absolute, faults);
      diagnostics.push(...faults);
      if (found.length === 0 && faults.length === 0)
        diagnostics.push(diagnose("no-briefs", { folder: given }));
      for (const file of found) files.add(path.join(given, file));
    } else if (BRIEF_FILE.test(given)) {
      files.add(given);
    } else {
      diagnostics.push(diagnose("not-a-brief-file", { path: given }));
    }
  }
  return { files: withoutRepeats(files, folder), diagnostics };
}

/** Brief files below `folder`, without hidden folders and what else a project’s folder holds. */
async function briefFilesIn(folder: string, diagnostics: Diagnostic[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    diagnostics.push(diagnose("file-unreadable", { path: folder, reason: "permission" }));
    return [];
  }
  const nested = await Promise.all(
    entries.map(async (item) => {
      if (item.isDirectory()) {
        if (OTHER_FOLDERS.test(item.name)) return [];
        const inside = await briefFilesIn(path.join(folder, item.name), diagnostics);
        return inside.map((file) => path.join(item.name, file));
      }
      const isBrief =
        BRIEF_FILE.test(item.name) && !item.name.startsWith(".") && !OTHER_FILES.test(item.name);
      return isBrief ? [item.name] : [];
    }),
  );
  return nested.flat().sort();
}

/** The entry of the same folder whose name is closest to that of a missing path. */
async function neighbour(missing: string, folder: string): Promise<string | undefined> {
  const parent = path.dirname(missing);
  const names = await readdir(path.resolve(folder, parent)).catch(() => []);
  const closest = suggest(path.basename(missing), names);
  return closest === undefined ? undefined : path.join(parent, closest);
}

function withoutRepeats(files: Iterable<string>, folder: string): string[] {
  const byAbsolute = new Map<string, string>();
  for (const file of files) {
    const absolute = path.resolve(folder, file);
    if (!byAbsolute.has(absolute)) byAbsolute.set(absolute, file);
  }
  return [...byAbsolute.values()];
}
