import type { Edition } from "../edition/edition.ts";
import type { DocumentFacts } from "./document-facts.ts";
import type { Imprint } from "./imprint.ts";

/** What the PDF of an edition says of itself. */
export function factsOf(
  edition: Edition,
  page: Pick<DocumentFacts, "links" | "headings" | "isAccessible">,
  { creator, date }: Imprint,
): DocumentFacts {
  const { title, author, organisation, bottomLine, lang, labels, audience, classification } = edition;
  const keywords = [labels.kicker, organisation?.name, audience.label, classification];
  return {
    title,
    author: author?.name ?? organisation?.name ?? null,
    subject: bottomLine.text,
    keywords: keywords.filter((word) => word !== undefined && word !== null),
    lang,
    date: date ?? new Date(`${edition.date.iso}T00:00:00Z`),
    creator,
    ...page,
  };
}
