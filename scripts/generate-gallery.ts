/** A template set as the gallery tells of it. */
export interface ShownSet {
  readonly id: string;
  readonly description: string;
}

/** The text of docs/gallery/README.md: each template set with each brief. */
export function generateGallery(sets: readonly ShownSet[], briefs: readonly string[]): string {
  return `# Gallery

The template sets that Execbrief brings, each with the bundled briefs: the sheet of paper, the page on a phone in the dark, the
message. Choose one with \`--template\`, in \`brief.config.yaml\` or in a brief; give it your colours and typefaces as
[customizing.md](../customizing.md) shows. The pictures are drawn by \`npm run gallery\`, and a test compares them with what is built.

${sets.map((set) => sectionOf(set, briefs)).join("\n\n")}
`;
}

function sectionOf({ id, description }: ShownSet, briefs: readonly string[]): string {
  const [first = ""] = briefs;
  return [
    `## ${id}`,
    "",
    `${description} [More](../sets/${id}.md)`,
    "",
    `| ${briefs.join(" | ")} |`,
    `|${" --- |".repeat(briefs.length)}`,
    `| ${briefs.map((brief) => picture(`${id}, ${brief}, on A4`, `${id}-${brief}-page.webp`)).join(" | ")} |`,
    "",
    "| on a phone, dark | as a message |",
    "| --- | --- |",
    `| ${picture(`${id}, ${first}, on a phone`, `${id}-${first}-phone.webp`)} | ${picture(`${id}, ${first}, as a message`, `${id}-${first}-email.webp`)} |`,
  ].join("\n");
}

const picture = (alt: string, file: string): string => `![${alt}](${file})`;
