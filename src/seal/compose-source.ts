import { type ParsedBrief, parseBrief } from "../brief/parse-brief.ts";
import { readDocument } from "../brief/read-document.ts";
import type { Brief } from "../brief/schema.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Asset } from "../edition/asset.ts";
import { loadPlotter } from "../edition/charts/plotter.ts";
import { composeEdition, type ReadingContext } from "../edition/compose-edition.ts";
import type { DataTable } from "../edition/data-table.ts";
import type { Edition } from "../edition/edition.ts";
import { imageFile } from "../edition/image-file.ts";
import type { Labels } from "../edition/labels.ts";
import { findImages } from "../edition/markdown.ts";
import { parseTable } from "../edition/parse-table.ts";
import { safePath } from "./safe-path.ts";
import type { Seal } from "./seal.ts";

/** An edition made anew of the source in a PDF. */
export interface ComposedSource {
  readonly brief: Brief;
  readonly context: ReadingContext;
  readonly edition: Edition;
}

/** What of an edition stands in no brief. */
export interface Surround {
  readonly labels: Labels;
  /** What the project’s pages say of classifications. */
  readonly classifications: ReadonlyMap<string, string>;
}

/** Composes the edition that the source in a PDF makes, from its files alone. */
export async function composeSource(
  { edition: facts, files }: Seal,
  contents: ReadonlyMap<string, Uint8Array>,
  { labels, classifications }: Surround,
): Promise<Outcome<ComposedSource>> {
  const [own] = files;
  const parsed = parseCarried(own?.path ?? "", contents);
  if (!parsed.ok) return parsed;
  const { brief } = parsed.value;
  const previous = brief.previous === undefined ? undefined : parseCarried(brief.previous, contents);
  const shown = brief.classification;
  const context: ReadingContext = {
    audience: facts.audience,
    locale: facts.locale,
    labels,
    audienceLabels: new Map(Object.entries(labels.audiences)),
    organisation: null,
    classifications:
      shown === undefined || facts.classification === null
        ? classifications
        : new Map([[shown, facts.classification], ...classifications]),
    assets: imagesIn(brief, contents),
    tables: tablesIn(brief, contents),
    plotter: await loadPlotter(brief),
    previous: previous?.ok ? previous.value.brief : null,
  };
  const edition = composeEdition(brief, context);
  return edition.ok ? success({ brief, context, edition: edition.value }) : edition;
}

/** Audiences are the project’s to know; here those that the brief lists are. */
function parseCarried(path: string, contents: ReadonlyMap<string, Uint8Array>): Outcome<ParsedBrief> {
  const content = contents.get(safePath(path) ?? "");
  const source = { path, text: new TextDecoder().decode(content ?? new Uint8Array()) };
  const document = readDocument(source);
  if (!document.ok) return failure(document.diagnostics);
  const { audiences } = document.value.value as { readonly audiences?: unknown };
  const knownAudiences = Array.isArray(audiences) ? audiences.filter((id) => typeof id === "string") : [];
  return parseBrief(source, { knownAudiences });
}

/** That there is a picture counts here, not what it shows. */
function imagesIn({ event, image }: Brief, contents: ReadonlyMap<string, Uint8Array>): Map<string, Asset> {
  const named = findImages(event.summary).map((written) => ({ written, path: imageFile(written) }));
  const all = image === undefined ? named : [...named, { written: image.src, path: image.src }];
  const carried = all.filter(({ path }) => contents.has(safePath(path) ?? ""));
  return new Map(carried.map(({ written }) => [written, PICTURE]));
}

/** A picture of one point, in a form that pages may have. */
const PICTURE: Asset = { dataUrl: "data:image/gif;base64,R0lGODlhAQABAAAAACw=", widthPx: 1, heightPx: 1 };

function tablesIn({ event }: Brief, contents: ReadonlyMap<string, Uint8Array>): Map<string, DataTable> {
  const named = [event.chart?.csv, ...event.figures.map(({ trend }) => trend?.csv)];
  return new Map(
    named.flatMap((csv): [string, DataTable][] => {
      const content = csv === undefined ? undefined : contents.get(safePath(csv) ?? "");
      if (csv === undefined || content === undefined) return [];
      const table = parseTable(new TextDecoder().decode(content), csv);
      return table.ok ? [[csv, table.value]] : [];
    }),
  );
}
