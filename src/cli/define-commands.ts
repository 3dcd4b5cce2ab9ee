import type { Command } from "commander";
import { type DeliveryHandlers, defineDelivery } from "./define-delivery.ts";
import { definePreview, type PreviewHandlers } from "./define-preview.ts";
import { defineProof, type ProofHandlers } from "./define-proof.ts";
import { defineSeal, type SealHandlers } from "./define-seal.ts";
import { defineTemplates, type TemplateHandlers } from "./define-templates.ts";
import {
  type BuildOptions,
  type CheckOptions,
  type DiffOptions,
  type DoctorOptions,
  FORMAT_CHOICES,
  PAGE_CHOICES,
  type PreflightOptions,
  parseCount,
  parseFormats,
  parseList,
  parseName,
  parsePage,
  parseReportFormat,
  parseStandards,
  REPORT_FORMATS,
  STANDARD_CHOICES,
} from "./options.ts";

/** What each command does; the definitions below know only its arguments. */
export interface Handlers
  extends DeliveryHandlers,
    ProofHandlers,
    TemplateHandlers,
    PreviewHandlers,
    SealHandlers {
  build(paths: readonly string[], options: BuildOptions): Promise<void>;
  check(paths: readonly string[], options: CheckOptions): Promise<void>;
  preflight(paths: readonly string[], options: PreflightOptions): Promise<void>;
  diff(before: string, after: string, options: DiffOptions): Promise<void>;
  create(file: string): Promise<void>;
  schema(options: { readonly out?: string }): Promise<void>;
  doctor(options: DoctorOptions): Promise<void>;
  installBrowser(): Promise<void>;
}

/** Defines the commands of the program, in the order in which help lists them. */
export function defineCommands(program: Command, handlers: Handlers): void {
  defineBuild(program, handlers);
  defineCheck(program, handlers);
  definePreflight(program, handlers);
  defineSeal(program, handlers);
  defineDiff(program, handlers);
  defineNew(program, handlers);
  defineSchema(program, handlers);
  defineDoctor(program, handlers);
  defineBrowser(program, handlers);
  definePreview(program, handlers);
  defineProof(program, handlers);
  defineTemplates(program, handlers);
  defineDelivery(program, handlers);
}

function defineBuild(program: Command, { build }: Handlers): void {
  program
    .command("build")
    .summary("build briefs")
    .description(
      "Builds briefs: each edition as one PDF page and one HTML file, or as an e-mail and its plain text, in <out>/<brief>/. Without a path, the project’s briefs folder; “-” reads one brief from standard input.",
    )
    .argument("[paths...]", "brief files, folders of them, or -")
    .option("-o, --out <folder>", "where to write (default: output)")
    .option("-f, --format <formats>", `${FORMAT_CHOICES.join(", ")} (default: pdf and html)`, parseFormats)
    .option("-a, --audience <ids>", "editions to build (default: all that the brief has)", parseList)
    .option("-t, --template <name>", "template set (default: executive)")
    .option("--page <size>", `paper: ${PAGE_CHOICES.join(" or ")} (default: A4)`, parsePage)
    .option("--pages <n>", "sheets that an edition may fill (default: 1)", parseCount(20))
    .option("--locale <tag>", "language of labels, dates and numbers, as in de or en-GB")
    .option("--name <name>", "name of the files, for one brief (default: its file’s name)", parseName)
    .option("--sign <file>", "sign PDF files with this .p12; its password is EXECBRIEF_SIGN_PASSWORD")
    .option("--no-source", "build PDF files without their brief, which nobody can verify then")
    .option("-j, --jobs <n>", "briefs to build at once (default: 2)", parseCount(32))
    .option("--browser <path>", "browser to print with (default: the first found)")
    .option("--json", "print the result as JSON, and nothing else")
    .option("-v, --verbose", "also print the browser, the fit of each edition and times")
    .option("-q, --quiet", "print errors only")
    .action((paths: string[], options: BuildOptions) => build(paths, options));
}

function defineCheck(program: Command, { check }: Handlers): void {
  program
    .command("check")
    .summary("check what briefs say and how they are written")
    .description(
      "Checks briefs without building them: that they are valid, that every statement leads to its source, and that they are written so that a busy reader trusts them. Shows every finding at its place, with its reason.",
    )
    .argument("[paths...]", "brief files, folders of them, or -")
    .option("--strict", "end with exit code 1 for warnings too")
    .option("--online", "also ask whether the web addresses still answer")
    .option(
      "-f, --format <form>",
      `${REPORT_FORMATS.join(", ")}; github is for annotations in its Actions (default: text)`,
      parseReportFormat,
    )
    .option("--json", "the same as --format json")
    .option("-q, --quiet", "print errors only")
    .action((paths: string[], options: CheckOptions) => check(paths, options));
}

function definePreflight(program: Command, { preflight }: Handlers): void {
  program
    .command("preflight")
    .summary("prove that built pages say what their briefs say")
    .description(
      "Looks at PDF and HTML files as a reader does, and finds what their brief says and they do not show: a caveat, a source, a number that was altered. Every build does the same; this is for files from elsewhere or before. Without a path, the files of every brief of the project. PDF files, anybody’s too, are judged by the standards for accessible and lasting PDF.",
    )
    .argument("[paths...]", "briefs, whose files are looked for in the output folder, or PDF and HTML files")
    .option(
      "--brief <file>",
      "the brief that the PDF and HTML files were built from (default: the one of their name)",
    )
    .option(
      "--standard <names>",
      `judge PDF files by ${STANDARD_CHOICES.join(", ")} (default: those that they say they meet)`,
      parseStandards,
    )
    .option("-o, --out <folder>", "output folder of the briefs (default: output)")
    .option("-a, --audience <ids>", "editions to look at (default: all that the brief has)", parseList)
    .option("-t, --template <name>", "template set that they were built with (default: executive)")
    .option("--page <size>", `their paper: ${PAGE_CHOICES.join(" or ")} (default: A4)`, parsePage)
    .option("--locale <tag>", "language that they were built in")
    .option("--name <name>", "name of the files, for one brief (default: its file’s name)", parseName)
    .option("--browser <path>", "browser to look with (default: the first found)")
    .option("--json", "print the result as JSON, and nothing else")
    .option("-q, --quiet", "print errors only")
    .action((paths: string[], options: PreflightOptions) => preflight(paths, options));
}

function defineDiff(program: Command, { diff }: Handlers): void {
  program
    .command("diff")
    .summary("tell what changed between two editions of a brief")
    .description(
      "Tells what a reader of the old edition must know of the new one: figures that moved, caveats that came or went, confidence that shifted, questions that were answered. What is the same is found by what it says, not by its place.",
    )
    .argument("<old>", "the edition before, a brief file, or -")
    .argument("<new>", "the edition now, a brief file, or -")
    .option("--exit-code", "end with exit code 1 if anything changed")
    .option("--json", "print the changes as JSON, and nothing else")
    .action((before: string, after: string, options: DiffOptions) => diff(before, after, options));
}

function defineNew(program: Command, { create }: Handlers): void {
  program
    .command("new")
    .summary("write a first brief")
    .description("Writes a short, complete brief to write over. A file that exists is never touched.")
    .argument("<file>", "the file to write, YAML")
    .action((file: string) => create(file));
}

function defineSchema(program: Command, { schema }: Handlers): void {
  program
    .command("schema")
    .summary("print the JSON Schema of briefs")
    .description("Prints the JSON Schema of brief files, from which an editor completes and checks them.")
    .option("-o, --out <file>", "write it to a file instead")
    .action((options: { out?: string }) => schema(options));
}

function defineDoctor(program: Command, { doctor }: Handlers): void {
  program
    .command("doctor")
    .summary("check this machine")
    .description(
      "Checks Node.js, the project, the template set with its fonts, the browser (it is started and prints a real page) and the output folder, and says how to mend what is wrong.",
    )
    .option("-o, --out <folder>", "output folder to check (default: the project’s)")
    .option("--browser <path>", "browser to check (default: the first found)")
    .option("--json", "print the result as JSON, and nothing else")
    .action((options: DoctorOptions) => doctor(options));
}

function defineBrowser(program: Command, { installBrowser }: Handlers): void {
  program
    .command("browser")
    .summary("manage the browser that prints")
    .description("Manages the browser that prints PDFs.")
    .command("install")
    .summary("download a browser")
    .description(
      "Downloads chrome-headless-shell, about 100 MB, into Execbrief’s own cache folder. Only needed where “brief doctor” finds no browser.",
    )
    .action(() => installBrowser());
}
