import { entry } from "./entry.ts";

/** Findings on brands and themes: colours, typefaces, tokens, and what an organisation calls its classes. */
export const themeCatalogue = {
  "theme-unknown-token": entry<{
    token: string;
    set: string;
    tokens: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about: "A theme sets a design token that the template set does not have.",
    message: ({ token, set }) => `The template set “${set}” has no design token “${token}”.`,
    hint: ({ suggestion, tokens }) => {
      if (suggestion !== undefined) return `Did you mean “${suggestion}”?`;
      return tokens.length === 0 ? "It has none at all." : `It has ${tokens.join(", ")}.`;
    },
  }),
  "theme-value": entry<{
    setting: string;
    written: string;
    problem: string;
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about: "A brand or a theme gives a design token a value that it cannot have.",
    message: ({ setting, written, problem }) => `“${setting}” cannot be ${written}: ${problem}.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean “${suggestion}”?`),
  }),
  "theme-contrast": entry<Contrast>({
    severity: "error",
    cause: "content",
    about:
      "A colour that a theme or a template set names stands out too little from its ground to be read (WCAG 2.2, 1.4.3 and 1.4.11). What a theme sets is never changed behind its back, so it is refused.",
    message: ({ token, colour, ground, groundColour, ratio, needed, isDark }) =>
      `“${token}” is ${colour}, which has a contrast of ${ratio} on “${ground}” (${groundColour})${onDark(isDark)}; it needs ${needed}.`,
    hint: ({ nearest, isDark }) => {
      if (nearest === undefined)
        return "No colour stands out enough from all its grounds; change one of them.";
      return isDark
        ? `The nearest colour that works is ${nearest}; left out, the one for dark screens is worked out.`
        : `The nearest colour that works is ${nearest}.`;
    },
  }),
  "theme-ground": entry<Ground>({
    severity: "error",
    cause: "content",
    about:
      "A ground that a theme or a template set names is neither light nor dark enough for any words to be read on it.",
    message: ({ token, colour, words, ratio, needed, isDark }) =>
      `“${token}” is ${colour}${onDark(isDark)}, on which no colour can have the contrast of ${needed} that “${words}” needs there; the most is ${ratio}.`,
    hint: ({ nearest }) => `The nearest ground that works is ${nearest}.`,
  }),
  "brand-colour-moved": entry<{
    role: string;
    colour: string;
    ground: string;
    groundColour: string;
    ratio: string;
    isDark: boolean;
    moved: readonly { token: string; colour: string; needed: string }[];
  }>({
    severity: "info",
    cause: "content",
    about:
      "A colour of the brand stands out too little for words or marks, so these take the nearest one of the same hue that can be read. Areas keep the brand’s own.",
    message: ({ role, colour, ground, groundColour, ratio, isDark, moved }) =>
      `The brand’s ${role} ${colour} has a contrast of ${ratio} on “${ground}” (${groundColour})${onDark(isDark)}. Where that is too little, the page has ${moved.map(({ token, colour: other, needed }) => `${other} for “${token}” (${needed})`).join(", ")}.`,
    hint: () =>
      "There is nothing to do. Areas keep the brand’s own colour, with words on them that can be read.",
  }),
  "brand-ground-moved": entry<Ground>({
    severity: "info",
    cause: "content",
    about:
      "A ground of the brand is neither light nor dark enough for words to be read on it, so the nearest one that is takes its place.",
    message: ({ token, colour, words, ratio, needed, nearest, isDark }) =>
      `The brand’s ${token} ${colour}${onDark(isDark)} allows no more contrast than ${ratio}, and “${words}” needs ${needed}; the page has ${nearest}.`,
  }),
  "font-package-missing": entry<{ family: string; package: string }>({
    severity: "error",
    cause: "content",
    about: "The package that a typeface is to be embedded from is not installed.",
    message: ({ family, package: name }) =>
      `The package ${name} of the typeface “${family}” is not installed.`,
    hint: ({ package: name }) => `Install it in the project: npm install ${name}`,
  }),
  "font-face-nearest": entry<{ family: string; asked: readonly string[]; taken: readonly string[] }>({
    severity: "info",
    cause: "content",
    about:
      "A typeface does not have every weight or style that the template set uses; the nearest it has is taken.",
    message: ({ family, asked, taken }) =>
      `“${family}” has no ${asked.join(", ")}; the page has the nearest, ${taken.join(", ")}.`,
  }),
  "font-file": entry<{ file: string; problem: string }>({
    severity: "error",
    cause: "content",
    about:
      "A font file that a brand or a theme names cannot be embedded: it is not there, lies outside the project, is too large or is no font.",
    message: ({ file, problem }) => `The font file ${file} cannot be embedded: ${problem}.`,
    hint: () =>
      "Keep it inside the project, as WOFF2, WOFF, OTF or TTF of at most 1 MB; WOFF2 is the smallest.",
  }),
  "font-script-missing": entry<{
    script: string;
    sample: string;
    package?: string | undefined;
    family?: string | undefined;
  }>({
    severity: "warning",
    cause: "content",
    about:
      "A page has words in a script that none of its typefaces has, so they look different on every machine, or are boxes.",
    message: ({ script, sample }) =>
      `The page has ${script} characters (${sample}) that none of its typefaces has, so every machine shows them otherwise, or as boxes.`,
    hint: ({ package: name, family }) =>
      name === undefined
        ? "Name a typeface that has them under brand.fonts.also in brief.config.yaml."
        : `Run npm install ${name}, then add it to brand.fonts.also in brief.config.yaml: { family: ${family}, package: "${name}" }`,
  }),
  "classification-unknown": entry<{
    classification: string;
    known: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about: "A brief has a classification that the organisation does not list under brand.classifications.",
    message: ({ classification, known }) =>
      `“${classification}” is no classification of this project; it has ${known.map((name) => `“${name}”`).join(", ")}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Take one of them, or add it to brand.classifications in brief.config.yaml."
        : `Did you mean “${suggestion}”?`,
  }),
} as const;

type Contrast = {
  readonly token: string;
  readonly colour: string;
  readonly ground: string;
  readonly groundColour: string;
  readonly ratio: string;
  readonly needed: string;
  readonly isDark: boolean;
  readonly nearest: string | undefined;
};

type Ground = {
  readonly token: string;
  readonly colour: string;
  readonly words: string;
  readonly ratio: string;
  readonly needed: string;
  readonly isDark: boolean;
  readonly nearest: string;
};

const onDark = (isDark: boolean): string => (isDark ? " on dark screens" : "");
