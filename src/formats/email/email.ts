import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { hasError, type Outcome, success } from "../../diagnostics/outcome.ts";
import type { Edition } from "../../edition/edition.ts";
import { fillLabel } from "../../edition/fill-label.ts";
import type { MailStylesheet } from "../../render/mail-stylesheet.ts";
import type { MailRenderer, MailView } from "../../render/render-mail.ts";
import type { Artifact } from "../artifact.ts";
import { addChart } from "./add-chart.ts";
import { addLogo } from "./add-logo.ts";
import { checkMessage } from "./check-message.ts";
import type { MailPolicy } from "./check-support.ts";
import { finishMarkup } from "./finish-markup.ts";
import { mailDocument } from "./mail-document.ts";
import { formOf, type MailImages, openMailImages } from "./mail-images.ts";
import { preheaderOf } from "./preheader.ts";

/** More rows than this are set as running text: a table of two years by month is longer than a phone. */
const TABLE_ROWS_MAX = 8;

/** Makes a message from an edition: HTML for every mail program, its images, and what a list of messages shows of it. */
export async function toEmail(
  edition: Edition,
  name: string,
  renderer: MailRenderer,
  policy: MailPolicy,
): Promise<Outcome<Artifact>> {
  const images = openMailImages(name);
  const preheader = preheaderOf(edition);
  const view: MailView = {
    preheader,
    logo: await addLogo(edition.organisation, images),
    chart: await addChart(edition.chart, renderer.style.properties, images),
    isLongTable: (edition.chart?.table.rows.length ?? 0) > TABLE_ROWS_MAX,
    reply: replyTo(edition),
  };
  const markup = renderer.render(edition, view);
  if (!markup.ok) return markup;

  const findings: Diagnostic[] = [];
  const finished = finishMarkup(await inlineStyle(markup.value, renderer.style), {
    linkOf: linksOf(edition),
    imageOf: (dataUrl, alt) => embed(dataUrl, alt, images, findings),
    classes: new Set(renderer.style.kept.join("").match(/(?<=\.)[A-Za-z_][\w-]*/g)),
  });
  const { kept: sheets, body, ground } = renderer.style;
  const html = mailDocument(edition, { markup: finished, preheader, sheets, body, ground });
  const artifact: Artifact = {
    format: "email",
    name: `${name}.email.html`,
    mediaType: "text/html; charset=utf-8",
    bytes: new TextEncoder().encode(html),
    pages: null,
    fit: null,
    mail: { subject: edition.title, preheader, images: images.list },
  };
  findings.push(...checkMessage(artifact, renderer.file, policy));
  return hasError(findings) ? { ok: false, diagnostics: findings } : success(artifact, findings);
}

/** The styles written into the elements; nothing is read from disk or the network for it. */
async function inlineStyle(markup: string, { inlined }: MailStylesheet): Promise<string> {
  // Loaded when it is needed: a native module that pages have no use for.
  const { inlineFragment } = await import("@css-inline/css-inline");
  return inlineFragment(markup, inlined, {
    loadRemoteStylesheets: false,
    inlineStyleTags: false,
    minifyCss: true,
  });
}

/** A message is no page: a reference leads to its source on the web, where that has an address. */
function linksOf({ sources }: Edition): (anchor: string) => string | undefined {
  const urls = new Map(sources.map(({ anchor, url }) => [anchor, url]));
  return (anchor) => urls.get(anchor)?.replaceAll("&", "&amp;");
}

function embed(dataUrl: string, alt: string, images: MailImages, findings: Diagnostic[]): string | undefined {
  const address = images.addEmbedded(dataUrl);
  if (address === undefined) findings.push(diagnose("email-image-form", { form: formOf(dataUrl), alt }));
  return address;
}

function replyTo({ author, title, labels }: Edition): MailView["reply"] {
  if (author === null || author.email === null) return null;
  const subject = encodeURIComponent(`Re: ${title}`).replaceAll("'", "%27");
  return {
    href: `mailto:${author.email}?subject=${subject}`,
    label: fillLabel(labels.fields.reply, { name: author.name }),
  };
}
