import { z } from "zod";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Outcome } from "../diagnostics/outcome.ts";
import { parseSettings, type Settings } from "./parse-settings.ts";

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

/** What template.yaml declares. */
const manifestSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  fonts: z.array(fontFaceSchema).max(16).default([]).meta({ description: "Faces embedded in every page." }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type FontFace = z.infer<typeof fontFaceSchema>;

/** Reads template.yaml. */
export const parseManifest = (text: string, file: string): Outcome<Settings<Manifest>> =>
  parseSettings(manifestSchema, text, file, ({ key, problem, suggestion }, where) =>
    diagnose("template-manifest", { key, problem, suggestion }, where),
  );
