import { type Outcome, success } from "../../diagnostics/outcome.ts";
import type { Edition } from "../../edition/edition.ts";
import type { MailRenderer, MailView } from "../../render/render-mail.ts";
import type { Artifact } from "../artifact.ts";
import { finishMarkup } from "./finish-markup.ts";
import { mailDocument } from "./mail-document.ts";
import { openMailImages } from "./mail-images.ts";
import { preheaderOf } from "./preheader.ts";

/** A message from an edition: HTML for every mail program, its images, and what a list of messages shows of it. */
export async function toEmail(
  edition: Edition,
  name: string,
  renderer: MailRenderer,
): Promise<Outcome<Artifact>> {
  const images = openMailImages(name);
  const preheader = preheaderOf(edition);
  const view: MailView = { preheader, logo: null, chart: null, reply: replyTo(edition) };
  const markup = renderer.render(edition, view);
  if (!markup.ok) return markup;

  const { inlined, kept, body, ground } = renderer.style;
  // Loaded when it is needed: a native module that pages have no use for.
  const { inlineFragment } = await import("@css-inline/css-inline");
  const styled = inlineFragment(markup.value, inlined, {
    loadRemoteStylesheets: false,
    inlineStyleTags: false,
    minifyCss: true,
  });
  const finished = finishMarkup(styled, {
    linkOf: linksOf(edition),
    imageOf: images.addEmbedded,
    classes: new Set(kept.join("").match(/(?<=\.)[A-Za-z_][\w-]*/g)),
  });
  const html = mailDocument(edition, { markup: finished, preheader, sheets: kept, body, ground });
  const artifact: Artifact = {
    format: "email",
    name: `${name}.email.html`,
    mediaType: "text/html; charset=utf-8",
    bytes: new TextEncoder().encode(html),
    pages: null,
    fit: null,
    mail: { subject: edition.title, preheader, images: images.list },
  };
  return success(artifact);
}

/** A message is no page: a reference leads to its source on the web, where that has an address. */
function linksOf({ sources }: Edition): (anchor: string) => string | undefined {
  const urls = new Map(sources.map(({ anchor, url }) => [anchor, url]));
  return (anchor) => urls.get(anchor)?.replaceAll("&", "&amp;");
}

function replyTo({ author, title }: Edition): MailView["reply"] {
  if (author?.email == null) return null;
  return { href: `mailto:${author.email}?subject=${encodeURIComponent(`Re: ${title}`)}`, label: author.name };
}
