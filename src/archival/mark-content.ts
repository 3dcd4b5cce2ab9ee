import { skipInlineImage } from "../pdf/interpret-content.ts";
import { openLexer } from "../pdf/pdf-lexer.ts";
import { isDictionary, isKeyword, type PdfValue } from "../pdf/pdf-value.ts";

/** What the marking of a stream has to know of what is around it. */
export interface MarkingRules {
  /** How a form, or another object that is drawn by its name, is dealt with. */
  readonly drawn: (name: string) => DrawnObject;
  /** Whether marked content stays in the structure even if there is nothing in it but lines and areas. */
  readonly isKept: (id: number) => boolean;
  /** Whether all of it is an artifact: it is drawn a second time. */
  readonly isArtifact: boolean;
}

/** An object that a stream draws. */
export interface DrawnObject {
  /** Whether there is text or a picture in it, or nothing but lines and areas. */
  readonly isTelling: boolean;
  /** Whether it is marked within, and not where it is drawn. */
  readonly isMarked: boolean;
  /** The name under which it is drawn instead; what is drawn is marked within then. */
  readonly instead?: string;
}

/** A stream with its marks. */
export interface MarkedStream {
  /** Undefined where nothing had to be changed. */
  readonly content: Uint8Array | undefined;
  /** Ids of the content that belongs to the structure. */
  readonly kept: readonly number[];
  /** Ids of content that is now an artifact. */
  readonly dropped: readonly number[];
  /** Whether there is text or a picture in it. */
  readonly isTelling: boolean;
  /** Whether it draws forms that are marked within. */
  readonly isMarkedWithin: boolean;
}

/** Operators that begin a path (ISO 32000-1, table 59). */
const BEGINS_PATH = new Set(["m", "re"]);
/** Operators that end a path, painting it or not (table 60). */
const ENDS_PATH = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"]);
/** Operators that paint text and pictures. */
const TELLS = new Set(["Tj", "TJ", "'", '"', "EI"]);

const OPEN = "\n/Artifact BMC\n";
const CLOSE = "\nEMC\n";

/** A piece of the stream that is replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Marks a content stream: everything that is painted outside marked content stands in an artifact of its own, and so does marked
 * content that is nothing but the lines and grounds of a style sheet (ISO 32000-1, 14.8.2.2).
 */
export function markContent(bytes: Uint8Array, rules: MarkingRules): MarkedStream {
  const lexer = openLexer(bytes);
  const edits: Edit[] = [];
  /** Ids of the content that is open, artifacts, and marks that are neither: a text in place of glyphs. */
  const open: (number | "artifact" | "other")[] = [];
  const beginnings = new Map<number, Edit[]>();
  const telling = new Set<number>();
  let isTelling = false;
  let isMarkedWithin = false;
  let pathStart: number | undefined;
  let statement = 0;
  let first: PdfValue | undefined;
  let operand: PdfValue = null;

  const tell = () => {
    isTelling = true;
    for (const id of open) if (typeof id === "number") telling.add(id);
  };
  const wrap = (start: number, end: number) => {
    if (open.some((mark) => mark !== "other")) return;
    edits.push({ start, end: start, text: OPEN }, { start: end, end, text: CLOSE });
  };

  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (!isKeyword(token)) {
      first ??= token;
      operand = token;
      continue;
    }
    let { keyword } = token;
    if (keyword === "BI") {
      skipInlineImage(lexer);
      keyword = "EI";
    }
    const end = lexer.position();
    if (keyword === "BMC" || keyword === "BDC") {
      const id = keyword === "BDC" && isDictionary(operand) ? operand.get("MCID") : undefined;
      open.push(typeof id === "number" ? id : first === "Artifact" ? "artifact" : "other");
      if (typeof id === "number")
        beginnings.set(id, [...(beginnings.get(id) ?? []), { start: statement, end, text: OPEN.trimEnd() }]);
    } else if (keyword === "EMC") open.pop();
    else if (BEGINS_PATH.has(keyword)) pathStart ??= statement;
    else if (ENDS_PATH.has(keyword)) {
      if (keyword !== "n") wrap(pathStart ?? statement, end);
      pathStart = undefined;
    } else if (TELLS.has(keyword)) {
      tell();
      wrap(statement, end);
    } else if (keyword === "sh") wrap(statement, end);
    else if (keyword === "Do" && typeof operand === "string") {
      const object = rules.drawn(operand);
      if (object.isTelling) tell();
      if (object.instead !== undefined)
        edits.push({ start: statement, end, text: `\n/${object.instead} Do` });
      if (object.isMarked) isMarkedWithin = true;
      else wrap(statement, end);
    }
    statement = end;
    first = undefined;
  }

  const ids = [...beginnings.keys()];
  const dropped = ids.filter((id) => rules.isArtifact || (!telling.has(id) && !rules.isKept(id)));
  for (const id of dropped) edits.push(...(beginnings.get(id) ?? []));
  return {
    content: edits.length === 0 ? undefined : edited(bytes, edits),
    kept: ids.filter((id) => !dropped.includes(id)),
    dropped,
    isTelling,
    isMarkedWithin,
  };
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let copied = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    parts.push(bytes.subarray(copied, start), Buffer.from(text, "latin1"));
    copied = end;
  }
  parts.push(bytes.subarray(copied));
  return Buffer.concat(parts);
}
