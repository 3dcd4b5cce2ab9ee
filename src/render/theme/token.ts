import { z } from "zod";

// What a template set lets others change by name: its design tokens (W3C Design Tokens, reduced to what a brief needs).

/** Names that every set understands, so that a brand fits all of them; a set’s own tokens may carry any other. */
export const COLOUR_ROLES = ["paper", "ink", "quiet", "accent", "on-accent", "tint", "rule"] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];

/** The two faces of a brand. */
export const FONT_ROLES = ["headings", "text"] as const;

/** A token’s name becomes a custom property: `accent` is `var(--accent)`. */
export const TOKEN_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const description = z.string().min(1).max(200).meta({ description: "What it changes, for the designer." });
const fontName = z
  .string()
  .regex(/^[\w .-]+$/, "a font name has letters, digits, spaces, points and hyphens")
  .max(60);
const fontPackage = z
  .string()
  .regex(/^@fontsource\/[a-z0-9-]+$/, "it must be a package such as @fontsource/inter");
const fontFaceName = z
  .string()
  .regex(/^[1-9]00(?: italic)?$/, "a face is a weight such as 400, or 400 italic")
  .meta({ description: "A face that the style sheet uses.", examples: ["400", "600", "400 italic"] });

/** A colour on light paper and, where it differs, on a dark screen; a dark one that is left out is worked out. */
export const colourPair = z.strictObject({ light: z.string().min(1), dark: z.string().min(1).optional() });

const colourToken = z.strictObject({
  type: z.literal("colour"),
  description,
  default: z
    .union([z.string().min(1), colourPair])
    .meta({ description: "A CSS colour; `{ light, dark }` where a dark screen has another." }),
  role: z.enum(COLOUR_ROLES).optional().meta({ description: "Which colour of a brand it takes." }),
  on: z
    .array(z.string())
    .default([])
    .meta({ description: "Tokens that it stands on, as text or as a mark." }),
  contrast: z.number().min(1).max(21).default(4.5).meta({
    description:
      "Least contrast with each of these, as WCAG 2.2 counts: 4.5 for text, 3 for large text and marks.",
  }),
});

/** A typeface. `family` alone is one of the reader’s machine; with a package its faces are embedded. */
export const fontSchema = z.strictObject(
  {
    family: fontName,
    fallback: z
      .string()
      .regex(/^[\w\s",'.-]{1,200}$/, "it must be a list such as Arial, sans-serif")
      .optional()
      .meta({
        description:
          "What takes its place in messages and where it is absent; the set’s own, or what suits its package.",
      }),
    package: fontPackage.optional().meta({ description: "The @fontsource package to embed it from." }),
    files: z
      .array(
        z.strictObject({
          file: z.string().min(1).meta({ description: "WOFF2, WOFF, OTF or TTF." }),
          weight: z.int().min(1).max(1000).default(400),
          style: z.enum(["normal", "italic"]).default("normal"),
        }),
      )
      .max(12)
      .optional()
      .meta({ description: "Font files to embed instead of a package." }),
  },
  {
    error: ({ code }) =>
      code === "invalid_type"
        ? 'it must be a typeface such as { family: Inter, package: "@fontsource/inter" }'
        : undefined,
  },
);

const fontToken = z.strictObject({
  type: z.literal("font"),
  description,
  default: fontSchema.meta({
    description: "The typeface: `family`, and the `package` or `files` to embed it from.",
  }),
  fallback: z
    .string()
    .min(1)
    .meta({
      description: "Faces to use where that one is absent, as CSS lists them.",
      examples: ["Georgia, serif"],
    }),
  email: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Faces in messages, which embed none; `fallback` when left out." }),
  faces: z.array(fontFaceName).min(1).max(8).default(["400"]).meta({
    description: "The faces that the style sheets use, such as `600` or `400 italic`; each is embedded.",
  }),
  role: z.enum(FONT_ROLES).optional().meta({ description: "Which face of a brand it takes." }),
});

/** A number with a unit that paper knows. */
const length = z
  .string()
  .regex(/^-?(?:\d+|\d*\.\d+)(?:mm|cm|pt|px|in|em|rem)$/, "it must be a length such as 9mm or 0.5rem");

const lengthToken = z.strictObject({
  type: z.literal("length"),
  description,
  default: length.meta({ description: "A length with its unit: `9mm`, `0.5rem`." }),
  min: length.optional().meta({ description: "The least that others may set, in the same unit." }),
  max: length.optional().meta({ description: "The most that others may set, in the same unit." }),
});

const numberToken = z.strictObject({
  type: z.literal("number"),
  description,
  default: z.number().meta({ description: "A number." }),
  min: z.number().optional().meta({ description: "The least that others may set." }),
  max: z.number().optional().meta({ description: "The most that others may set." }),
});

const choiceToken = z.strictObject({
  type: z.literal("choice"),
  description,
  default: z.string().meta({ description: "One of the options." }),
  options: z
    .array(z.string().regex(TOKEN_NAME, "an option has small letters, digits and hyphens"))
    .min(2)
    .max(12)
    .meta({
      description: 'Written into the page as an attribute of the html element: data-<token>="<option>".',
    }),
});

/** One design token as template.yaml declares it. */
export const tokenSchema = z.discriminatedUnion("type", [
  colourToken,
  fontToken,
  lengthToken,
  numberToken,
  choiceToken,
]);

export const tokensSchema = z.record(
  z.string().regex(TOKEN_NAME, "a token’s name has small letters, digits and hyphens"),
  tokenSchema,
);

/** What a project, a brief or a set that extends another may set a token to. */
export const themeSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), colourPair, fontSchema], {
    error: 'it must be a text, such as "#0b5394" in quotes, a number, { light, dark } or { family, package }',
  }),
);

export type Token = z.infer<typeof tokenSchema>;
export type ColourToken = z.infer<typeof colourToken>;
export type FontToken = z.infer<typeof fontToken>;
export type Font = z.infer<typeof fontSchema>;
export type Tokens = Readonly<Record<string, Token>>;
export type ThemeValues = z.infer<typeof themeSchema>;
