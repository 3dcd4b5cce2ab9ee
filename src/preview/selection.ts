import type { Brief } from "../brief/schema.ts";
import type { BuildOrder } from "../project/brief-builder.ts";
import type { Config } from "../project/config.ts";
import type { ThemeValues } from "../render/theme/token.ts";
import type { Choices, Selection } from "./preview-api.ts";

/** What was chosen; what is left out, the brief and the project decide. */
export type Asked = Pick<Selection, "brief"> & Partial<Selection>;

/** What is shown of a brief: what was chosen of it, else what it says itself, else what the project says. */
export function selectionOf(asked: Asked, brief: Brief, config: Config): Selection {
  return {
    brief: asked.brief,
    // An author who takes an audience away sees what is left.
    audience: brief.audiences.find((audience) => audience === asked.audience) ?? "all",
    template: asked.template ?? brief.template ?? config.template,
    page: asked.page ?? config.page,
    locale: asked.locale ?? brief.locale ?? config.locale,
  };
}

/** The build that shows a selection. What nobody chose is left to the builder, whose findings then name the place. */
export const orderOf = (asked: Asked, { audience }: Selection, theme: ThemeValues): BuildOrder => ({
  audiences: [audience],
  theme,
  ...(asked.template === undefined ? {} : { template: asked.template }),
  ...(asked.page === undefined ? {} : { page: asked.page }),
  ...(asked.locale === undefined ? {} : { locale: asked.locale }),
});

/** What is chosen after a choice more; undefined where there is no such thing to be chosen. */
export function choose(
  asked: Asked,
  wanted: Partial<Selection>,
  { selection, choices }: { readonly selection: Selection; readonly choices: Choices },
): Asked | undefined {
  // What is shown already was not chosen by asking for it: the brief may still change its mind.
  const news = Object.entries(wanted).filter(
    ([field, value]) => selection[field as keyof Selection] !== value,
  ) as [keyof Selection, string][];
  const isOtherBrief = news.some(([field]) => field === "brief");
  const isThere = news.every(([field, value]) =>
    // The audiences of another brief are not known yet; one that it has not got is not shown.
    field === "audience" && isOtherBrief
      ? true
      : choices[LISTED[field]].some((choice) => choice.value === value),
  );
  if (!isThere) return undefined;
  const { audience, ...rest } = asked;
  const kept = isOtherBrief || audience === undefined ? rest : asked;
  return { ...kept, ...Object.fromEntries(news) };
}

const LISTED = {
  brief: "briefs",
  audience: "audiences",
  template: "templates",
  page: "pages",
  locale: "locales",
} as const satisfies Record<keyof Selection, keyof Choices>;
