import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome } from "../diagnostics/outcome.ts";
import type { Labels } from "../edition/labels.ts";
import { parseLabels } from "../edition/parse-labels.ts";

/**
 * The labels for `locale`, from the first of `folders` that has a file for it; `de-AT` falls back to `de`. The locale
 * asked for still decides dates and numbers.
 */
export async function loadLabels(locale: string, folders: readonly string[]): Promise<Outcome<Labels>> {
  const canonical = canonicalTag(locale);
  if (canonical === undefined) return failure([diagnose("locale-malformed", { locale })]);
  for (const tag of fallbacks(canonical)) {
    for (const folder of folders) {
      const file = path.join(folder, `${tag}.yaml`);
      const text = await readFile(file, "utf8").catch(() => undefined);
      if (text !== undefined) return parseLabels(text, file);
    }
  }
  return failure([diagnose("locale-missing", { locale, has: await localesIn(folders) })]);
}

/** `de-at` as `de-AT`, as the files are named. What is no tag could be a path, and is never looked for. */
function canonicalTag(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

/** `de-Latn-AT`, `de-Latn`, `de`: the tag and its prefixes (BCP 47 lookup, RFC 4647 section 3.4). */
function fallbacks(locale: string): string[] {
  const subtags = locale.split("-");
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join("-"));
}

async function localesIn(folders: readonly string[]): Promise<string[]> {
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  const tags = names
    .flat()
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => path.basename(name, ".yaml"));
  return [...new Set(tags)].sort();
}
