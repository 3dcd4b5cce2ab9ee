import { entry } from "./entry.ts";

/** Findings on what an e-mail edition’s readers would see in their mail programs. */
export const emailCatalogue = {
  "email-template-missing": entry<{ name: string; files: string }>({
    severity: "error",
    cause: "content",
    about: "An e-mail or a plain text is wanted from a template set that makes none.",
    message: ({ name, files }) =>
      `The template set “${name}” has no ${files}, so it cannot make this format.`,
    hint: ({ files }) =>
      files === "text.hbs"
        ? "Copy text.hbs from templates/executive."
        : "Copy email.hbs, email.css and the folder partials/email from templates/executive.",
  }),
  "email-large": entry<{ bytes: number; limit: number }>({
    severity: "warning",
    cause: "content",
    about:
      "The HTML of a message is over 80 KB. Gmail cuts messages off at about 100 KB, and mail servers add to what is sent.",
    message: ({ bytes, limit }) =>
      `The message has ${kilobytes(bytes)} of HTML; Gmail cuts messages off at ${kilobytes(limit)}.`,
    hint: () => "Shorten the brief, or leave parts of it to the page that the message may carry as a PDF.",
  }),
  "email-clipped": entry<{ bytes: number; limit: number }>({
    severity: "error",
    cause: "content",
    about:
      "The HTML of a message is over 102,400 bytes: Gmail would cut it off, and hide sources and caveats.",
    message: ({ bytes, limit }) =>
      `The message has ${kilobytes(bytes)} of HTML, and Gmail shows no more than ${kilobytes(limit)} of it.`,
    hint: () => "Shorten the brief, or leave parts of it to the page that the message may carry as a PDF.",
  }),
  "email-styles-large": entry<{ bytes: number; limit: number }>({
    severity: "warning",
    cause: "content",
    about:
      "The style elements of a message are over 16 KB together. Gmail drops them all then, and with them dark colours and the layout of phones.",
    message: ({ bytes, limit }) =>
      `The message’s style elements have ${kilobytes(bytes)}; Gmail drops them all over ${kilobytes(limit)}.`,
    hint: () => "Take rules for narrow and dark screens out of email.css.",
  }),
  "email-unsupported": entry<{ feature: string; clients: readonly string[]; example: string }>({
    severity: "error",
    cause: "content",
    about:
      "A message uses HTML or CSS that one of the mail programs in the project’s settings does not know, by the data of caniemail.com.",
    message: ({ feature, clients, example }) =>
      `“${feature}” is unknown to ${clients.join(", ")}; it stands in ${example}.`,
    hint: ({ feature }) =>
      `Do without it. If nothing is lost without it, add “${feature}” to email.allow in brief.config.yaml.`,
  }),
  "email-subject-long": entry<{ subject: string; characters: number; limit: number }>({
    severity: "warning",
    cause: "content",
    about:
      "The subject of a message, the title of its brief, is longer than the lists of mail programs show.",
    message: ({ characters, limit }) =>
      `The subject has ${characters} characters; lists of messages show about ${limit}, and on phones 40.`,
    hint: () => "Shorten the title, with what matters first.",
  }),
  "email-image-alt": entry<{ source: string }>({
    severity: "warning",
    cause: "content",
    about:
      "An image of a message has no alternative text. Many readers see no images until they ask for them.",
    message: ({ source }) =>
      `The image ${source} has no alternative text, so it says nothing where images are off.`,
    hint: () => 'Write what the image shows: ![a map of both plants](map.png), or alt="…" in the template.',
  }),
  "email-image-form": entry<{ form: string; alt: string }>({
    severity: "warning",
    cause: "content",
    about:
      "An image is of a form that Outlook or Gmail does not show. The message has its alternative text instead.",
    message: ({ form, alt }) =>
      `Mail programs show no ${form} images; the message says “${alt}” in its place.`,
    hint: () => "Use a PNG, JPEG or GIF file.",
  }),
  "email-link-text": entry<{ text: string; href: string }>({
    severity: "warning",
    cause: "content",
    about:
      "The text of a link says nothing of where it leads. Screen readers list links by their texts alone, and spam filters mistrust such links.",
    message: ({ text, href }) =>
      text === ""
        ? `The link to ${href} has no text.`
        : `The link “${text}” does not say that it leads to ${href}.`,
    hint: () => "Link the words that name what is behind the link.",
  }),
} as const;

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
