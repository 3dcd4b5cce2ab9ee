import { isDictionary, isReference, isString, type PdfDictionary, type PdfValue } from "../pdf/pdf-value.ts";

/** Writes a value as a PDF file has it (ISO 32000-1, 7.3); strings in hexadecimal, numbers without an exponent. */
export function writeValue(value: PdfValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "string") return writeName(value);
  if (isReference(value)) return `${value.object} 0 R`;
  if (isString(value)) return `<${Buffer.from(value.chars, "latin1").toString("hex").toUpperCase()}>`;
  if (isDictionary(value)) return writeDictionary(value);
  // Only an object of its own can be a stream, and none such is written anew.
  return Array.isArray(value) ? `[${value.map(writeValue).join(" ")}]` : "null";
}

function writeDictionary(dictionary: PdfDictionary): string {
  return `<<${[...dictionary].map(([key, value]) => `${writeName(key)} ${writeValue(value)}`).join(" ")}>>`;
}

const writeNumber = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : value.toFixed(6).replace(/0+$/, "");

const writeName = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => {
    return `#${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;
  })}`;

/** A text string: UTF-16 with its mark. */
export const textString = (text: string): PdfValue => ({
  type: "string",
  chars: Buffer.from(`\uFEFF${text}`, "utf16le").swap16().toString("latin1"),
});
