import type { Medium } from "../formats/page-view.ts";
import type { FitStep, PageSize } from "../formats/pdf-printer.ts";
import type { DevtoolsSession } from "./devtools-connection.ts";
import { GIVE_EYE, LOOK } from "./eye.ts";
import type { RunningBrowser } from "./launch-browser.ts";
import { applyFitStep } from "./measure-flow.ts";
import type { Look, LookRequest } from "./see-page.ts";
import { type SeparatedDocument, separateStyle, setFontsApart, swapContent } from "./swap-content.ts";

/** A page of the browser that is used for one job after another, closed to the network and to scripts. */
export interface Tab {
  /** Replaces the page's content, sets it at a step of the ladder and waits until its pictures and fonts are there. */
  readonly load: (
    html: string,
    page: PageSize,
    step: FitStep | undefined,
    options?: LoadOptions,
  ) => Promise<void>;
  /** Whether loading this document takes no waiting: commands may be sent at once after it. */
  readonly isReadyFor: (html: string) => boolean;
  /** Calls a function inside the page, in a world of its own that the page's content cannot reach. */
  readonly call: <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ) => Promise<Awaited<Result>>;
  /** Looks at the page as it is laid out. */
  readonly look: (request: LookRequest) => Promise<Look>;
  /** Shows the page on a medium and in a window of this size, in CSS pixels; printing starts from paper. */
  readonly show: (medium: Medium, width: number, height: number) => Promise<void>;
  /** The medium that it is on. */
  readonly medium: () => Medium;
  readonly print: () => Promise<Uint8Array>;
  /** The whole page as a PNG, as it is shown. */
  readonly picture: () => Promise<Uint8Array>;
  /** A part of the page as a PNG, in CSS pixels; `scale` is that of the picture. */
  readonly pictureOf: (part: PagePart) => Promise<Uint8Array>;
  /** Whether the document that was loaded was replaced by another. */
  readonly hasNavigated: () => boolean;
  readonly close: () => void;
}

/** A part of a page. */
export interface PagePart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** How a document is loaded. */
export interface LoadOptions {
  /** Whether it comes under its own policy, which then stays in force in the tab. */
  readonly isPolicyKept?: boolean;
  /** What it is first shown on; paper when left out. */
  readonly medium?: Medium;
}

/** CSS pixels to a millimetre. */
const PX_PER_MM = 96 / 25.4;

/** The width and the height of a sheet in CSS pixels. */
export const widthPxOf = (page: PageSize): number => Math.round(page.widthMm * PX_PER_MM);
export const heightPxOf = (page: PageSize): number => Math.round(page.heightMm * PX_PER_MM);

/** Nobody looks, mostly: what the window does not show is not painted, and paper has its own size. */
export const FLAT_PX = 1;

/** A window on a desk. */
export const SCREEN = { width: 1280, height: 800 };

/** Opens a tab, or takes over the empty one that a browser starts with. */
export async function openTab({ connection }: RunningBrowser, isFirst: boolean): Promise<Tab> {
  const targetId = (isFirst && (await findEmptyPage(connection))) || (await createPage(connection));
  const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  const session = connection.openSession(sessionId);
  const [{ frameTree }] = await Promise.all([session.send("Page.getFrameTree"), ...closeOff(session)]);
  const frameId = frameTree.frame.id;

  let navigations = 0;
  session.on("Page.frameNavigated", ({ frame }) => {
    if (frame.parentId === undefined) navigations += 1;
  });
  let onLoad: (() => void) | undefined;
  session.on("Page.loadEventFired", () => onLoad?.());
  let contextId = 0;
  let loadedStyle: string | undefined;
  let size = "";
  let medium: Medium = "paper";

  let hasEye = false;

  const callScript = async (declaration: string, args: readonly unknown[]) => {
    const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
      functionDeclaration: declaration,
      executionContextId: contextId,
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
  const call: Tab["call"] = (run, ...args) => callScript(run.toString(), args);
  const look: Tab["look"] = async (request) => {
    const given = hasEye ? undefined : callScript(GIVE_EYE, []);
    hasEye = true;
    const [seen] = await Promise.all([callScript(LOOK, [request]), given]);
    return seen;
  };

  /** The commands are sent at once, so that others can follow them without waiting. */
  const show: Tab["show"] = async (nextMedium, width, height) => {
    const commands: Promise<unknown>[] = [];
    if (nextMedium !== medium) {
      medium = nextMedium;
      commands.push(session.send("Emulation.setEmulatedMedia", emulationOf(medium)));
    }
    // A new size lays the page out at once, so the medium comes first.
    const nextSize = `${width}x${height}`;
    if (nextSize !== size) {
      size = nextSize;
      commands.push(
        session.send("Emulation.setDeviceMetricsOverride", {
          width,
          height,
          deviceScaleFactor: 1,
          mobile: false,
        }),
      );
    }
    await Promise.all(commands);
  };
  const replaceDocument = async (html: string) => {
    const isLoaded = new Promise<void>((resolve) => {
      onLoad = resolve;
    });
    await Promise.all([session.send("Page.setDocumentContent", { frameId, html }), isLoaded]);
    navigations = 0;
    const world = await session.send("Page.createIsolatedWorld", { frameId, worldName: "execbrief" });
    contextId = world.executionContextId;
    hasEye = false;
  };

  let separatedLast: { readonly html: string; readonly parts: SeparatedDocument | undefined } | undefined;
  const separate = (html: string) => {
    if (separatedLast?.html !== html) separatedLast = { html, parts: separateStyle(html) };
    return separatedLast.parts;
  };
  const isSwappable = (parts: SeparatedDocument | undefined): boolean =>
    parts !== undefined && parts.style === loadedStyle;

  return {
    call,
    look,
    show,
    medium: () => medium,
    isReadyFor: (html) => isSwappable(separate(html)),
    async load(html, page, step, options) {
      // Only a document that is loaded as a whole comes under its own policy.
      const separated = options?.isPolicyKept ? undefined : separate(html);
      const next = options?.medium ?? "paper";
      // What is there would be laid out once more for the medium of what comes.
      const emptied = medium === next || contextId === 0 ? undefined : call(emptyBody);
      const width = next === "paper" ? widthPxOf(page) : SCREEN.width;
      const resized = Promise.all([emptied, show(next, width, FLAT_PX)]);
      const settle = async () => {
        await Promise.all([step && call(applyFitStep, step), call(settleContent)]);
      };
      if (separated && isSwappable(separated)) {
        await Promise.all([resized, call(swapContent, separated.rest), settle()]);
      } else {
        await Promise.all([resized, replaceDocument(separated ? setFontsApart(html, separated) : html)]);
        loadedStyle = separated?.style;
        await settle();
      }
      // Pictures have no promise that is kept while nothing is painted, and scripts cannot listen; mostly one look is enough.
      while (!(await call(hasAllPictures)));
    },
    async print() {
      const { data } = await session.send("Page.printToPDF", {
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return Buffer.from(data, "base64");
    },
    async picture() {
      const { data } = await session.send("Page.captureScreenshot", {
        format: "png",
        captureBeyondViewport: true,
        optimizeForSpeed: false,
      });
      return Buffer.from(data, "base64");
    },
    async pictureOf(clip) {
      const { data } = await session.send("Page.captureScreenshot", {
        format: "png",
        clip,
        captureBeyondViewport: true,
        // Somebody waits for it; a larger file from the same machine costs nothing.
        optimizeForSpeed: true,
      });
      return Buffer.from(data, "base64");
    },
    hasNavigated: () => navigations > 0,
    close() {
      connection.send("Target.closeTarget", { targetId }).catch(() => undefined);
    },
  };
}

async function findEmptyPage(connection: DevtoolsSession): Promise<string | undefined> {
  const { targetInfos } = await connection.send("Target.getTargets");
  return targetInfos.find(({ type, attached }) => type === "page" && !attached)?.targetId;
}

async function createPage(connection: DevtoolsSession): Promise<string> {
  return (await connection.send("Target.createTarget", { url: "about:blank" })).targetId;
}

/** No script, no network; every request that asks is refused, in a way that leaves the document in place. */
function closeOff(session: DevtoolsSession): Promise<unknown>[] {
  session.on("Fetch.requestPaused", ({ requestId }) => {
    session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" }).catch(() => undefined);
  });
  return [
    session.send("Page.enable"),
    // Reports a crash of the page's process.
    session.send("Inspector.enable"),
    session.send("Emulation.setScriptExecutionDisabled", { value: true }),
    session.send("Emulation.setEmulatedMedia", emulationOf("paper")),
    session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }),
    session.send("Network.enable"),
    session.send("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    }),
  ];
}

function emulationOf(medium: Medium) {
  if (medium === "paper") return { media: "print", features: [] };
  const value = medium === "dark-screen" ? "dark" : "light";
  return { media: "screen", features: [{ name: "prefers-color-scheme", value }] };
}

/** Runs inside the page: lays it out, which asks for its fonts, and waits for them. */
async function settleContent(): Promise<void> {
  document.documentElement.getBoundingClientRect();
  // Even when nothing is left to load, the promise waits for the next frame.
  if (document.fonts.status !== "loaded") await document.fonts.ready;
}

const emptyBody = (): void => document.body.replaceChildren();

const hasAllPictures = (): boolean => [...document.images].every((image) => image.complete);
