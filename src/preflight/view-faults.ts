import type { DiagnosticCode } from "../diagnostics/catalogue/index.ts";
import type { ViewFault, ViewFaultKind } from "../formats/page-view.ts";
import { dense } from "./dense-text.ts";
import type { PromisedText } from "./promises.ts";

/** Codes of findings on how text looks. */
export type FaultCode = Extract<
  DiagnosticCode,
  | "text-hidden"
  | "text-clipped"
  | "text-off-sheet"
  | "text-small"
  | "text-faint"
  | "text-overlap"
  | "font-fallback"
  | "glyph-missing"
  | "image-coarse"
>;

/** Faults of one kind as one finding. */
export interface FaultGroup {
  readonly code: FaultCode;
  /** Of the first of them. */
  readonly text: string;
  readonly detail: string;
  /** The number of the others. */
  readonly more: number;
}

const CODE_OF: Readonly<Record<ViewFaultKind, FaultCode>> = {
  hidden: "text-hidden",
  clipped: "text-clipped",
  "off-sheet": "text-off-sheet",
  small: "text-small",
  faint: "text-faint",
  overlap: "text-overlap",
  "fallback-font": "font-fallback",
  "missing-glyph": "glyph-missing",
  "coarse-image": "image-coarse",
};

/** Text that is out of sight is a fault only where it is missed: what screen readers alone shall hear is hidden on purpose. */
const OUT_OF_SIGHT: readonly ViewFaultKind[] = ["hidden", "clipped", "off-sheet"];

const TAKING_AWAY: readonly ViewFaultKind[] = [...OUT_OF_SIGHT, "faint", "missing-glyph"];

/** The faults worth telling, one finding a kind; `missed` are the promised texts that were not seen. */
export function groupFaults(faults: readonly ViewFault[], missed: readonly PromisedText[]): FaultGroup[] {
  const told = faults.filter(
    (fault) => !OUT_OF_SIGHT.includes(fault.kind) || missed.some((promise) => isOnPromise(fault, promise)),
  );
  const kinds = [...new Set(told.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const [first, ...more] = told.filter((fault) => fault.kind === kind);
    return first === undefined
      ? []
      : [{ code: CODE_OF[kind], text: first.text, detail: first.detail, more: more.length }];
  });
}

/** The fault because of which a promised text is not seen: the one whose text is most like it. */
export function reasonFor(promise: PromisedText, faults: readonly ViewFault[]): ViewFault | undefined {
  const length = promise.texts[0]?.length ?? 0;
  return faults
    .filter((fault) => TAKING_AWAY.includes(fault.kind) && isOnPromise(fault, promise))
    .sort((one, other) => Math.abs(one.text.length - length) - Math.abs(other.text.length - length))[0];
}

/** Whether a fault is on a promised text: on a part of it, or on little more than it. */
function isOnPromise({ text }: ViewFault, { wanted }: PromisedText): boolean {
  const faulty = dense(text.replace(/\s*(?:…|\.\.\.)$/, ""));
  if (faulty === "") return false;
  return wanted.some(
    (whole) =>
      whole.includes(faulty) ||
      (whole.length > 2 && faulty.length <= 3 * whole.length && faulty.includes(whole)),
  );
}
