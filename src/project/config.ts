import { z } from "zod";
import { BUILT_IN_AUDIENCES } from "../brief/parse-brief.ts";
import { FORMAT_NAMES } from "../formats/artifact.ts";
import { DEFAULT_CLIENTS } from "../formats/email/check-support.ts";
import { MAIL_CLIENTS } from "../formats/email/client-support.ts";
import { PAGE_SIZES } from "../formats/pdf-printer.ts";
import { brandSchema } from "../render/theme/brand.ts";
import { themeSchema } from "../render/theme/token.ts";
import { deliverySchema } from "./delivery-config.ts";

const pageSizeNames = Object.keys(PAGE_SIZES) as [keyof typeof PAGE_SIZES];

const audienceSchema = z.strictObject({
  label: z
    .union([z.string().min(1).max(40), z.record(z.string(), z.string().min(1).max(40))], {
      error: "it must be one text, or one text a locale, of at most 40 characters each",
    })
    .meta({ description: "The audience’s name on the page; one text, or one a locale." }),
});

/** What the editorial check of a project asks for. */
const editorialSchema = z.strictObject({
  rules: z
    .record(z.string(), z.enum(["off", "info", "warning", "error"]))
    .default({})
    .meta({ description: "Severity of single rules by their code, or `off`." }),
  sourceMaxAgeMonths: z
    .int()
    .min(1)
    .max(600)
    .default(18)
    .meta({ description: "Age, at the date of the brief, from which a source is stale." }),
  allowLocalLinks: z
    .boolean()
    .default(false)
    .meta({ description: "Whether `brief check --online` asks addresses of private networks too." }),
});

/** What a project asks of its messages. */
const emailSchema = z.strictObject({
  clients: z
    .array(z.enum(MAIL_CLIENTS))
    .min(1)
    .default([...DEFAULT_CLIENTS])
    .meta({ description: "Mail programs whose readers must miss nothing." }),
  allow: z.array(z.string().min(1)).default([]).meta({
    description: "HTML and CSS that messages may use though some of these programs do not know it.",
  }),
});

const signWords = z
  .string()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}+$/u, "it must be one line");

/** How PDF files are signed. */
const signSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "PKCS #12 file with key and certificate; `--sign` goes before it." }),
  passwordFile: z.string().min(1).optional().meta({
    description:
      "File with its password, readable by its owner alone; EXECBRIEF_SIGN_PASSWORD goes before it.",
  }),
  reason: signWords.optional().meta({ description: "Why it is signed, as PDF readers show it." }),
  location: signWords.optional().meta({ description: "Where it is signed, as PDF readers show it." }),
});

/** What brief.config.yaml may say; the command line overrides it. */
export const configSchema = z.strictObject({
  template: z.string().min(1).default("executive").meta({ description: "Template set." }),
  locale: z.string().min(2).default("en").meta({ description: "Locale of briefs that name none." }),
  page: z.enum(pageSizeNames).default("A4").meta({ description: "Paper." }),
  pages: z.int().min(1).max(20).default(1).meta({ description: "Sheets that an edition may fill." }),
  formats: z
    .array(z.enum(FORMAT_NAMES))
    .min(1)
    .default(["pdf", "html"])
    .meta({ description: "Formats to build." }),
  pdf: z
    .strictObject({
      source: z.boolean().default(true).meta({
        description:
          "Whether a PDF carries the brief that it was made from, and a seal by which changes are found.",
      }),
      sign: signSchema.optional().meta({ description: "With what PDF files are signed." }),
    })
    .prefault({})
    .meta({ description: "What PDF files carry." }),
  briefs: z
    .string()
    .min(1)
    .default("briefs")
    .meta({ description: "Folder of the briefs, seen from the project." }),
  out: z
    .string()
    .min(1)
    .default("output")
    .meta({ description: "Folder for the artifacts, seen from the project." }),
  organisation: z
    .strictObject({
      name: z.string().min(1).max(80),
      logo: z.string().min(1).optional().meta({ description: "Image file inside the project." }),
    })
    .optional()
    .meta({ description: "Who publishes the briefs." }),
  brand: brandSchema
    .extend({
      footer: z
        .string()
        .min(1)
        .max(160)
        .optional()
        .meta({ description: "Stands at the foot of every page." }),
      classifications: z
        .record(z.string().min(1).max(40), z.string().min(1).max(80))
        .default({})
        .meta({ description: "What pages say of each classification that briefs may have." }),
    })
    .prefault({})
    .meta({ description: "What your pages look like, in every template set." }),
  theme: themeSchema.default({}).meta({ description: "Design tokens of the template set named above." }),
  helpers: z
    .string()
    .regex(/\.m?js$/, "it must be a JavaScript module, such as helpers.mjs")
    .optional()
    .meta({ description: "Module of the project that adds helpers to its templates." }),
  audiences: z
    .record(
      z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "an audience’s id has small letters, digits and hyphens"),
      audienceSchema,
    )
    .default({})
    .meta({ description: "Audiences besides c-level and marketing." }),
  delivery: deliverySchema.optional().meta({ description: "How briefs are mailed." }),
  email: emailSchema.prefault({}).meta({ description: "What messages are held to." }),
  editorial: editorialSchema.prefault({}).meta({ description: "What the editorial check asks for." }),
});

export type Config = z.infer<typeof configSchema>;

/** The id of every audience of the project, built in or configured. */
export const audienceIds = (config: Config): string[] => [
  ...new Set([...BUILT_IN_AUDIENCES, ...Object.keys(config.audiences)]),
];
