/** Markup that Outlook’s engine (Word) alone reads: the only conditional comments that a message ever holds. */
export const forOutlook = (markup: string): string => `<!--[if mso]>${markup}<![endif]-->`;

/** Markup that every program but Outlook for Windows reads. */
export const forOthers = (markup: string): string => `<!--[if !mso]><!-->${markup}<!--<![endif]-->`;

/** Text that may stand in a conditional comment: no character of it can end the comment or begin a tag. */
export function inComment(escaped: string): string {
  return escaped
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("--", "&#45;&#45;");
}

/** The attributes of a table that only arranges. */
export const LAYOUT_TABLE = 'role="presentation" border="0" cellpadding="0" cellspacing="0"';

/** Head of a message as Outlook wants it: real pixels on any screen, and line heights as they are written. */
export const OUTLOOK_HEAD = forOutlook(
  [
    "<noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch>",
    "</o:OfficeDocumentSettings></xml></noscript>",
    "<style>table{border-collapse:collapse}td,th,p,h1,h2,li,a,span{mso-line-height-rule:exactly}</style>",
  ].join(""),
);

/** What a button looks like, as its own style says it. */
export interface ButtonLook {
  readonly background: string;
  readonly color: string;
  readonly fontFamily: string;
  readonly fontSizePx: number;
  readonly lineHeightPx: number;
  readonly paddingYPx: number;
  readonly paddingXPx: number;
  readonly radiusPx: number;
}

/**
 * A button as a drawing with a link, since Outlook gives a link neither padding nor a ground that can be clicked. Both
 * texts come escaped for HTML.
 */
export function vmlButton(href: string, label: string, look: ButtonLook): string {
  const heightPx = look.lineHeightPx + 2 * look.paddingYPx;
  // Word draws the shape before it knows its text; letters of common faces are 0.56 of their size wide on average.
  const widthPx = Math.ceil([...label].length * look.fontSizePx * 0.56) + 2 * look.paddingXPx;
  const arc = Math.min(50, Math.round((look.radiusPx / heightPx) * 100));
  const text = `color:${look.color};font-family:${look.fontFamily};font-size:${look.fontSizePx}px;font-weight:bold`;
  return [
    `<v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word" href="${inComment(href)}" `,
    `style="height:${heightPx}px;v-text-anchor:middle;width:${widthPx}px" arcsize="${arc}%" stroke="f" `,
    `fillcolor="${inComment(look.background)}"><w:anchorlock/><center style="${inComment(text)}">${inComment(label)}</center></v:roundrect>`,
  ].join("");
}
