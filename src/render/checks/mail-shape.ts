import type { Edition } from "../../edition/edition.ts";
import { EDITION_SHAPE } from "../../edition/edition-shape.ts";
import { group, number, optional, part, text, yesNo } from "../../edition/shape/fields.ts";
import type { MailImage, MailLink, MailView } from "../render-mail.ts";

const image = group<MailImage>(
  "MailImage",
  "An image that travels with the message, by the size at which it is shown.",
  {
    src: text("for `<img src>`", { purpose: "image" }),
    width: number("its width in pixels"),
    height: number("its height in pixels"),
  },
);

const link = group<MailLink>("MailLink", "", {
  href: text("for `<a href>`", { purpose: "link" }),
  label: text("the words of the button"),
});

const mail = group<MailView>("Mail", "What templates of messages see besides the edition, as `mail`.", {
  preheader: text("the line that lists of messages show after the subject; already in the message"),
  logo: optional(part("the organisation’s logo", image)),
  chart: optional(part("the chart as an image", image)),
  isLongTable: yesNo("whether the chart’s numbers are too many for a table of their own height"),
  reply: optional(part("a ready answer to the author; absent where no address is known", link)),
});

/** The shape of what templates of messages see. */
export const MAIL_SHAPE = group<Edition & { readonly mail: MailView }>("Edition", EDITION_SHAPE.about, {
  ...EDITION_SHAPE.fields,
  mail: part("what is of messages alone", mail),
});
