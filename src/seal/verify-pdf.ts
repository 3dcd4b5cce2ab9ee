import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { hasError, type Outcome } from "../diagnostics/outcome.ts";
import type { Labels } from "../edition/labels.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import { checkBytes, holdsWhatWasMade } from "./check-bytes.ts";
import { type CheckedFiles, checkFiles } from "./check-files.ts";
import { checkFacts, checkPage } from "./check-page.ts";
import { checkParts, checkTexts } from "./check-parts.ts";
import { compareSource, type GivenBrief } from "./compare-source.ts";
import { composeSource } from "./compose-source.ts";
import { findSealText } from "./find-seal-text.ts";
import { foreignParts } from "./foreign-parts.ts";
import { marksOf } from "./marks-of.ts";
import { openSealed, type SealedFile, type SealProblem } from "./open-sealed.ts";
import { digestOfLabels } from "./open-sealing.ts";
import type { Seal } from "./seal.ts";

/** What was found of one PDF. */
export interface Verification {
  /** Whether nothing differs from what was made. */
  readonly ok: boolean;
  /** Whether the file itself is as it was made, whatever it was compared with. */
  readonly isUnaltered: boolean;
  /** What the seal says; null where there is none that can be read. */
  readonly seal: SealFacts | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a seal says of its file, in the words of a build; none of it is proved where `ok` is false. */
export interface SealFacts extends Pick<Seal, "creator" | "date" | "edition"> {
  /** Title of the brief in the file; null where that cannot be read. */
  readonly title: string | null;
  /** SHA-256 of the brief in the file, as the seal has it. */
  readonly source: string;
}

/** What a PDF is verified with. */
export interface Bench {
  readonly labelsFor: (locale: string) => Promise<Outcome<Labels>>;
  readonly classifications: ReadonlyMap<string, string>;
  /** Whether a file, behind its first `length` bytes, has nothing but signatures. */
  readonly isSignatureAlone?: (bytes: Uint8Array, length: number) => boolean;
  /** The brief that the one in the file is compared with. */
  readonly given?: GivenBrief | undefined;
}

/** Tells whether a PDF is what was made, layer by layer: its bytes, files, parts, words, and its page against its source. */
export async function verifyPdf(bytes: Uint8Array, name: string, bench: Bench): Promise<Verification> {
  const opened = openSealed(bytes);
  if ("problem" in opened) return refused([withoutSeal(opened, bytes, name)]);
  const { file, seal } = opened;
  if (
    seal.length < bytes.length &&
    holdsWhatWasMade(bytes, opened) &&
    bench.isSignatureAlone?.(bytes, seal.length)
  ) {
    const made = await verifyPdf(bytes.subarray(0, seal.length), name, bench);
    return { ...made, diagnostics: [...made.diagnostics, diagnose("seal-signed", { name })] };
  }
  const content = readPdf(file, seal.edition.direction);
  if ("problem" in content) {
    return refused([diagnose("seal-unreadable", { name })]);
  }
  const files = checkFiles(opened);
  const source = await checkSource(opened, files, { bytes, name, content }, bench);
  const found = [
    ...files.diagnostics,
    ...checkParts(seal, marksOf(file)),
    ...checkTexts(seal, content),
    ...foreignParts(file).map((part) => diagnose("seal-foreign", { part })),
    ...source.diagnostics,
  ];
  const isRest = !hasError(found.filter(({ code }) => code !== "seal-brief-differs"));
  const diagnostics = [...checkBytes(bytes, opened, name, isRest), ...found];
  const { creator, date, edition } = seal;
  const facts = { creator, date, edition, title: source.title, source: seal.files[0]?.sha256 ?? "" };
  const isUnaltered = !hasError(diagnostics.filter(({ code }) => code !== "seal-brief-differs"));
  return { ok: !hasError(diagnostics), isUnaltered, seal: facts, diagnostics };
}

/** Of a file that was not looked into. */
export const refused = (diagnostics: readonly Diagnostic[]): Verification => ({
  ok: false,
  isUnaltered: false,
  seal: null,
  diagnostics,
});

function withoutSeal({ problem }: SealProblem, bytes: Uint8Array, name: string): Diagnostic {
  if (problem === "missing") return diagnose("seal-missing", { name });
  if (problem === "damaged") return diagnose("seal-damaged", { name });
  if (problem === "newer") return diagnose("seal-newer", { name });
  // The end of a file leads to all else in it: without that, the seal can still say how long it was.
  const length = findSealText(bytes)?.length ?? 0;
  return length > bytes.length
    ? diagnose("seal-truncated", { name, bytes: bytes.length, length })
    : diagnose("seal-unreadable", { name });
}

/** Makes the edition of the source anew, and holds the page, the facts of the file and a given brief against it. */
async function checkSource(
  { file, seal }: SealedFile,
  { contents }: CheckedFiles,
  read: {
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly content: Exclude<ReturnType<typeof readPdf>, { problem: unknown }>;
  },
  { labelsFor, classifications, given }: Bench,
): Promise<{ readonly title: string | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { locale, template, labels: digest } = seal.edition;
  const labels = await labelsFor(locale);
  if (!labels.ok) return { title: null, diagnostics: labels.diagnostics };
  const composed = await composeSource(seal, contents, { labels: labels.value, classifications });
  if (!composed.ok) {
    const problem = composed.diagnostics.find(({ severity }) => severity === "error")?.message ?? "";
    return { title: null, diagnostics: [diagnose("seal-source-invalid", { problem })] };
  }
  const { brief, context, edition } = composed.value;
  const words = { isSame: digestOfLabels({ labels: labels.value }) === digest };
  return {
    title: brief.title,
    diagnostics: [
      ...checkPage(edition, { ...read, template: template.name }, words),
      ...checkFacts(file, edition),
      ...(words.isSame ? [] : [diagnose("seal-words-differ", { locale, creator: seal.creator })]),
      ...(given === undefined ? [] : compareSource({ brief, context, contents }, given)),
    ],
  };
}
