import { QuoteType, Tokenizer } from "htmlparser2";

/** A stretch of markup that is no plain text. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly place: MarkupPlace;
}

/** What something is that stands at a place of the markup. */
export type MarkupPlace =
  | { readonly kind: "text" | "tag-name" | "comment" }
  | { readonly kind: "attribute-name"; readonly element: string }
  | {
      readonly kind: "attribute";
      readonly element: string;
      readonly attribute: string;
      readonly quote: '"' | "'" | "";
    }
  /** Inside an element whose text is no text: style, script. */
  | { readonly kind: "code"; readonly element: string };

/** Elements that hold code. */
const CODE: ReadonlySet<string> = new Set(["style", "script"]);

/** Finds the tags, attributes, comments and code of `markup`, as browsers see them (HTML Standard, 13.2.5), in order. */
export function readMarkup(markup: string): Region[] {
  const regions: Region[] = [];
  let element = "";
  let attribute = "";
  let value = { start: 0, end: 0 };
  const nameAt = (start: number, end: number) => markup.slice(start, end).toLowerCase();
  const found = (start: number, end: number, place: MarkupPlace) => regions.push({ start, end, place });
  const comment = (start: number, end: number) => found(start, end, { kind: "comment" });
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        element = nameAt(start, end);
        found(start, end, { kind: "tag-name" });
      },
      onclosetag(start, end) {
        element = "";
        found(start, end, { kind: "tag-name" });
      },
      onattribname(start, end) {
        attribute = nameAt(start, end);
        value = { start: end, end };
        found(start, end, { kind: "attribute-name", element });
      },
      onattribdata(start, end) {
        value = { start, end };
      },
      onattribend(type) {
        if (type === QuoteType.NoValue) return;
        const quote = type === QuoteType.Double ? '"' : type === QuoteType.Single ? "'" : "";
        found(value.start, value.end, { kind: "attribute", element, attribute, quote });
      },
      ontext(start, end) {
        if (CODE.has(element)) found(start, end, { kind: "code", element });
      },
      oncomment: comment,
      ondeclaration: comment,
      onprocessinginstruction: comment,
      oncdata: comment,
      onattribentity() {},
      ontextentity() {},
      onopentagend() {},
      onselfclosingtag() {},
      onend() {},
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  return regions;
}
