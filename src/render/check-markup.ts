import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { readTags, type Tag } from "./read-tags.ts";

/** Elements that can say something on a closed page. What is not here cannot be written: no script, frame, form, meta, link or object. */
const ELEMENTS =
  words(`a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details
  dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q rp
  rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
  svg g path rect circle ellipse line polyline polygon text tspan title desc defs clippath lineargradient radialgradient stop`);

/** Elements without content, and elements whose end may be left out (HTML Standard, 13.1.2). */
const WITHOUT_END = words("br hr img wbr col p li dt dd rt rp tr td th thead tbody tfoot colgroup caption");

/** Attributes that say something about words: any value is harmless. */
const SAYING =
  words(`abbr alt class colspan datetime dir headers height hidden hreflang id lang name open rel reversed role
  rowspan scope span start tabindex title translate type value width`);
const SAYING_PREFIX = /^(?:aria|data)-[a-z0-9-]+$/;

/** Elements of the page that mean something to no mail program, or that it would take for its own. */
const NOT_IN_MAIL =
  words(`article aside details dialog figcaption figure footer header hgroup main mark nav section summary
  rp rt ruby data time svg g path rect circle ellipse line polyline polygon text tspan title desc defs clippath
  lineargradient radialgradient stop`);

/** Attributes of tables that Outlook’s engine needs and that the page leaves to its style sheet. */
const TABLE_ATTRIBUTES = words("align valign border cellpadding cellspacing");

/** Attributes of drawings; their values are a small part of CSS, in which only a place in the page may be named. */
const DRAWING =
  words(`clip-path clip-rule clippathunits color cx cy d dominant-baseline dx dy fill fill-opacity fill-rule
  focusable font-size font-style font-weight fx fy gradienttransform gradientunits letter-spacing offset opacity pathlength
  points preserveaspectratio r rotate rx ry spreadmethod stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor transform vector-effect version
  viewbox x x1 x2 y y1 y2`);
const DRAWING_VALUE =
  /^(?:[\w\s#%.,+-]|url\(#[\w-]+\)|(?:translate|scale|rotate|skewx|skewy|matrix|rgba?|hsla?|calc|var)\(|\))*$/i;

/**
 * Attributes that name an address: where they may stand, and how it must begin as written. A beginning that is plain
 * characters stays what it is whatever character references follow.
 */
const ADDRESSES = new Map([
  ["href", { on: words("a"), form: /^(?:https?:\/\/|mailto:|#)/i }],
  [
    "src",
    {
      on: words("img"),
      form: /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+(?:=|&#x3D;){0,2}$/,
    },
  ],
  ["cite", { on: words("blockquote q ins del"), form: /^https?:\/\//i }],
  ["target", { on: words("a"), form: /^_blank$/ }],
  ["xmlns", { on: words("svg"), form: /^http:\/\/www\.w3\.org\/2000\/svg$/ }],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop or replace these, so a name could change after the check
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** Finds what a closed page may not hold: the last gate, whatever a template or a brief tried. */
export function checkMarkup(body: string, file: string): Diagnostic[] {
  const { tags, diagnostics } = checkTags(body, file, faultsOf);
  const where = { file, line: 1, column: 1 };
  return [
    ...diagnostics,
    ...["data-sheet", "data-fit"].flatMap((attribute) => {
      const found = tags.filter((tag) => tag.attributes.some(([name]) => name === attribute)).length;
      return found === 1 ? [] : [diagnose("template-sheet-missing", { attribute, found }, where)];
    }),
  ];
}

/**
 * Finds what an e-mail may not hold, as strictly as for a page. No comment can come from a template or a brief, so every
 * conditional comment for Outlook in the finished message is Execbrief’s own.
 */
export function checkMailMarkup(body: string, file: string): Diagnostic[] {
  return checkTags(body, file, faultsInMail).diagnostics;
}

function checkTags(body: string, file: string, faultsOfTag: (tag: Tag) => string[]) {
  const { tags, malformed } = readTags(body);
  const faults = new Set([...tags.flatMap(faultsOfTag), ...faultsOfNesting(tags, malformed === undefined)]);
  if (malformed !== undefined)
    faults.add(`“${malformed}”, which is not a plain tag; write < as &lt; in text`);
  if (CONTROL.test(body)) faults.add("a control character");
  const where = { file, line: 1, column: 1 };
  return { tags, diagnostics: [...faults].map((what) => diagnose("template-markup", { what }, where)) };
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

function faultsOf({ name, attributes }: Tag): string[] {
  const names = attributes.map(([attribute]) => attribute);
  return [
    ...(ELEMENTS.has(name) ? [] : [`a <${name}> element`]),
    ...(new Set(names).size === names.length ? [] : [`a <${name}> with the same attribute twice`]),
    ...attributes.flatMap(([attribute, value]) => {
      if (SAYING.has(attribute) || SAYING_PREFIX.test(attribute)) return [];
      const written = `${attribute}="${value.slice(0, 60)}"`;
      if (DRAWING.has(attribute)) return DRAWING_VALUE.test(value) ? [] : [`the drawing value ${written}`];
      const address = ADDRESSES.get(attribute);
      if (address?.on.has(name)) return address.form.test(value) ? [] : [`the address ${written}`];
      return [`the attribute ${attribute}= on a <${name}>`];
    }),
  ];
}

function faultsInMail(tag: Tag): string[] {
  if (NOT_IN_MAIL.has(tag.name)) return [`a <${tag.name}> element, which mail programs do not know`];
  const attributes = tag.attributes.filter(
    ([name, value]) =>
      !TABLE_ATTRIBUTES.has(name) && !(name === "src" && tag.name === "img" && CID.test(value)),
  );
  return faultsOf({ ...tag, attributes });
}

/** An image that travels with the message (RFC 2392). */
const CID = /^cid:[\w.-]+$/;

/** An element that is not closed where it was opened would move what follows it into another part of the page. */
function faultsOfNesting(tags: readonly Tag[], isComplete: boolean): string[] {
  const open: string[] = [];
  for (const { name, isEnd, isSelfClosed } of tags) {
    if (WITHOUT_END.has(name) || (isSelfClosed && open.includes("svg"))) continue;
    if (!isEnd) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else
      return [`a </${name}> ${open.length === 0 ? "that closes nothing" : `where </${open.at(-1)}> is due`}`];
  }
  const [unclosed] = isComplete ? open : [];
  return unclosed === undefined ? [] : [`a <${unclosed}> that is never closed`];
}
