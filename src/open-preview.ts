import path from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserEvent } from "./chromium/browser-choice.ts";
import { openChromiumPrinter } from "./chromium/chromium-printer.ts";
import type { Surroundings } from "./chromium/surroundings.ts";
import { type Outcome, success } from "./diagnostics/outcome.ts";
import { surroundingsOfProcess } from "./open-execbrief.ts";
import type { WriteConfig } from "./preview/keep-tokens.ts";
import type { OpenInEditor } from "./preview/open-place.ts";
import type { Asked } from "./preview/selection.ts";

/** How a preview is opened; everything but the way to write has a default. */
export interface PreviewOptions extends Partial<Omit<Asked, "brief">> {
  /** A folder of the project; brief.config.yaml is looked for here and upwards. */
  readonly folder: string;
  /** The brief to begin with, seen from `folder`; the one of the project that was changed last when left out. */
  readonly brief?: string | undefined;
  /** The port to serve at; one that is free when left out. */
  readonly port?: number | undefined;
  /** The browser that prints, a path; found when left out. */
  readonly browser?: string | undefined;
  /** Writes brief.config.yaml, for tokens that are kept. */
  readonly writeConfig: WriteConfig;
  readonly openInEditor?: OpenInEditor;
  readonly onBrowserEvent?: (event: BrowserEvent) => void;
  /** What is known of the machine; taken from this process when left out. */
  readonly surroundings?: Surroundings;
}

/** A live preview: a page on this machine that shows a brief while it is written. Dispose of it to end it. */
export interface Preview extends AsyncDisposable {
  /** Where the page is; whoever has it can look, and nobody else. */
  readonly address: string;
  /** The brief that is shown first, seen from the project. */
  readonly brief: string;
}

/** One page is printed at a time, and looked at on screens. */
const TABS = 1;

/** Opens the live preview of a project. */
export async function openPreview(options: PreviewOptions): Promise<Outcome<Preview>> {
  const {
    keepTokens,
    loadProject,
    newestBrief,
    openInEditor,
    openPlace,
    openPreviewServer,
    openPreviewSession,
  } = await loadParts();
  const project = await loadProject(options.folder);
  if (!project.ok) return project;
  const { folder } = project.value;
  const found =
    options.brief === undefined
      ? await newestBrief(project.value)
      : success(path.relative(folder, path.resolve(options.folder, options.brief)));
  if (!found.ok) return found;

  const printer = openChromiumPrinter({
    surroundings: options.surroundings ?? surroundingsOfProcess(),
    browser: options.browser,
    isDrawing: true,
    tabs: TABS,
    onEvent: options.onBrowserEvent,
  });
  printer.warmUp();
  const { audience, template, page, locale } = options;
  const asked = withoutGaps({ brief: found.value, audience, template, page, locale });
  const session = openPreviewSession({ project: project.value, asked, printer });
  const server = await openPreviewServer({
    session,
    keep: (tokens) => keepTokens(session, tokens, options.writeConfig),
    open: (place) => openPlace(session, place, options.openInEditor ?? openInEditor),
    pageFolder: fileURLToPath(new URL("../preview", import.meta.url)),
    port: options.port ?? 0,
  });
  const close = async () => {
    await printer[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
  };
  if (!server.ok) {
    await close();
    return server;
  }
  return success({
    address: server.value.address,
    brief: found.value,
    async [Symbol.asyncDispose]() {
      await server.value[Symbol.asyncDispose]();
      await close();
    },
  });
}

/** Loaded when a preview is opened: no other command needs a server and a watch. */
async function loadParts() {
  const [
    { keepTokens },
    { newestBrief },
    { openInEditor },
    { openPlace },
    { openPreviewServer },
    { openPreviewSession },
    { loadProject },
  ] = await Promise.all([
    import("./preview/keep-tokens.ts"),
    import("./preview/newest-brief.ts"),
    import("./preview/open-in-editor.ts"),
    import("./preview/open-place.ts"),
    import("./preview/preview-server.ts"),
    import("./preview/preview-session.ts"),
    import("./project/load-project.ts"),
  ]);
  return {
    keepTokens,
    newestBrief,
    openInEditor,
    openPlace,
    openPreviewServer,
    openPreviewSession,
    loadProject,
  };
}

/** What is not there was not chosen. */
const withoutGaps = (
  asked: { brief: string } & { [Field in keyof Asked]: Asked[Field] | undefined },
): Asked =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as unknown as Asked;
