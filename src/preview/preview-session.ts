import path from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasError } from "../diagnostics/outcome.ts";
import type { Fit } from "../formats/fit.ts";
import { PAGE_SIZES, type PdfPrinter } from "../formats/pdf-printer.ts";
import { type PreparedBrief, withoutRepeats } from "../project/brief-builder.ts";
import { libraryOf } from "../project/library.ts";
import type { Project } from "../project/load-project.ts";
import type { ThemeValues } from "../render/theme/token.ts";
import { audiencesOf, findChoices } from "./choices.ts";
import { findingOf } from "./finding.ts";
import { openFreshBuilder } from "./fresh-builder.ts";
import { type Concern, inputsOf, type Materials } from "./inputs.ts";
import { makeAllViews, makeScreenView, type Parts } from "./make-views.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { Selection, View } from "./preview-api.ts";
import { readMaterial, type Trial, triedIn } from "./read-material.ts";
import { type Asked, choose } from "./selection.ts";
import { type Facts, openShowcase, PARTS_OF, type Showcase } from "./showcase.ts";
import { themeTokens } from "./theme-tokens.ts";
import { openInputWatcher } from "./watch-inputs.ts";

/** One brief, shown while it is written. */
export interface PreviewSession extends AsyncDisposable {
  readonly showcase: Showcase;
  /** The project as it was last read without a fault. */
  project(): Project;
  /** Shows something else; false where there is no such thing to be chosen. */
  select(wanted: Partial<Selection>): boolean;
  /** Shows the brief with these tokens, which are written nowhere; none give up what was tried. */
  tryTokens(values: ThemeValues): void;
  tried(): ThemeValues;
  /** Whether the brief sets a token itself. */
  isOfBrief(token: string): boolean;
  /** Reads again what saved files concern, and shows what has come of it. */
  refresh(concerns: ReadonlySet<Concern>): void;
}

/** What a session begins with. */
export interface SessionStart {
  readonly project: Project;
  readonly asked: Asked;
  /** A printer that can draw; it stays the caller’s to close. */
  readonly printer: PdfPrinter;
}

/** Shows a brief, builds it anew whenever something is saved that it is made of, and keeps what was good where that fails. */
export function openPreviewSession(start: SessionStart): PreviewSession {
  const fresh = openFreshBuilder(start.project, start.printer);
  const closing = new AbortController();
  const inPreparing = oneAtATime();
  const inPrinting = oneAtATime();
  const showcase = openShowcase(emptyFacts(start));
  const watcher = openInputWatcher(refresh);
  let { asked, project } = start;
  let trial: Trial = { template: "", values: {} };
  let presumedFit: Fit | null = null;
  let newest = 0;
  let known: Pick<Materials, "brief" | "templateSet"> & { readonly of: string } = noMaterials(asked);

  /** A build that is overtaken by a newer one ends where it stands, and shows nothing more. */
  async function build(): Promise<void> {
    newest += 1;
    const own = newest;
    const isCurrent = () => own === newest && !closing.signal.aborted;
    const given = new Set<string>();
    const findings: Diagnostic[] = [];
    const onParts = (parts: Parts) => {
      if (!isCurrent()) return;
      for (const part of Object.keys(parts)) given.add(part);
      if (parts.pdf) presumedFit = parts.pdf.fit;
      showcase.update(parts.fit ? { fit: parts.fit } : {}, parts);
    };
    const options = () => ({ presumedFit, onParts, signal: closing.signal });

    showcase.update({ status: "building", stale: [] });
    const prepared = await inPreparing(async () => {
      const read = isCurrent() ? await prepare(findings) : undefined;
      if (!read || !isCurrent()) return undefined;
      findings.push(...(await makeScreenView(read, options())));
      return given.has("html") ? read : undefined;
    });
    const choosing = isCurrent() ? updateChoices() : undefined;
    if (prepared) {
      await inPrinting(async () => {
        if (isCurrent()) findings.push(...(await makeAllViews(prepared, options())));
      });
    }
    await choosing;
    if (isCurrent()) settle(findings, given);
  }

  /** Reads all that the views are made of, and says what is selected by it. */
  async function prepare(findings: Diagnostic[]): Promise<PreparedBrief | undefined> {
    const bench = await fresh.get();
    findings.push(...bench.diagnostics);
    if (!bench.ok) return undefined;
    ({ project } = bench.value);
    const request = { asked, trial, shown: showcase.state().selection };
    const { brief, selection, prepared } = await readMaterial(bench.value, request);
    findings.push(...prepared.diagnostics);
    if (known.of !== asked.brief) {
      known = noMaterials(asked);
      presumedFit = null;
      // Nobody shall take the page of one brief for that of another.
      showcase.clear(["sheet", "html", "email", "text"]);
    }
    const set = prepared.ok ? prepared.value.workshop.templateSet : undefined;
    known = { of: asked.brief, brief: brief ?? known.brief, templateSet: set ?? known.templateSet };
    watch();
    showcase.update({ selection, paper: PAGE_SIZES[selection.page] });
    if (!prepared.ok) return undefined;
    const { choices } = showcase.state();
    showcase.update({
      choices: { ...choices, audiences: audiencesOf(prepared.value) },
      tokens: themeTokens(prepared.value.workshop.theme, triedIn(trial, selection.template)),
    });
    if (set?.email === null) showcase.clear(["email"]);
    if (set?.text === null) showcase.clear(["text"]);
    return prepared.value;
  }

  function settle(findings: readonly Diagnostic[], given: ReadonlySet<string>): void {
    const { views } = showcase.state();
    const isStale = (view: View) => views[view] !== null && !PARTS_OF[view].some((part) => given.has(part));
    showcase.update({
      status: hasError(findings) ? "broken" : "good",
      stale: (Object.keys(views) as View[]).filter(isStale),
      findings: withoutRepeats(findings).map(findingOf),
    });
  }

  async function updateChoices(): Promise<void> {
    const { selection } = showcase.state();
    const found = await findChoices(project, libraryOf(project.folder), selection);
    showcase.update({ choices: { ...found, audiences: showcase.state().choices.audiences } });
  }

  function watch(): void {
    const briefFile = path.resolve(start.project.folder, asked.brief);
    watcher.watch(inputsOf({ ...known, project, library: libraryOf(project.folder), briefFile }));
  }

  function refresh(concerns: ReadonlySet<Concern>): void {
    fresh.forget(concerns);
    if (concerns.size === 1 && concerns.has("choices")) void updateChoices();
    else void build();
  }

  watch();
  void build();
  return {
    showcase,
    project: () => project,
    select(wanted) {
      const chosen = choose(asked, wanted, showcase.state());
      if (chosen === undefined) return false;
      asked = chosen;
      showcase.update({ selection: { ...showcase.state().selection, ...wanted } });
      void build();
      return true;
    },
    tryTokens(values) {
      trial = { template: showcase.state().selection.template, values };
      void build();
    },
    tried: () => triedIn(trial, showcase.state().selection.template),
    isOfBrief: (token) => Object.hasOwn(known.brief?.theme ?? {}, token),
    refresh,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await watcher[Symbol.asyncDispose]();
      // What is under way ends by itself.
      await inPreparing(async () => undefined);
      await inPrinting(async () => undefined);
    },
  };
}

const noMaterials = ({ brief }: Asked) => ({ of: brief, brief: undefined, templateSet: undefined });

function emptyFacts({ asked, project: { config } }: SessionStart): Facts {
  const { template, locale, page } = config;
  const selection = { audience: "all", template, locale, page, ...asked };
  return {
    selection,
    choices: { briefs: [], audiences: [], templates: [], pages: [], locales: [] },
    status: "building",
    stale: [],
    paper: PAGE_SIZES[selection.page],
    fit: null,
    findings: [],
    tokens: [],
  };
}
