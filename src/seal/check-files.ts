import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { sha256 } from "./digests.ts";
import type { SealedFile } from "./open-sealed.ts";
import { contentOf } from "./read-attachments.ts";
import { SEAL_NAME } from "./seal.ts";

/** The files within a PDF by their paths, and how they differ from what the seal says. */
export interface CheckedFiles {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Holds the files within a PDF against its seal. */
export function checkFiles({ file, carried, seal }: SealedFile): CheckedFiles {
  const contents = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const expected = new Set<unknown>();
  for (const { name, path, sha256: digest } of seal.files) {
    const found = carried.find((one) => one.name === name && !expected.has(one));
    if (found === undefined) {
      diagnostics.push(diagnose("seal-file-missing", { file: name }));
      continue;
    }
    expected.add(found);
    const content = contentOf(file, found);
    if (content !== undefined) contents.set(path, content);
    if (content === undefined || sha256(content) !== digest) {
      diagnostics.push(diagnose("seal-file-changed", { file: name }));
    }
  }
  const added = carried.filter((one) => one.name !== SEAL_NAME && !expected.has(one));
  return {
    contents,
    diagnostics: [...diagnostics, ...added.map(({ name }) => diagnose("seal-file-added", { file: name }))],
  };
}
