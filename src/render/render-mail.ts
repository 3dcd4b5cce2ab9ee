import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Edition } from "../edition/edition.ts";
import { checkMailMarkup } from "./check-markup.ts";
import { MAIL_SHAPE } from "./checks/mail-shape.ts";
import { compileTemplates } from "./compile-templates.ts";
import { type MailStylesheet, readMailStylesheet } from "./mail-stylesheet.ts";
import { partialsOf, type TemplateSet } from "./template-set.ts";
import type { Theme } from "./theme/open-theme.ts";

/** What an e-mail’s templates see besides the edition, as `mail`. */
export interface MailView {
  readonly preheader: string;
  /** The organisation’s logo as an image that travels with the message. */
  readonly logo: MailImage | null;
  /** The chart as such an image. */
  readonly chart: MailImage | null;
  /** Whether the chart’s numbers are too many for a table of their own height. */
  readonly isLongTable: boolean;
  /** A ready answer to the author; null where no address is known. */
  readonly reply: MailLink | null;
}

/** An image of the message, by the size at which it is shown. */
export interface MailImage {
  /** For `<img src>`. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

export interface MailLink {
  readonly href: string;
  readonly label: string;
}

/** The templates of a set that make messages. */
export interface MailRenderer {
  readonly style: MailStylesheet;
  /** The file whose markup this is. */
  readonly file: string;
  /** Markup inside the 600 pixels of a message, checked to be closed; styles are not yet in the elements. */
  render(edition: Edition, mail: MailView): Outcome<string>;
}

/** What a set offers besides pages; each is checked and compiled when it is first asked for. */
export interface Mailroom {
  mail(): Outcome<MailRenderer>;
  text(): Outcome<TextRenderer>;
}

/** Opens the mailroom of `set`, whose messages look as `theme` says. */
export function openMailroom(set: TemplateSet, theme: Theme): Mailroom {
  let mail: Outcome<MailRenderer> | undefined;
  let text: Outcome<TextRenderer> | undefined;
  return {
    mail() {
      mail ??= openMailRenderer(set, theme);
      return mail;
    },
    text() {
      text ??= openTextRenderer(set);
      return text;
    },
  };
}

/** Checks and compiles the e-mail of `set`. */
export function openMailRenderer(set: TemplateSet, theme: Theme): Outcome<MailRenderer> {
  if (set.email === null) return failure([missing(set, "email.hbs and email.css")]);
  const { markup, style, extraStyles } = set.email;
  const sheet = readMailStylesheet(style, theme.emailCss, extraStyles);
  const print = compileTemplates(
    { root: markup, partials: partialsOf(set, "email") },
    "html",
    set.helpers,
    MAIL_SHAPE,
  );
  if (!print.ok || !sheet.ok) return failure([...print.diagnostics, ...sheet.diagnostics]);
  return success({
    style: sheet.value,
    file: markup.file,
    render(edition, mail) {
      const body = print.value({ ...edition, mail });
      if (!body.ok) return body;
      const unsafe = checkMailMarkup(body.value, markup.file);
      return unsafe.length > 0 ? failure(unsafe) : body;
    },
  });
}

/** Writes the text of one edition after the other, values between marks; see `layOutText`. */
export interface TextRenderer {
  render(edition: Edition): Outcome<string>;
}

/** Checks and compiles the plain text of `set`. */
export function openTextRenderer(set: TemplateSet): Outcome<TextRenderer> {
  if (set.text === null) return failure([missing(set, "text.hbs")]);
  const print = compileTemplates({ root: set.text, partials: partialsOf(set, "text") }, "text", set.helpers);
  return print.ok ? success({ render: print.value }) : print;
}

const missing = ({ name }: TemplateSet, files: string) => diagnose("email-template-missing", { name, files });
