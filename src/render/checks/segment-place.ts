import type { Place } from "../../diagnostics/diagnostic.ts";
import { placesOf } from "../../diagnostics/text-position.ts";
import type { TemplateFile } from "../template-set.ts";

/** Where a node of a template stands. */
export const placeOf = ({ file, text }: TemplateFile, { loc }: hbs.AST.Node): Place => ({
  file,
  text,
  line: loc.start.line,
  column: loc.start.column + 1,
});

/** Where the segment `index` of a path stands; `@root.title` has the segments `@root` and `title`, `../title` only `title`. */
export function segmentPlace(template: TemplateFile, path: hbs.AST.PathExpression, index: number): Place {
  const { file, text } = template;
  const start = offsetOf(text, path.loc.start);
  const written = text.slice(start, offsetOf(text, path.loc.end));
  const segments = [...written.matchAll(SEGMENT)].filter(([whole]) => !STEPS.has(whole));
  const found = segments[index];
  if (found === undefined) return placeOf(template, path);
  return placesOf(file, text)(start + found.index);
}

/** A name, with the @ before it or the brackets around it. */
const SEGMENT = /@?\[[^\]]*\]|\.\.|@?[^./[\]@]+|\./g;

/** Segments that name no field. */
const STEPS: ReadonlySet<string> = new Set(["..", ".", "this"]);

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let start = 0;
  for (let before = 1; before < line; before += 1) {
    const end = text.indexOf("\n", start);
    if (end === -1) break;
    start = end + 1;
  }
  return start + column;
}
