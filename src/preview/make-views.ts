import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Artifact, FormatName } from "../formats/artifact.ts";
import { FIT_LADDER, type Fit, fitAt } from "../formats/fit.ts";
import type { Overflow, SheetPictures } from "../formats/pdf-printer.ts";
import { type EditionResult, generateEdition } from "../generate.ts";
import type { PreparedBrief } from "../project/brief-builder.ts";
import { observePrinter } from "./observe-printer.ts";
import type { FitMeter } from "./preview-api.ts";

/** What can be shown of an edition; each part comes as soon as it is there. */
export interface Parts {
  readonly html?: Artifact;
  readonly pdf?: Artifact;
  readonly email?: Artifact;
  readonly text?: Artifact;
  /** The sheets of the PDF as pictures. */
  readonly sheets?: readonly Uint8Array[];
  readonly fit?: FitMeter;
}

/** How views are made. */
export interface ViewOptions {
  /** The fit of the print before, which HTML has until this one is printed. */
  readonly presumedFit: Fit | null;
  readonly onParts: (parts: Parts) => void;
  readonly signal: AbortSignal;
}

/** The HTML of an edition alone, which takes no browser and no proof. */
export async function makeScreenView(
  prepared: PreparedBrief,
  { presumedFit, onParts, signal }: ViewOptions,
): Promise<readonly Diagnostic[]> {
  const made = await make(prepared, ["html"], { isProved: false, presumedFit }, signal);
  onParts(partsOf(made));
  return made.diagnostics;
}

/**
 * All views of an edition with what a build finds in them. The sheet comes first: nothing else is done here while the
 * browser measures and draws it.
 */
export async function makeAllViews(
  prepared: PreparedBrief,
  { presumedFit, onParts, signal }: ViewOptions,
): Promise<readonly Diagnostic[]> {
  const { templateSet, printer } = prepared.workshop;
  let onSheet = () => {};
  const isSheetSeen = new Promise<void>((resolve) => {
    onSheet = resolve;
  });
  const observer = {
    onTaken: (pictures: SheetPictures) => {
      onParts({ sheets: pictures.sheets, fit: meterOf(pictures) });
      onSheet();
    },
    onOverflow: (overflow: Overflow) => onParts({ fit: meterOfOverflow(overflow) }),
    onEnd: onSheet,
  };
  const observed = { ...prepared.workshop, printer: observePrinter(printer, observer) };
  const printing = make(
    { ...prepared, workshop: observed },
    ["pdf", "html"],
    { isProved: true, presumedFit },
    signal,
  );
  // An edition that cannot be laid out is never printed.
  await Promise.race([isSheetSeen, printing]);
  const mailFormats: FormatName[] = [
    ...(templateSet.email === null ? [] : ["email" as const]),
    ...(templateSet.text === null ? [] : ["text" as const]),
  ];
  const mailed = await make(prepared, mailFormats, { isProved: true }, signal);
  onParts(partsOf(mailed));
  const printed = await printing;
  onParts(partsOf(printed));
  return [...printed.diagnostics, ...mailed.diagnostics];
}

/** Makes the one edition that was prepared. */
async function make(
  { brief, workshop, editions }: PreparedBrief,
  formats: readonly FormatName[],
  changes: { readonly isProved: boolean; readonly presumedFit?: Fit | null },
  signal: AbortSignal,
): Promise<Pick<EditionResult, "artifacts" | "diagnostics">> {
  const [edition] = editions;
  if (!edition) return { artifacts: [], diagnostics: [] };
  const request = { ...edition.request, ...changes, formats };
  return generateEdition(brief, edition.context, request, workshop, signal);
}

/** What an error keeps back is no view. */
const partsOf = ({ artifacts }: Pick<EditionResult, "artifacts">): Parts =>
  Object.fromEntries(artifacts.map((artifact) => [artifact.format, artifact]));

const meterOf = ({ rung, spareWords }: SheetPictures): FitMeter => ({ ...fitAt(rung), spareWords });

/** A page that is too long is so at the tightest setting. */
const meterOfOverflow = ({ lines, sections }: Overflow): FitMeter => ({
  ...fitAt(FIT_LADDER.length - 1),
  spareWords: -(sections[0]?.wordsToCut ?? lines * WORDS_A_LINE),
});

/** As the finding on an overflow counts where no section is known. */
const WORDS_A_LINE = 10;
