import type { Brief } from "../brief/schema.ts";
import { numberSources } from "../edition/citations.ts";
import type { Labels } from "../edition/labels.ts";
import { ALL_READERS, selectForAudience } from "../edition/select-for-audience.ts";

/**
 * The brief as far as `audience` gets it: without the questions and implications of others, the sources that only those cite,
 * and what is for editors alone. It makes the same edition, and reducing it again changes nothing.
 */
export function reduceBrief(brief: Brief, audience: string, labels: Labels): Brief {
  const { $schema, exceptions, ...told } = selectForAudience(brief, audience);
  // In no language: only which sources are cited counts.
  const cited = numberSources({ ...told, exceptions: [] }, "en", labels).cite;
  const sources = told.sources.filter(({ id }) => cited(id) !== undefined);
  if (audience === ALL_READERS) return { ...told, sources, exceptions: [] };
  return {
    ...told,
    audiences: told.audiences.filter((id) => id === audience),
    questions: told.questions.map((question) => forReader(question, audience)),
    sources,
    exceptions: [],
  };
}

/**
 * The edition before, as far as `audience` had it and the list of changes needs it. Null where it had no question for this
 * audience, and so no edition.
 */
export function reducePrevious(previous: Brief, audience: string, labels: Labels): Brief | null {
  const { template, theme, image, previous: earlier, ...rest } = reduceBrief(previous, audience, labels);
  return rest.questions.length === 0 ? null : rest;
}

type Question = Brief["questions"][number];

/** The question without the names of the others who get it. */
function forReader(question: Question, audience: string): Question {
  const { audiences } = question;
  if (audiences === undefined) return question;
  return { ...question, audiences: audiences.includes(audience) ? [audience] : [ALL_READERS] };
}
