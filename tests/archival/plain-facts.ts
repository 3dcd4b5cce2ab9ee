import type { DocumentFacts } from "../../src/archival/document-facts.ts";

/** What the pages of these tests say of themselves. */
export const PLAIN_FACTS: DocumentFacts = {
  title: "A page & its “title”",
  author: "Åse Øvergård",
  subject: "What <it> says",
  keywords: ["brief", "second; word"],
  lang: "en",
  date: new Date("2025-02-03T00:00:00Z"),
  creator: "Execbrief 1.2.3",
  links: [],
  headings: [],
  isAccessible: true,
};
