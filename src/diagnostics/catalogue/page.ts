import { entry } from "./entry.ts";

/** Findings on the laid-out page. */
export const pageCatalogue = {
  "page-overflow": entry<{
    page: string;
    pages: number;
    lines: number;
    section: string;
    words: number;
    audience: string;
  }>({
    severity: "error",
    cause: "content",
    about:
      "The edition does not fit its sheet even at the tightest readable setting. No PDF is written: text is never shrunk below 9 pt or cut.",
    message: ({ page, pages, lines, section, audience }) =>
      `The “${audience}” edition is ${lines} ${lines === 1 ? "line" : "lines"} too long for ${pages === 1 ? "one" : pages} ${page} ${pages === 1 ? "page" : "pages"}, even at the tightest readable setting. The longest section is “${section}”.`,
    hint: ({ words, section, pages }) =>
      `Cut about ${words} words from “${section}”, or allow another sheet with --pages ${pages + 1}.`,
  }),
} as const;
