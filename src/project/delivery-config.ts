import { z } from "zod";

const file = z.string().min(1);
/** A name of the domain system, in ASCII. */
const domain = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, "it must be a domain such as example.com");
const headerText = z
  .string()
  .min(1)
  .max(78)
  .regex(/^\P{Cc}+$/u, "it must be one line");

const smtpSchema = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9.:-]+$/i, "it must be a host such as smtp.example.com")
    .meta({ description: "The server that takes the messages." }),
  port: z.int().min(1).max(65_535).default(587).meta({ description: "Its port; 465 goes with `tls`." }),
  security: z
    .enum(["starttls", "tls", "none"])
    .default("starttls")
    .meta({ description: "How the connection is encrypted; `none` for a server on this machine alone." }),
  user: headerText
    .optional()
    .meta({ description: "Name to log in with; EXECBRIEF_SMTP_USER goes before it." }),
  passwordFile: file.optional().meta({
    description:
      "File with the password, readable by its owner alone; EXECBRIEF_SMTP_PASSWORD goes before it.",
  }),
  caFile: file.optional().meta({ description: "Certificates to trust besides the system’s, PEM." }),
});

const unsubscribeSchema = z
  .strictObject({
    url: z
      .string()
      .regex(/^https:\/\/[^\s<>",]+$/, "it must be an https address")
      .optional()
      .meta({
        description: "Takes a POST to unsubscribe (RFC 8058); `{email}` and `{column}` are filled in.",
      }),
    mailto: z.email().optional().meta({ description: "Address that takes a message to unsubscribe." }),
  })
  .refine(({ url, mailto }) => url !== undefined || mailto !== undefined, "it must have a url or a mailto");

/** How briefs are mailed. */
export const deliverySchema = z.strictObject({
  smtp: smtpSchema.optional().meta({ description: "The server for `brief send`." }),
  from: z
    .strictObject({ name: headerText.optional(), address: z.email() })
    .optional()
    .meta({ description: "Who the messages come from." }),
  replyTo: z.email().optional().meta({ description: "Where answers go." }),
  unsubscribe: unsubscribeSchema.optional().meta({ description: "How a reader leaves the list." }),
  allowedDomains: z
    .array(domain)
    .default([])
    .meta({ description: "Domains that mail may go to; any when empty." }),
  rate: z.int().min(1).max(6000).default(60).meta({ description: "Messages a minute, at most." }),
  pauseAfter: z
    .int()
    .min(1)
    .max(1000)
    .default(10)
    .meta({ description: "Failures in a row after which a run pauses." }),
  folder: file.default(".delivery").meta({ description: "Folder of the ledger and of approvals." }),
  suppressed: file.optional().meta({ description: "CSV file of addresses that must not be written to." }),
  dkim: z
    .strictObject({
      domain,
      selector: domain.or(z.string().regex(/^[a-z0-9-]+$/i)),
      keyFile: file.optional(),
    })
    .optional()
    .meta({ description: "Signs the messages; the key is in keyFile or EXECBRIEF_DKIM_KEY." }),
});
