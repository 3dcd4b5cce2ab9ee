import type { Edition } from "../../edition/edition.ts";
import { escapeHtml } from "../../edition/escape-html.ts";
import type { Declaration } from "../../render/parse-stylesheet.ts";
import { forOutlook, LAYOUT_TABLE, OUTLOOK_HEAD } from "./outlook.ts";

/** A message’s body and what goes around it. */
export interface MailBody {
  /** Finished markup of the 600 pixels. */
  readonly markup: string;
  readonly preheader: string;
  /** Style sheets that improve what needs none, one element each. */
  readonly sheets: readonly string[];
  /** What the body element and the cell around the message get. */
  readonly body: readonly Declaration[];
  readonly ground: readonly Declaration[];
}

/** The complete document around a message: the same for every template, so that none can open it. */
export function mailDocument(
  edition: Edition,
  { markup, preheader, sheets, body, ground }: MailBody,
): string {
  const lang = escapeHtml(edition.lang);
  const title = escapeHtml(edition.title);
  const bodyStyle = ["margin:0", "padding:0", ...body.map(styleText)].join(";");
  return [
    "<!DOCTYPE html>\n",
    `<html lang="${lang}" dir="${edition.dir}" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\n`,
    '<head>\n<meta charset="utf-8">\n',
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n',
    '<meta name="x-apple-disable-message-reformatting">\n',
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">\n',
    '<meta name="color-scheme" content="light dark">\n<meta name="supported-color-schemes" content="light dark">\n',
    `<title>${title}</title>\n${OUTLOOK_HEAD}\n`,
    "<style>:root{color-scheme:light dark;supported-color-schemes:light dark}</style>\n",
    ...sheets.map((css) => `<style>${css}</style>\n`),
    `</head>\n<body class="body" style="${bodyStyle}">\n`,
    `<div style="display:none;mso-hide:all">${escapeHtml(preheader)}${filler(preheader)}</div>\n`,
    // Gmail drops the html element, and with it the language and direction.
    `<div role="article" aria-roledescription="email" aria-label="${title}" lang="${lang}" dir="${edition.dir}">\n`,
    `<table ${LAYOUT_TABLE} width="100%"><tr><td class="ground" align="center" style="${ground.map(styleText).join(";")}">`,
    forOutlook(`<table ${LAYOUT_TABLE} width="600" align="center"><tr><td>`),
    `<div style="max-width:600px;margin:0 auto;text-align:${edition.dir === "rtl" ? "right" : "left"}">\n`,
    markup.trim(),
    `\n</div>${forOutlook("</td></tr></table>")}</td></tr></table>\n</div>\n</body>\n</html>\n`,
  ].join("");
}

const styleText = ({ name, value }: Declaration): string => `${name}:${value.replaceAll('"', "'")}`;

/** Characters that a list of messages shows after the subject; a shorter preheader would draw in the text below it. */
const LISTED_CHARACTERS = 140;

function filler(preheader: string): string {
  const missing = LISTED_CHARACTERS - [...preheader].length;
  return missing > 0 ? "\u034f \u200c".repeat(Math.ceil(missing / 2)) : "";
}
