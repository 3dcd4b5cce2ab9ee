import { escapeHtml } from "../../edition/escape-html.ts";
import type { Artifact } from "../artifact.ts";
import { CLIPPED_BYTES, LARGE_BYTES } from "./check-message.ts";
import { PROOF_STYLE } from "./proof-style.ts";
import { type ProofView, proofView } from "./proof-view.ts";

/** What a proof says besides the message itself. */
export interface ProofFacts {
  /** Name that a list of messages shows. */
  readonly sender: string;
}

/** The views of a proof, in the order in which they stand. */
const VIEWS: readonly (ProofView & {
  readonly title: string;
  readonly note: string;
  readonly widthPx: number;
})[] = [
  { title: "Desktop", note: "600 px in a light window", widthPx: 640 },
  { title: "Phone", note: "375 px", widthPx: 375, isNarrow: true },
  { title: "Dark", note: "where the program follows the reader’s scheme", widthPx: 640, isDark: true },
  { title: "Phone, dark", note: "375 px", widthPx: 375, isNarrow: true, isDark: true },
  { title: "Images off", note: "as many programs begin", widthPx: 640, hasImages: false },
  {
    title: "Outlook for Windows, approximately",
    note: "not Outlook itself: this browser, without the styles that Outlook does not know by the data of caniemail.com",
    widthPx: 640,
    isOutlook: true,
  },
];

/**
 * A page that shows a message as its readers will have it: self-contained, without scripts. It is a tool’s page and no
 * brief; the message stands in shadow trees, so that neither style reaches the other.
 */
export function proofPage({ bytes, mail, name }: Artifact, { sender }: ProofFacts): string {
  const html = new TextDecoder().decode(bytes);
  const { subject = "", preheader = "", images = [] } = mail ?? {};
  const addresses = new Map(
    images.map(({ contentId, mediaType, bytes: image }) => [
      contentId,
      `data:${mediaType};base64,${Buffer.from(image).toString("base64")}`,
    ]),
  );
  const row = listRow({ sender, subject, preheader });
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">\n`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n',
    `<title>Proof of ${escapeHtml(name)}</title>\n<style>${PROOF_STYLE}</style>\n</head>\n<body>\n`,
    `<header><h1>${escapeHtml(subject)}</h1><p>${escapeHtml(name)}</p></header>\n`,
    `<section><h2>In the list of messages</h2><div class="list wide">${row}</div><div class="list slim">${row}</div></section>\n`,
    `<section><h2>Size</h2>${sizeGauge(bytes.length)}</section>\n`,
    '<section class="views">\n',
    ...VIEWS.map(
      ({ title, note, widthPx, ...view }) =>
        `<figure style="width:${widthPx}px"><figcaption><b>${title}</b> ${note}</figcaption><div class="screen"><template shadowrootmode="open">${proofView(html, addresses, view)}</template></div></figure>\n`,
    ),
    "</section>\n</body>\n</html>\n",
  ].join("");
}

function listRow({
  sender,
  subject,
  preheader,
}: ProofFacts & { subject: string; preheader: string }): string {
  return [
    `<span class="sender">${escapeHtml(sender)}</span>`,
    '<span class="date">08:00</span>',
    `<span class="line"><span class="subject">${escapeHtml(subject)}</span> <span class="preheader">${escapeHtml(preheader)}</span></span>`,
  ].join("");
}

/** How far the message is from the line at which Gmail cuts. */
function sizeGauge(bytes: number): string {
  const share = (part: number) => `${Math.min(100, (part / CLIPPED_BYTES) * 100).toFixed(1)}%`;
  const number = (count: number) => count.toLocaleString("en");
  const left = CLIPPED_BYTES - bytes;
  const verdict =
    left >= 0
      ? `${number(left)} bytes left before Gmail cuts it off`
      : `Gmail cuts off the last ${number(-left)} bytes`;
  return [
    `<p>${number(bytes)} of ${number(CLIPPED_BYTES)} bytes of HTML: <b>${verdict}</b>.</p>`,
    `<div class="gauge"><div class="filled" style="width:${share(bytes)}"></div><div class="mark" style="left:${share(LARGE_BYTES)}"></div></div>`,
  ].join("");
}
