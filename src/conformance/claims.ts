import { collectPages } from "../pdf/collect-pages.ts";
import { openPdfFile } from "../pdf/pdf-file.ts";
import type { Standard } from "./rule.ts";
import { PREFIXES } from "./xmp/predefined.ts";
import { readXmp } from "./xmp/read-xmp.ts";

/** What a file says of itself. */
export interface Claims {
  /** The standards that it says it meets, as far as there are rules for them. */
  readonly standards: readonly Standard[];
  /** Whether it says that it is a PDF/A of any kind. */
  readonly isArchival: boolean;
  /** Why nothing can be read of it; undefined where something can. */
  readonly problem: "damaged" | "encrypted" | undefined;
}

/** Reads which standards a file says it meets. */
export function readClaims(bytes: Uint8Array): Claims {
  const file = openPdfFile(bytes);
  const catalog = file.dictionary(file.trailer.get("Root"));
  const isEncrypted = file.dictionary(file.trailer.get("Encrypt")).size > 0;
  const problem = isEncrypted ? "encrypted" : collectPages(file).length === 0 ? "damaged" : undefined;
  const properties = readXmp(file.bytes(catalog.get("Metadata")))?.properties ?? [];
  const textOf = (namespace: string, name: string) =>
    properties.find((property) => property.namespace === namespace && property.name === name)?.value;
  const part = textOf(PREFIXES.pdfaid, "part");
  const level = textOf(PREFIXES.pdfaid, "conformance");
  return {
    standards: [
      ...(textOf(PREFIXES.pdfuaid, "part") === "1" ? (["pdfua-1"] as const) : []),
      ...(part === "2" && level === "A" ? (["pdfa-2a"] as const) : []),
      ...(part === "3" && level === "A" ? (["pdfa-3a"] as const) : []),
    ],
    isArchival: part !== undefined,
    problem,
  };
}
