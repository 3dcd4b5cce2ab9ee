import type { ViewFault, ViewFaultKind } from "../formats/page-view.ts";

/** Faults as they are found. */
export interface FaultList {
  readonly report: (kind: ViewFaultKind, text: string | null, detail: string) => void;
  readonly all: () => ViewFault[];
}

/** Collects faults, each once. It runs inside the page, so it can use nothing from outside itself. */
export function faultList(before: readonly ViewFault[] = []): FaultList {
  const faults = new Map<string, ViewFault>();
  for (const fault of before) faults.set(keyOf(fault), fault);
  return { report, all: () => [...faults.values()] };

  function report(kind: ViewFaultKind, text: string | null, detail: string): void {
    const words = (text ?? "").replace(/\s+/g, " ").trim();
    if (words === "") return;
    const fault = { kind, text: words.length > 80 ? `${words.slice(0, 79)}…` : words, detail };
    const key = keyOf(fault);
    if (!faults.has(key)) faults.set(key, fault);
  }

  function keyOf({ kind, text, detail }: ViewFault): string {
    return `${kind} ${detail} ${text}`;
  }
}
