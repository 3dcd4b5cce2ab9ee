import { homedir, tmpdir } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { ParsedBrief } from "./brief/parse-brief.ts";
import type { BriefSource } from "./brief/source.ts";
import type { BrowserEvent } from "./chromium/browser-choice.ts";
import { openChromiumPrinter } from "./chromium/chromium-printer.ts";
import { cacheFolderOf, type Surroundings } from "./chromium/surroundings.ts";
import { type Outcome, success } from "./diagnostics/outcome.ts";
import type { BriefResult, BuildOrder } from "./project/brief-builder.ts";
import type { BriefInput } from "./project/build-briefs.ts";
import type { Project } from "./project/load-project.ts";

/** How Execbrief is opened; everything has a default. */
export interface ExecbriefOptions {
  /** A folder of the project; brief.config.yaml is looked for here and upwards. The current folder when left out. */
  readonly folder?: string;
  /** The browser to print with, a path; found when left out. */
  readonly browser?: string | undefined;
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

/** An open Execbrief: one project, one browser. Dispose of it to close the browser. */
export interface Execbrief extends AsyncDisposable {
  readonly project: Project;
  /** Checks one brief without building it. */
  check(source: BriefSource): Outcome<ParsedBrief>;
  /** Builds one brief; nothing is written to disk. */
  build(source: BriefSource, order?: BuildOrder, signal?: AbortSignal): Promise<BriefResult>;
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
  const printer = openChromiumPrinter({
    surroundings: options.surroundings ?? surroundingsOfProcess(),
    browser: options.browser,
    tabs: jobs,
    deadlineMs: options.deadlineMs,
    onEvent: options.onBrowserEvent,
  });
  if (options.isPrinting) printer.warmUp();

  // Loaded only now: the browser starts in the meantime.
  const [{ loadProject }, { openBriefBuilder }, { buildBriefs }] = await Promise.all([
    import("./project/load-project.ts"),
    import("./project/brief-builder.ts"),
    import("./project/build-briefs.ts"),
  ]);
  const project = await loadProject(options.folder ?? process.cwd());
  if (!project.ok) {
    await printer[Symbol.asyncDispose]();
    return project;
  }
  const builder = openBriefBuilder(project.value, libraryOf(project.value), printer);
  return success({
    project: project.value,
    check: builder.check,
    build: builder.build,
    buildAll: (inputs, order = {}, signal) =>
      // One more than is printed at once: it is composed while the others print.
      buildBriefs(builder, inputs, { order, jobs: jobs + 1, ...(signal === undefined ? {} : { signal }) }),
    [Symbol.asyncDispose]: () => printer[Symbol.asyncDispose](),
  });
}

/** The machine as this process sees it. */
export function surroundingsOfProcess(): Surroundings {
  const { env, platform, arch } = process;
  const homeFolder = homedir();
  const cacheFolder = cacheFolderOf({ env, platform, homeFolder });
  return { env, platform, arch, homeFolder, cacheFolder, tempFolder: tmpdir() };
}

/** The project’s own template sets and labels come before those that Execbrief brings. */
function libraryOf({ folder }: Project) {
  const own = (name: string) => `${folder}/${name}`;
  const bundled = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
  return {
    templateFolders: [...new Set([own("templates"), bundled("templates")])],
    localeFolders: [...new Set([own("locales"), bundled("locales")])],
  };
}
