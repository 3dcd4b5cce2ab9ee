import { z } from "zod";
import { COLOUR_ROLES, colourPair, fontSchema } from "./token.ts";

const colour = z.union([z.string().min(1), colourPair], {
  error: 'it must be a colour such as "#0b5394", in quotes, or { light, dark }',
});

/** What a brand looks like, for every template set. */
export const brandSchema = z.strictObject({
  colours: z
    .partialRecord(z.enum(COLOUR_ROLES), colour)
    .default({})
    .meta({ description: "Colours by what they do; the rest of the palette is worked out from them." }),
  fonts: z
    .strictObject({
      headings: fontSchema.optional(),
      text: fontSchema.optional(),
      also: z
        .array(fontSchema)
        .max(8)
        .default([])
        .meta({ description: "Typefaces for alphabets that the others do not have." }),
    })
    .prefault({})
    .meta({ description: "Typefaces of the brand." }),
});

export type Brand = z.infer<typeof brandSchema>;
