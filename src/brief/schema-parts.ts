import { z } from "zod";
import { fieldRoles } from "./field-roles.ts";
import { IDENTIFIER } from "./string-formats.ts";

// What the schema’s fields are made of.

const text = (max: number) => z.string().trim().min(1).max(max);
export const plain = (max: number) => text(max).register(fieldRoles, { role: "plain" });
export const markdown = (max: number) => text(max).register(fieldRoles, { role: "markdown-line" });
export const markdownBlocks = (max: number) => text(max).register(fieldRoles, { role: "markdown" });
export const day = z.iso.date();
export const identifier = z.stringFormat("identifier", IDENTIFIER).max(60);
export const sourceReference = identifier.clone().register(fieldRoles, { role: "source-reference" });
export const caveatReference = identifier.clone().register(fieldRoles, { role: "caveat-reference" });
export const audienceReference = identifier.clone().register(fieldRoles, { role: "audience-reference" });

export const sourceIds = z
  .array(sourceReference)
  .min(1)
  .meta({ description: "Ids of the sources that this rests on.", examples: [["v3-report"]] });
