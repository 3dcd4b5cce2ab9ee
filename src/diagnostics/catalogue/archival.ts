import { entry } from "./entry.ts";

const CLAIM = "Until then, the PDF does not say that it meets PDF/UA.";

/** Findings in how a page is heard, before it is printed. */
export const archivalCatalogue = {
  "heading-missing": entry<Record<never, never>>({
    severity: "warning",
    cause: "content",
    about:
      "The page has no main heading, which is where a screen reader begins and what a bookmark leads to.",
    message: () => "The page has no main heading: there is no <h1> in it.",
    hint: () => `Print the title of the brief in an <h1> and set its size in page.css. ${CLAIM}`,
  }),
  "heading-skipped": entry<{ text: string; level: number; before: number }>({
    severity: "warning",
    cause: "content",
    about:
      "A heading stands two or more levels below the one before it. Whoever goes from heading to heading looks for the one between.",
    message: ({ text, level, before }) =>
      before === 0
        ? `The first heading, “${text}”, is an <h${level}>; the page should begin with its <h1>.`
        : `The heading “${text}” is an <h${level}> and follows an <h${before}>; a level is left out.`,
    hint: ({ before }) => `Make it an <h${before + 1}>, and set its size in page.css. ${CLAIM}`,
  }),
  "picture-unnamed": entry<{ tag: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A picture or drawing has no words for those who cannot see it, and is not marked as mere decoration.",
    message: ({ tag }) => `Nobody who cannot see it learns what this picture shows: ${tag}`,
    hint: () =>
      `Give an <img> its alt="…", and an <svg> role="img" with aria-label="…". Decoration has alt="" or aria-hidden="true". ${CLAIM}`,
  }),
  "link-unnamed": entry<{ href: string }>({
    severity: "warning",
    cause: "content",
    about: "A link has no words, so that a screen reader can only spell its address.",
    message: ({ href }) => `The link to ${href} has no words.`,
    hint: () => `Put words into the link, or give it an aria-label="…". ${CLAIM}`,
  }),
  "language-unheard": entry<{ words: string }>({
    severity: "warning",
    cause: "content",
    about:
      "Words in another language are marked in a way that a printed PDF does not keep, so that they are read aloud wrongly.",
    message: ({ words }) => `A printed PDF does not say in which language these words are: “${words}”`,
    hint: () =>
      `Put lang="…" on an <em>, a <dfn> or the whole paragraph, or give this element an id as well. ${CLAIM}`,
  }),
};
