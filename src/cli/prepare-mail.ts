import path from "node:path";
import {
  type BriefSource,
  type Diagnostic,
  diagnose,
  type Execbrief,
  loadDelivery,
  type MailEdition,
  readBriefFile,
  slugOf,
} from "../index.ts";
import type { Context } from "./context.ts";
import type { MailOptions } from "./define-delivery.ts";

/** A brief that may be mailed. */
export interface MailBrief {
  readonly source: BriefSource;
  /** The name it goes by in the ledger: its path in the project. Moving the file makes it another brief. */
  readonly id: string;
  readonly slug: string;
  /** Day of the brief: `2025-02-03`. */
  readonly date: string;
  /** Locale of readers who are given none. */
  readonly locale: string;
  /** Its editions, `all` first. */
  readonly audiences: readonly string[];
}

/** A value with everything that was found on the way; undefined when it may not be mailed. */
export interface Prepared<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks the brief; one with an error is refused. */
export async function prepareBrief(
  execbrief: Execbrief,
  file: string,
  { folder }: Context["terminal"],
): Promise<Prepared<MailBrief>> {
  const read = await readBriefFile(file, folder);
  if (!read.ok) return { value: undefined, diagnostics: read.diagnostics };
  const source = { ...read.value, path: file };
  const checked = await execbrief.check(source);
  const refusal = refuse(checked.diagnostics);
  if (!checked.ok || refusal.length > 0) {
    return { value: undefined, diagnostics: [...checked.diagnostics, ...refusal] };
  }
  const { brief } = checked.value;
  const { project } = execbrief;
  const relative = path.relative(project.folder, path.resolve(folder, file)).split(path.sep).join("/");
  return {
    value: {
      source,
      id: relative.replace(/\.[^./]+$/, ""),
      slug: slugOf(file),
      date: brief.date,
      locale: brief.locale ?? project.config.locale,
      audiences: [...new Set(["all", ...brief.audiences])],
    },
    diagnostics: checked.diagnostics.filter(({ severity }) => severity !== "info"),
  };
}

/** Builds editions to be mailed; one error in one of them, and none is. */
export async function prepareEditions(
  execbrief: Execbrief,
  brief: MailBrief,
  wanted: readonly { readonly audience: string; readonly locale: string }[],
  options: MailOptions,
  { signal }: Context,
): Promise<Prepared<MailEdition[]>> {
  const { mailEdition } = await loadDelivery();
  const editions: MailEdition[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const locale of new Set(wanted.map((edition) => edition.locale))) {
    const audiences = wanted.filter((edition) => edition.locale === locale).map(({ audience }) => audience);
    const result = await execbrief.build(brief.source, orderOf(options, audiences, locale, brief), signal);
    diagnostics.push(...result.diagnostics);
    if (!result.ok) continue;
    for (const { audience, artifacts } of result.editions) {
      const edition = mailEdition(artifacts, { audience, locale, hasPdf: options.pdf });
      diagnostics.push(...edition.diagnostics);
      if (edition.ok) editions.push(edition.value);
    }
  }
  const refusal = refuse(diagnostics);
  return { value: refusal.length > 0 ? undefined : editions, diagnostics: [...diagnostics, ...refusal] };
}

const orderOf = (
  options: MailOptions,
  audiences: readonly string[],
  locale: string,
  { slug }: MailBrief,
) => ({
  formats: options.pdf ? (["email", "text", "pdf"] as const) : (["email", "text"] as const),
  audiences: [...new Set(audiences)],
  locale,
  slug,
  ...(options.template === undefined ? {} : { template: options.template }),
  ...(options.page === undefined ? {} : { page: options.page }),
});

function refuse(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const count = diagnostics.filter(({ severity }) => severity === "error").length;
  return count === 0 ? [] : [diagnose("delivery-brief-refused", { count })];
}
