import { parseDocument } from "yaml";
import { z } from "zod";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";

const fontFaceSchema = z.strictObject({
  family: z
    .string()
    .regex(/^[\w .-]+$/)
    .meta({ description: "Name used in page.css." }),
  package: z
    .string()
    .regex(/^@fontsource\/[a-z0-9-]+$/)
    .meta({ description: "The @fontsource package that holds the font." }),
  weight: z.int().min(100).max(900),
  style: z.enum(["normal", "italic"]).default("normal"),
});

/** What template.yaml declares. */
export const manifestSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  fonts: z.array(fontFaceSchema).max(16).default([]).meta({ description: "Faces embedded in every page." }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type FontFace = z.infer<typeof fontFaceSchema>;

/** Reads template.yaml. */
export function parseManifest(text: string, file: string): Outcome<Manifest> {
  const where = { file, line: 1, column: 1, text };
  const document = parseDocument(text);
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined) {
    const [at] = syntaxError.linePos ?? [{ line: 1, col: 1 }];
    const place = { ...where, line: at.line, column: at.col };
    return failure([
      diagnose("template-manifest", { problem: syntaxError.code.toLowerCase().replaceAll("_", " ") }, place),
    ]);
  }
  const parsed = manifestSchema.safeParse(document.toJS());
  if (parsed.success) return success(parsed.data);
  return failure(
    parsed.error.issues.map((issue) =>
      diagnose(
        "template-manifest",
        { problem: `${issue.path.join(".") || "the file"}: ${issue.message}` },
        where,
      ),
    ),
  );
}
