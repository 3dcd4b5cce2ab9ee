import { entry } from "./entry.ts";

/** Findings on the live preview. */
export const previewCatalogue = {
  "preview-port": entry<{ port: number; reason: string }>({
    severity: "error",
    cause: "environment",
    about: "The preview’s page is served to this machine alone, and the port for it could not be opened.",
    message: ({ port, reason }) =>
      reason === "EADDRINUSE"
        ? `The preview cannot use port ${port}: another program has it, perhaps another preview.`
        : `The preview cannot use port ${port} (${reason}).`,
    hint: ({ port }) =>
      port === 0
        ? "Check whether a firewall or a policy of this machine forbids programs to listen on 127.0.0.1."
        : "Leave --port out, and a free one is taken.",
  }),
  "preview-no-brief": entry<{ folder: string }>({
    severity: "error",
    cause: "usage",
    about: "“brief preview” was not told which brief to show, and the project has none yet.",
    message: ({ folder }) => `There is no brief to show: ${folder} has none.`,
    hint: ({ folder }) => `Write a first brief with “brief new ${folder}/my-brief.yaml”, or name a file.`,
  }),
  "preview-not-shown": entry<{ address: string }>({
    severity: "info",
    cause: "environment",
    about: "The preview’s page could not be opened in a browser by itself.",
    message: () => "No browser could be opened to show the preview.",
    hint: ({ address }) => `Open ${address} yourself.`,
  }),
  "theme-of-other-template": entry<{ template: string; own: string }>({
    severity: "error",
    cause: "content",
    about:
      "Tokens in brief.config.yaml are those of the template set that it names. The preview shows another set, whose tokens would not be read from there.",
    message: ({ template, own }) =>
      `These values are for the template set ${template}, but brief.config.yaml is about ${own}. Nothing was written.`,
    hint: ({ template }) => `Set “template: ${template}” in brief.config.yaml first, and keep them then.`,
  }),
  "theme-of-brief": entry<{ token: string }>({
    severity: "error",
    cause: "content",
    about:
      "A brief can set tokens for itself alone, which goes before what the project says. A value that is kept for the project would not be seen in this brief.",
    message: ({ token }) =>
      `This brief sets ${token} itself, so the project’s value would not show. Nothing was written.`,
    hint: ({ token }) => `Change ${token} under “theme:” in the brief, or remove it there.`,
  }),
  "theme-not-kept": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "The preview writes tokens into brief.config.yaml only when it can read what stands there.",
    message: ({ file }) => `${file} has a fault, so nothing was written into it.`,
    hint: () => "Mend it first; the findings say where.",
  }),
} as const;
