import type { Brief } from "../brief/schema.ts";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Asset } from "./asset.ts";
import type { Plotter } from "./charts/plotter.ts";
import { numberSources } from "./citations.ts";
import { composeBody, textsOf } from "./compose-body.ts";
import { composeChanges } from "./compose-changes.ts";
import type { DataTable } from "./data-table.ts";
import type { Author, Edition, Organisation, Picture } from "./edition.ts";
import { formatDay } from "./format-day.ts";
import { labelAudience } from "./label-audience.ts";
import type { Labels } from "./labels.ts";
import { printable } from "./printable.ts";
import { readingTime } from "./reading-time.ts";
import { ALL_READERS, selectForAudience } from "./select-for-audience.ts";

/** Who reads a brief, in which language, and what stands around it. */
export interface ReadingContext {
  /** `all`, or an audience of the brief. */
  readonly audience: string;
  /** BCP 47 language tag for dates and numbers. */
  readonly locale: string;
  readonly labels: Labels;
  /** Labels of audiences that go before those of the locale. */
  readonly audienceLabels: ReadonlyMap<string, string>;
  readonly organisation: Organisation | null;
  /** What stands at the foot of every page. */
  readonly footer?: string | null | undefined;
  /** What the page says of a classification; one that is not here is shown as it is written. */
  readonly classifications?: ReadonlyMap<string, string> | undefined;
  /** Images of the brief by their path as written. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Tables of charts and trends by the path of their CSV file as written. */
  readonly tables: ReadonlyMap<string, DataTable>;
  /** What charts are drawn with; only a brief with a chart or a trend needs it. */
  readonly plotter?: Plotter | undefined;
  /** The edition before this one; null where the brief names none. */
  readonly previous: Brief | null;
  /** Where a field, such as `["caveats", 0, "claim"]`, stands in the brief file. */
  readonly locate?: ((field: Field) => Place | undefined) | undefined;
}

/** The way to a field of the brief. */
export type Field = readonly (string | number)[];

/** The brief as its audience will read it; warnings tell of links and images that are shown as text. */
export function composeEdition(brief: Brief, context: ReadingContext): Outcome<Edition> {
  const lang = canonicalTag(context.locale);
  if (lang === undefined) return failure([diagnose("locale-malformed", { locale: context.locale })]);
  const audiences = [...new Set([ALL_READERS, ...brief.audiences])];
  if (!audiences.includes(context.audience)) {
    return failure([diagnose("audience-not-in-brief", { audience: context.audience, has: audiences })]);
  }

  const selected = selectForAudience(brief, context.audience);
  const { sources, cite } = numberSources(selected, lang, context.labels);
  const { body, warnings } = composeBody(selected, { brief, context, lang, cite });
  const edition: Edition = {
    lang,
    dir: context.labels.direction,
    title: printable(brief.title),
    audience: labelAudience(context.audience, context),
    date: formatDay(brief.date, lang),
    author: composeAuthor(brief.author),
    organisation: context.organisation,
    classification: composeClassification(brief, context),
    footer: context.footer ?? null,
    image: composeImage(brief, context),
    readingTime: readingTime(textsOf(body), lang, context.labels),
    ...body,
    changes: composeChanges(selected, context, lang),
    sources,
    labels: context.labels,
  };
  return success(edition, warnings);
}

function canonicalTag(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

function composeClassification(
  { classification }: Brief,
  { classifications }: ReadingContext,
): string | null {
  if (classification === undefined) return null;
  return printable(classifications?.get(classification) ?? classification);
}

/** The brief’s picture; null also where its file could not be read, which was told when it was. */
function composeImage({ image }: Brief, { assets }: ReadingContext): Picture | null {
  const asset = image && assets.get(image.src);
  if (!image || !asset) return null;
  return {
    src: asset.dataUrl,
    alt: printable(image.alt),
    credit: image.credit === undefined ? null : printable(image.credit),
    width: asset.widthPx,
    height: asset.heightPx,
  };
}

function composeAuthor(author: Brief["author"]): Author | null {
  if (author === undefined) return null;
  const { name, role, email } = author;
  return { name: printable(name), role: role === undefined ? null : printable(role), email: email ?? null };
}
