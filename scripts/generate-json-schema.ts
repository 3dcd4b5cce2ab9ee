import { briefJsonSchema } from "../src/brief/json-schema.ts";

/** The text of schema/brief.schema.json, which editors use. */
export const generateJsonSchema = (): string => `${JSON.stringify(briefJsonSchema(), null, 2)}\n`;
