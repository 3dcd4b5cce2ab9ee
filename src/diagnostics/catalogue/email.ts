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
} as const;
