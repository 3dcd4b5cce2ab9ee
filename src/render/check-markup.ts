import { Parser } from "htmlparser2";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";

/** Elements that can say something on a closed page. What is not here cannot be written: no script, frame, form, meta, link or object. */
const ELEMENTS = new Set(
  `a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt
  em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q rp rt ruby s
  samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
  svg g path rect circle ellipse line polyline polygon text tspan title desc defs clippath lineargradient stop`.split(
    /\s+/,
  ),
);

/** Attributes that name an address, and the addresses each may name. */
const ADDRESSES: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:|mailto:|#)/i,
  "xlink:href": /^#/,
  src: /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,/i,
  cite: /^https?:/i,
};

/** Attributes that load, submit or style from inside the markup; the page’s policy would block them without a word. */
const REFUSED =
  /^(?:on.*|style|srcset|srcdoc|action|formaction|background|poster|ping|data|manifest|http-equiv)$/i;

/** Finds what a closed page may not hold: the last gate, whatever a template or a brief tried. */
export function checkMarkup(body: string, file: string): Diagnostic[] {
  const found = new Set<string>();
  const sheet = { "data-sheet": 0, "data-fit": 0 };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ELEMENTS.has(name.toLowerCase())) found.add(`a <${name}> element`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === "data-sheet" || attribute === "data-fit") sheet[attribute] += 1;
        if (REFUSED.test(attribute)) found.add(`the attribute ${attribute}=`);
        const allowed = ADDRESSES[attribute.toLowerCase()];
        if (allowed !== undefined && !allowed.test(value.trim()))
          found.add(`the address ${attribute}="${value.slice(0, 60)}"`);
      }
    },
    oncomment: () => found.add("a comment, which could hide markup"),
    onprocessinginstruction: (name) => found.add(`the declaration ${name}`),
  });
  parser.write(body);
  parser.end();

  const where = { file, line: 1, column: 1 };
  return [
    ...[...found].map((what) => diagnose("template-markup", { what }, where)),
    ...Object.entries(sheet)
      .filter(([, count]) => count !== 1)
      .map(([attribute, count]) => diagnose("template-sheet-missing", { attribute, found: count }, where)),
  ];
}
