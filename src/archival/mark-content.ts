import { skipInlineImage } from "../pdf/interpret-content.ts";
import { openLexer } from "../pdf/pdf-lexer.ts";
import { isKeyword } from "../pdf/pdf-value.ts";

/** Operators that begin a path (ISO 32000-1, table 59). */
const BEGINS_PATH = new Set(["m", "re"]);
/** Operators that end a path, painting it or not (table 60). */
const ENDS_PATH = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"]);
/** Other operators that paint: text, shadings, images and forms. */
const PAINTS = new Set(["sh", "Do", "Tj", "TJ", "'", '"', "EI"]);

const OPEN = Buffer.from("/Artifact BMC\n");
const CLOSE = Buffer.from("\nEMC\n");

/**
 * A content stream in which everything that is painted outside marked content stands in an artifact of its own; undefined where
 * there is nothing of the kind. A form for which `isTagged` holds is left alone: it is marked within.
 */
export function markContent(
  content: Uint8Array,
  isTagged: (form: string) => boolean,
): Uint8Array | undefined {
  const lexer = openLexer(content);
  const parts: Uint8Array[] = [];
  let copied = 0;
  let depth = 0;
  let pathStart: number | undefined;
  let statement = 0;
  let operand: unknown;
  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (!isKeyword(token)) {
      operand = token;
      continue;
    }
    let { keyword } = token;
    if (keyword === "BI") {
      skipInlineImage(lexer);
      keyword = "EI";
    }
    const end = lexer.position();
    if (keyword === "BMC" || keyword === "BDC") depth += 1;
    else if (keyword === "EMC") depth -= 1;
    else if (BEGINS_PATH.has(keyword)) pathStart ??= statement;
    const start = ENDS_PATH.has(keyword) ? (pathStart ?? statement) : statement;
    const paints = PAINTS.has(keyword) || (ENDS_PATH.has(keyword) && keyword !== "n");
    const isMarkedWithin = keyword === "Do" && typeof operand === "string" && isTagged(operand);
    if (paints && depth === 0 && !isMarkedWithin) {
      parts.push(content.subarray(copied, start), OPEN, content.subarray(start, end), CLOSE);
      copied = end;
    }
    if (ENDS_PATH.has(keyword)) pathStart = undefined;
    statement = end;
  }
  if (parts.length === 0) return undefined;
  return Buffer.concat([...parts, content.subarray(copied)]);
}
