import { readFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import type { ParsedBrief } from "./brief/parse-brief.ts";
import type { BriefSource } from "./brief/source.ts";
import type { BrowserEvent } from "./chromium/browser-choice.ts";
import { openChromiumPrinter } from "./chromium/chromium-printer.ts";
import { cacheFolderOf, type Surroundings } from "./chromium/surroundings.ts";
import type { Standard } from "./conformance/index.ts";
import { type Diagnostic, diagnose } from "./diagnostics/diagnostic.ts";
import { type Outcome, success } from "./diagnostics/outcome.ts";
import type { BriefResult, BuildOrder } from "./project/brief-builder.ts";
import type { BriefInput } from "./project/build-briefs.ts";
import type { Config } from "./project/config.ts";
import type { JudgedArtifact } from "./project/judge-artifact.ts";
import type { Project } from "./project/load-project.ts";
import type { PreflightOrder, PreflightResult } from "./project/preflight-artifacts.ts";
import type { Verification } from "./seal/verify-pdf.ts";
import type { SignFile } from "./signature/open-signing.ts";

/** How Execbrief is opened; everything has a default. */
export interface ExecbriefOptions {
  /** A folder of the project; brief.config.yaml is looked for here and upwards. The current folder when left out. */
  readonly folder?: string;
  /** The browser to print with, a path; found when left out. */
  readonly browser?: string | undefined;
  /** A PKCS #12 file to sign PDF files with, instead of the project’s; its password is EXECBRIEF_SIGN_PASSWORD. */
  readonly sign?: string | undefined;
  /** Briefs built and pages printed at once. */
  readonly jobs?: number | undefined;
  /** Time that launching the browser and printing one page may take together. */
  readonly deadlineMs?: number | undefined;
  /** Starts the browser at once, while the rest is loaded. */
  readonly isPrinting?: boolean;
  readonly onBrowserEvent?: (event: BrowserEvent) => void;
  /** What is known of the machine; taken from this process when left out. */
  readonly surroundings?: Surroundings;
}

/** How the web addresses of briefs are asked. */
export interface LinkOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** An open Execbrief: one project, one browser. Dispose of it to close the browser. */
export interface Execbrief extends AsyncDisposable {
  readonly project: Project;
  /** Reads a brief file; a relative path is seen from the folder that was opened. */
  read(file: string): Promise<Outcome<BriefSource>>;
  /** Reads what a brief says, without judging how it is written. */
  parse(source: BriefSource): Outcome<ParsedBrief>;
  /**
   * Checks one brief without building it: what it says, the edition before it, and how it is written. It is not `ok` if it
   * cannot be built; what a project calls an error of style is among the findings.
   */
  check(source: BriefSource): Promise<Outcome<ParsedBrief>>;
  /** What is wrong with the project’s settings that only some commands use. */
  checkProject(): Promise<readonly Diagnostic[]>;
  /** Asks the web addresses of briefs whether their documents are still there. */
  checkLinks(briefs: readonly ParsedBrief[], options?: LinkOptions): Promise<readonly Diagnostic[]>;
  /** Proves files that were built before against what the brief says now. */
  preflight(source: BriefSource, order: PreflightOrder, signal?: AbortSignal): Promise<PreflightResult>;
  /** Tells whether a PDF is what was made, and in what the brief in it differs from `brief`. */
  verify(name: string, bytes: Uint8Array, brief?: BriefSource): Promise<Verification>;
  /** Judges a PDF file, ours or anybody’s, by standards, or by those that it says it meets. */
  judge(file: string, standards?: readonly Standard[]): Promise<JudgedArtifact>;
  /** Builds one brief; nothing is written to disk. */
  build(source: BriefSource, order?: BuildOrder, signal?: AbortSignal): Promise<BriefResult>;
  /** Draws a self-contained page as a PNG of this width. */
  picture(html: string, widthPx: number, signal?: AbortSignal): Promise<Outcome<Uint8Array>>;
  /** Builds many, handing over each as soon as it is done. */
  buildAll(
    inputs: readonly BriefInput[],
    order?: BuildOrder,
    signal?: AbortSignal,
  ): AsyncGenerator<BriefResult>;
}

/** Two pages of one browser keep two cores busy; more did not measure faster. */
const DEFAULT_JOBS = 2;

/** Opens the project that a folder belongs to, with what it takes to build its briefs. */
export async function openExecbrief(options: ExecbriefOptions = {}): Promise<Outcome<Execbrief>> {
  const jobs = options.jobs ?? DEFAULT_JOBS;
  const surroundings = options.surroundings ?? surroundingsOfProcess();
  const folder = path.resolve(options.folder ?? process.cwd());
  const printer = openChromiumPrinter({
    surroundings,
    browser: options.browser,
    tabs: jobs,
    deadlineMs: options.deadlineMs,
    onEvent: options.onBrowserEvent,
  });
  if (options.isPrinting) printer.warmUp();

  // Loaded only now: the browser starts in the meantime.
  const [{ loadProject }, { libraryOf }, { openBriefBuilder }, { buildBriefs }] = await Promise.all([
    import("./project/load-project.ts"),
    import("./project/library.ts"),
    import("./project/brief-builder.ts"),
    import("./project/build-briefs.ts"),
  ]);
  const project = await loadProject(folder);
  if (!project.ok) {
    await printer[Symbol.asyncDispose]();
    return project;
  }
  const imprint = { creator: `Execbrief ${await ownVersion()}`, date: dateOf(surroundings) };
  const library = libraryOf(project.value.folder);
  const signing = await signingOf(project.value, options.sign, folder, surroundings);
  const builder = openBriefBuilder(project.value, library, printer, folder, imprint, signing);
  return success({
    project: project.value,
    read: builder.read,
    parse: builder.parse,
    check: async (source) => reviewed(await builder.check(source), project.value.config),
    checkProject: () => unknownRulesOf(project.value),
    checkLinks: (briefs, linkOptions) => askForLinks(briefs, project.value, surroundings, linkOptions),
    preflight: async (source, order, signal) => {
      const { preflightArtifacts } = await import("./project/preflight-artifacts.ts");
      return preflightArtifacts(builder, source, order, signal);
    },
    verify: async (name, bytes, brief) => {
      const parsed = brief && builder.parse(brief);
      const { verifySealed } = await import("./project/verify-sealed.ts");
      const given = brief && parsed && { parsed, file: path.resolve(folder, brief.path) };
      return verifySealed({ bytes, name, brief: given }, project.value, library);
    },
    judge: async (file, standards) => {
      const { judgeArtifact } = await import("./project/judge-artifact.ts");
      return judgeArtifact(path.resolve(folder, file), standards);
    },
    build: builder.build,
    picture: async (html, widthPx, signal) => {
      const { browser, deadlineMs, onBrowserEvent: onEvent } = options;
      await using drawer = openChromiumPrinter({
        ...{ surroundings, browser, deadlineMs, onEvent },
        ...{ isDrawing: true, tabs: 1 },
      });
      return await drawer.picture({ html, widthPx }, signal);
    },
    buildAll: (inputs, order = {}, signal) =>
      // One more than is printed at once: it is composed while the others print.
      buildBriefs(builder, inputs, { order, jobs: jobs + 1, ...(signal === undefined ? {} : { signal }) }),
    [Symbol.asyncDispose]: () => printer[Symbol.asyncDispose](),
  });
}

/** Loaded when asked for: the language tools are the heaviest of all, and no build needs them. */
async function reviewed(
  checked: Outcome<ParsedBrief>,
  { editorial, locale }: Config,
): Promise<Outcome<ParsedBrief>> {
  if (!checked.ok) return checked;
  const { reviewBrief } = await import("./editorial/review-brief.ts");
  const { rules, sourceMaxAgeMonths } = editorial;
  const language = checked.value.brief.locale ?? locale;
  const findings = await reviewBrief(checked.value, { language, rules, sourceMaxAgeMonths });
  return success(checked.value, [...checked.diagnostics, ...findings]);
}

async function unknownRulesOf({ config, placeOf }: Project): Promise<readonly Diagnostic[]> {
  const { unknownRules } = await import("./editorial/unknown-rules.ts");
  return unknownRules(config.editorial.rules).map(({ rule, suggestion }) => {
    const facts = { key: `editorial.rules.${rule}`, problem: "there is no rule of this name", suggestion };
    return diagnose("config-invalid", facts, placeOf(["editorial", "rules", rule]));
  });
}

/** Loaded when asked for: most runs never touch the network. */
async function askForLinks(
  briefs: readonly ParsedBrief[],
  { config }: Project,
  { cacheFolder }: Surroundings,
  { signal, onProgress }: LinkOptions = {},
): Promise<readonly Diagnostic[]> {
  const [{ findLinks }, { checkLinks }, { isLocalAddress }] = await Promise.all([
    import("./links/find-links.ts"),
    import("./links/check-links.ts"),
    import("./links/local-address.ts"),
  ]);
  const { allowLocalLinks } = config.editorial;
  return checkLinks(briefs.flatMap(findLinks), {
    userAgent: `execbrief/${await ownVersion()} (link check)`,
    mayAsk: (address) => allowLocalLinks || !isLocalAddress(address),
    cacheFolder,
    now: () => Date.now(),
    signal,
    onProgress,
  });
}

/** How the project’s PDF files are signed; undefined where they are not. Nothing is read before one is to be signed. */
async function signingOf(
  { config, folder: projectFolder }: Project,
  named: string | undefined,
  folder: string,
  { env, platform }: Surroundings,
): Promise<(() => Promise<Outcome<SignFile>>) | undefined> {
  const { file, passwordFile, ...words } = config.pdf.sign ?? {};
  const shownFile = named ?? file;
  if (shownFile === undefined) return undefined;
  const { openSigning } = await import("./signature/open-signing.ts");
  return openSigning({
    ...words,
    shownFile,
    keyFile: named === undefined ? path.resolve(projectFolder, shownFile) : path.resolve(folder, shownFile),
    password: async () => {
      if (env.EXECBRIEF_SIGN_PASSWORD) return success(env.EXECBRIEF_SIGN_PASSWORD);
      if (passwordFile === undefined) return success(undefined);
      const { readSecret } = await import("./delivery/read-secret.ts");
      const hasRights = platform !== "win32";
      return readSecret(path.resolve(projectFolder, passwordFile), { what: "password", hasRights });
    },
  });
}

/** The day that a build is told to be of, in seconds since 1970 (reproducible-builds.org/specs/source-date-epoch). */
function dateOf({ env }: Surroundings): Date | null {
  const seconds = /^\d{1,11}$/.exec(env.SOURCE_DATE_EPOCH ?? "")?.[0];
  return seconds === undefined ? null : new Date(Number(seconds) * 1000);
}

async function ownVersion(): Promise<string> {
  const file = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}

/** The machine as this process sees it. */
export function surroundingsOfProcess(): Surroundings {
  const { env, platform, arch } = process;
  const homeFolder = homedir();
  const cacheFolder = cacheFolderOf({ env, platform, homeFolder });
  return { env, platform, arch, homeFolder, cacheFolder, tempFolder: tmpdir() };
}
