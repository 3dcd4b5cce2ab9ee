import { z } from "zod";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import type { Outcome } from "../diagnostics/outcome.ts";
import { parseSettings, type Settings, type SettingsFault } from "./parse-settings.ts";
import { themeSchema, tokensSchema } from "./theme/token.ts";

const fontFaceSchema = z.strictObject({
  family: z
    .string()
    .regex(/^[\w .-]+$/, "a font name has letters, digits, spaces, points and hyphens")
    .meta({ description: "Name used in page.css." }),
  package: z
    .string()
    .regex(/^@fontsource\/[a-z0-9-]+$/, "it must be a package such as @fontsource/inter")
    .meta({ description: "The @fontsource package that holds the font." }),
  weight: z.int().min(100).max(900),
  style: z.enum(["normal", "italic"]).default("normal"),
});

const name = z.string().min(1).max(60).meta({ description: "Name of the set, for people." });
const description = z.string().min(1).max(200).meta({ description: "What it looks like, in one line." });

/** What the template.yaml of a set declares that stands on its own. */
const completeSchema = z.strictObject({
  name,
  description,
  extends: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "The template set that gives every file this folder does not have." }),
  tokens: tokensSchema.default({}).meta({ description: "What others may change by name." }),
  theme: themeSchema.default({}).meta({ description: "Values for tokens of the set that this one extends." }),
  fonts: z
    .array(fontFaceSchema)
    .max(16)
    .default([])
    .meta({ description: "Faces embedded in every page, besides those of the font tokens." }),
});

/** What template.yaml declares; a set that extends another may leave out what that one says. */
export const manifestSchema = completeSchema.extend({
  name: name.optional(),
  description: description.optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
/** A manifest with all that its set inherits. */
export type CompleteManifest = z.infer<typeof completeSchema>;
export type FontFace = z.infer<typeof fontFaceSchema>;

/** Reads template.yaml. */
export const parseManifest = (text: string, file: string): Outcome<Settings<Manifest>> =>
  /^extends\s*:/m.test(text)
    ? parseSettings(manifestSchema, text, file, explain)
    : parseSettings(completeSchema, text, file, explain);

const explain = ({ key, problem, suggestion }: SettingsFault, where: Place) =>
  diagnose("template-manifest", { key, problem, suggestion }, where);
