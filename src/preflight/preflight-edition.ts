import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { shorten } from "../diagnostics/shorten.ts";
import type { Edition, RichText } from "../edition/edition.ts";
import type { Medium, PageView, ViewFault } from "../formats/page-view.ts";
import { type PdfContent, type PdfProblem, readPdf } from "../pdf/read-pdf.ts";
import { checkLinks, type LinkFailure } from "./check-links.ts";
import { checkSizes } from "./check-sizes.ts";
import { denseTextOf } from "./dense-text.ts";
import { type Failure, findPromises, type Search } from "./find-promises.ts";
import { lookAtPdf } from "./look-at-pdf.ts";
import { type Promises, promisesOf } from "./promises.ts";
import { groupFaults, reasonFor } from "./view-faults.ts";

/** The edition that artifacts are proved against, and the template set that they were made with. */
export interface Subject {
  readonly edition: Edition;
  readonly template: {
    readonly name: string;
    /** The families of its fonts; none to allow all. */
    readonly fontFamilies: readonly string[];
  };
}

/** Proves the artifacts of one edition; every finding names template, edition, format and item. */
export interface Preflight {
  /** Lists what must be found, ahead of time: what is proved first does it otherwise. */
  prepare(): void;
  /** Proves a PDF by its bytes alone; `read` is what was read of them, where that was done before. */
  pdf(name: string, bytes: Uint8Array, read?: PdfContent | PdfProblem): Diagnostic[];
  /** Proves an HTML page by what a reader sees of it. */
  html(views: readonly PageView[]): Diagnostic[];
  /** Proves text without a layout. */
  text(format: string, text: string): Diagnostic[];
}

const FORMAT_OF: Readonly<Record<Medium, string>> = {
  paper: "HTML on paper",
  screen: "HTML on a light screen",
  "dark-screen": "HTML on a dark screen",
};

/** Opens the preflight of one edition: what must be found is listed once for all its artifacts. */
export function openPreflight({ edition, template }: Subject): Preflight {
  let listed: Promises | undefined;
  const list = (): Promises => {
    listed ??= promisesOf(edition);
    return listed;
  };
  const on = (format: string): On => ({ format, edition: edition.audience.label, template: template.name });

  return {
    prepare: list,
    pdf(name, bytes, content = readPdf(bytes, edition.dir)) {
      if ("problem" in content) return [diagnose("artifact-unreadable", { name, problem: content.problem })];
      const { runs, seen, links, faults } = lookAtPdf(content, template.fontFamilies);
      const promises = list();
      const search = findPromises(promises, seen);
      const small = checkSizes(runs, seen, search.found);
      return tell({ search, links: checkLinks(promises, links) }, [...faults, ...small], on("PDF"));
    },
    html(views) {
      // By night the same words stand on the page as by day, but for a fault: they are looked for once.
      const known = new Map<string, Proof>();
      const promises = list();
      return views.flatMap((view) => {
        const key = JSON.stringify([view.text, view.links]);
        const proof = known.get(key) ?? {
          search: findPromises(promises, denseTextOf([view.text])),
          links: checkLinks(promises, view.links),
        };
        known.set(key, proof);
        return tell(proof, view.faults, on(FORMAT_OF[view.medium]));
      });
    },
    text(format, text) {
      const promised = promisesOf(withoutDrawings(edition));
      return tell({ search: findPromises(promised, denseTextOf([text])), links: [] }, [], on(format));
    },
  };
}

/** Where nothing is drawn, a chart shows its numbers, and no ticks of an axis. */
function withoutDrawings(edition: Edition): Edition {
  const inWords = (drawing: RichText): RichText => ({ html: "", text: drawing.text });
  return {
    ...edition,
    chart: edition.chart && { ...edition.chart, drawing: inWords(edition.chart.drawing) },
    figures: edition.figures.map((figure) => ({
      ...figure,
      trend: figure.trend && { ...figure.trend, drawing: inWords(figure.trend.drawing) },
    })),
  };
}

/** What was found and what was not. */
interface Proof {
  readonly search: Search;
  readonly links: readonly LinkFailure[];
}

function tell({ search, links }: Proof, faults: readonly ViewFault[], on: On): Diagnostic[] {
  // Where the font lacks letters, every text with them is lost for one reason, which is told once.
  const failed = search.failed.filter(({ promise }) => reasonFor(promise, faults)?.kind !== "missing-glyph");
  const missed = failed.map(({ promise }) => promise);
  return [
    ...failed.map((failure) => tellFailure(failure, faults, on)),
    ...links.map((failure) => tellLink(failure, on)),
    ...groupFaults(faults, missed).map(({ code, ...fault }) => diagnose(code, { ...fault, ...on })),
  ];
}

interface On {
  readonly format: string;
  readonly edition: string;
  readonly template: string;
}

function tellFailure({ promise, kind, detail }: Failure, faults: readonly ViewFault[], on: On): Diagnostic {
  const [text = ""] = promise.texts;
  const item = promise.isExact ? promise.name : `${promise.name} (“${shorten(text, 50)}”)`;
  if (kind === "misplaced") return diagnose("item-order", { item, ...on });
  if (kind === "altered") return diagnose("figure-altered", { item, instead: detail, ...on });
  const fault = reasonFor(promise, faults);
  const reason = fault ? fault.detail : detail === "" ? "" : `it ends after “${detail}”`;
  return diagnose(promise.code, { item, detail: reason, ...on });
}

function tellLink(failure: LinkFailure, on: On): Diagnostic {
  if (failure.kind === "unlinked") {
    const { kind, number, count } = failure.reference;
    const code = kind === "caveat" ? "caveat-mark-missing" : "citation-unlinked";
    return diagnose(code, { number, count, found: failure.found, ...on });
  }
  const { name: item, href } = failure.link;
  if (failure.kind === "missing") return diagnose("link-missing", { item, href, ...on });
  return diagnose("link-wrong", { item, href, instead: failure.instead, ...on });
}
