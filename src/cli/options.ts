import { InvalidArgumentError } from "commander";
import type { FormatName, PageSize, Standard } from "../index.ts";

/** Options of `brief build`; what is left out, the brief and the project decide. */
export interface BuildOptions {
  readonly out?: string;
  readonly format?: readonly FormatName[];
  readonly audience?: readonly string[];
  readonly template?: string;
  readonly page?: PageSize["name"];
  readonly pages?: number;
  readonly locale?: string;
  readonly name?: string;
  /** False after --no-source. */
  readonly source?: boolean;
  /** A PKCS #12 file. */
  readonly sign?: string;
  readonly jobs?: number;
  readonly browser?: string;
  readonly json?: true;
  readonly verbose?: true;
  readonly quiet?: true;
}

/** Options of `brief check`. */
export interface CheckOptions {
  readonly strict?: true;
  readonly online?: true;
  readonly format?: ReportFormat;
  readonly json?: true;
  readonly quiet?: true;
}

/** Options of `brief diff`. */
export interface DiffOptions {
  readonly exitCode?: true;
  readonly json?: true;
}

/** Options of `brief preflight`: where the files lie, and how they were built. */
export interface PreflightOptions
  extends Pick<
    BuildOptions,
    "out" | "audience" | "template" | "page" | "locale" | "name" | "browser" | "json" | "quiet"
  > {
  /** The brief that PDF and HTML files were built from. */
  readonly brief?: string;
  /** The standards that PDFs are judged by; those that they say they meet when left out. */
  readonly standard?: readonly Standard[];
}

/** Options of `brief doctor`. */
export interface DoctorOptions {
  readonly out?: string;
  readonly browser?: string;
  readonly json?: true;
}

// Written out, because the library that defines them is too heavy for --help; the types keep them complete.
const FORMATS: Record<FormatName, true> = { pdf: true, html: true, email: true, text: true };
const PAGES: Record<PageSize["name"], true> = { A4: true, Letter: true };

const STANDARDS: Record<Standard, true> = { "pdfua-1": true, "pdfa-2a": true, "pdfa-3a": true };

/** The formats that --format takes. */
export const FORMAT_CHOICES = Object.keys(FORMATS) as FormatName[];
/** The standards that --standard takes. */
export const STANDARD_CHOICES = Object.keys(STANDARDS) as Standard[];
/** The sheets that --page takes. */
export const PAGE_CHOICES = Object.keys(PAGES) as PageSize["name"][];

/** The forms in which a check can report. */
export const REPORT_FORMATS = ["text", "json", "sarif", "github"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Reads the form of a report, in any case. */
export const parseReportFormat = (value: string): ReportFormat => oneOf(REPORT_FORMATS, value);

/** Reads a list whose option may also be repeated: `--audience a,b --audience c`. */
export function parseList(value: string, before: readonly string[] = []): string[] {
  const items = value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.length === 0) throw new InvalidArgumentError("Give at least one, or several with commas.");
  return [...new Set([...before, ...items])];
}

/** Reads formats, in any case. */
export const parseFormats = (value: string, before: readonly FormatName[] = []): FormatName[] =>
  parseList(value, before).map((item) => oneOf(FORMAT_CHOICES, item));

/** Reads standards, in any case. */
export const parseStandards = (value: string, before: readonly Standard[] = []): Standard[] =>
  parseList(value, before).map((item) => oneOf(STANDARD_CHOICES, item));

/** Reads the name of a sheet, in any case. */
export const parsePage = (value: string): PageSize["name"] => oneOf(PAGE_CHOICES, value);

/** Makes a reader of whole numbers from 1 to `max`. */
export const parseCount =
  (max: number) =>
  (value: string): number => {
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1 && count <= max) return count;
    throw new InvalidArgumentError(`Give a whole number from 1 to ${max}.`);
  };

/** Reads a name for files: nothing that could lead out of the output folder. */
export function parseName(value: string): string {
  if (/^[\p{Letter}\p{Number}](?:[\p{Letter}\p{Number}._-]{0,78}[\p{Letter}\p{Number}])?$/u.test(value))
    return value;
  throw new InvalidArgumentError("Give a name of letters, digits, hyphens and dots, without a folder.");
}

function oneOf<Choice extends string>(choices: readonly Choice[], value: string): Choice {
  const choice = choices.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (choice !== undefined) return choice;
  throw new InvalidArgumentError(`There are: ${choices.join(", ")}.`);
}
