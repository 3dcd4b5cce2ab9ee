import path from "node:path";
import {
  type Diagnostic,
  diagnosticData,
  type Execbrief,
  loadDelivery,
  type MailEdition,
  openExecbrief,
} from "../../index.ts";
import { commandLineAddresses } from "../command-line-address.ts";
import type { Context } from "../context.ts";
import type { DraftOptions } from "../define-delivery.ts";
import { exitCodeFor } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { type MailBrief, prepareBrief, prepareEditions } from "../prepare-mail.ts";
import { chooseFindings, showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import { writeWhole } from "../write-artifacts.ts";

interface Draft {
  readonly edition: MailEdition;
  /** Where it was written, as a person would type it. */
  readonly path: string;
  readonly bytes: number;
}

interface DraftResult {
  readonly drafts: readonly Draft[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `brief draft`: writes an e-mail to open and send by hand. */
export async function draft(file: string, options: DraftOptions, context: Context): Promise<number> {
  const { folder } = context.terminal;
  const opened = await openExecbrief({ folder, browser: options.browser, isPrinting: options.pdf });
  if (!opened.ok) return tell({ drafts: [], diagnostics: opened.diagnostics }, options, context);
  await using execbrief = opened.value;
  return tell(await writeDrafts(execbrief, file, options, context), options, context);
}

async function writeDrafts(
  execbrief: Execbrief,
  file: string,
  options: DraftOptions,
  context: Context,
): Promise<DraftResult> {
  const to = await commandLineAddresses("--to", options.to ?? [], []);
  const cc = await commandLineAddresses("--cc", options.cc ?? [], []);
  const brief = await prepareBrief(execbrief, file, context.terminal);
  const diagnostics = [...to.diagnostics, ...cc.diagnostics, ...brief.diagnostics];
  if (brief.value === undefined || exitCodeFor(diagnostics) !== 0) return { drafts: [], diagnostics };

  const { locale } = options;
  const wanted = (options.audience ?? ["all"]).map((audience) => ({
    audience,
    locale: locale ?? brief.value?.locale ?? "en",
  }));
  const editions = await prepareEditions(execbrief, brief.value, wanted, options, context);
  diagnostics.push(...editions.diagnostics);
  const drafts: Draft[] = [];
  for (const edition of editions.value ?? []) {
    const message = await composeDraft(brief.value, edition, to.addresses, cc.addresses, execbrief);
    const absolute = path.join(
      outFolder(execbrief, options, context),
      brief.value.slug,
      nameOf(brief.value, edition),
    );
    const shown = shownPath(context.terminal.folder, absolute);
    const fault = await writeWhole(absolute, message, shown);
    if (fault === undefined) drafts.push({ edition, path: shown, bytes: message.length });
    else diagnostics.push(fault);
  }
  return { drafts, diagnostics };
}

async function composeDraft(
  { id, date }: MailBrief,
  edition: MailEdition,
  to: readonly { readonly address: string }[],
  cc: readonly { readonly address: string }[],
  { project }: Execbrief,
): Promise<Buffer> {
  const { openComposer } = await loadDelivery();
  const compose = await openComposer(edition);
  const { from, replyTo } = project.config.delivery ?? {};
  const { bytes } = compose({
    key: id,
    from: from ?? null,
    to,
    cc,
    replyTo: replyTo === undefined ? undefined : { address: replyTo },
    // The day of the brief, at no particular hour: a draft made twice is the same file.
    date: new Date(`${date}T12:00:00Z`),
    isDraft: true,
  });
  return bytes;
}

const nameOf = ({ slug }: MailBrief, { audience }: MailEdition): string =>
  audience === "all" ? `${slug}.eml` : `${slug}.${audience}.eml`;

const outFolder = ({ project }: Execbrief, { out }: DraftOptions, { terminal }: Context): string =>
  out === undefined ? path.resolve(project.folder, project.config.out) : path.resolve(terminal.folder, out);

function tell({ drafts, diagnostics }: DraftResult, options: DraftOptions, { terminal }: Context): number {
  const { out, err } = terminal;
  const exitCode = exitCodeFor(diagnostics);
  if (options.json) {
    printJson(out, {
      ok: exitCode === 0,
      drafts: drafts.map(({ edition, path: file, bytes }) => ({
        audience: edition.audience,
        locale: edition.locale,
        subject: edition.subject,
        preheader: edition.preheader,
        path: file,
        bytes,
      })),
      diagnostics: diagnostics.map(diagnosticData),
    });
    return exitCode;
  }
  showFindings(chooseFindings({ isQuiet: options.quiet === true })(diagnostics), err);
  if (options.quiet) return exitCode;
  for (const { edition, path: file, bytes } of drafts) {
    const size = `${Math.ceil(bytes / 1024)} KB`;
    out.write(`${out.colors.green("✓")} ${out.colors.bold(file)}  ${size}  ${edition.subject}\n`);
  }
  if (drafts.length > 0) out.write("  Open it in your mail program, look at it, and send it.\n");
  return exitCode;
}
