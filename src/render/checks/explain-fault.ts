import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { LOOP_NAMES, namesHere, type PathFault, type Scope } from "./scope.ts";
import { placeOf, segmentPlace } from "./segment-place.ts";
import { fieldNames, fieldOf, kindInWords, type Value } from "./value.ts";
import type { Need } from "./walk.ts";

/** The finding on a path that leads nowhere, at the segment that is at fault. */
export function explainFault({ template, path, fault, suggestion }: Need): Diagnostic {
  const { kind, segment, field, part, holder } = fault;
  const where = segmentPlace(template, path, segment);
  if (kind === "absent") return diagnose("template-absent-part", { field, part }, where);
  if (field.startsWith("@") && isLoopName(field.slice(1))) {
    return diagnose("template-outside-each", { name: field }, placeOf(template, path));
  }
  if (field === "../") return diagnose("template-outside", { path: path.original }, placeOf(template, path));
  const has = fieldNames(holder);
  return diagnose("template-unknown-field", { field, holder: inWords(holder), has, suggestion }, where);
}

/** What was probably meant, from all that exists at this place. */
export function suggestionFor(
  path: hbs.AST.PathExpression,
  { kind, segment, field, holder }: PathFault,
  scope: Scope,
): string | undefined {
  if (kind === "absent") return undefined;
  if (path.data && field.startsWith("@"))
    return suggest(field, ["@root", ...LOOP_NAMES.map((name) => `@${name}`)]);
  const isFirst = segment === 0 && path.depth === 0 && !path.data;
  return (
    (isFirst ? furtherOut(field, scope) : undefined) ??
    suggest(field, isFirst ? namesHere(scope) : fieldNames(holder)) ??
    furtherIn(field, holder)
  );
}

const isLoopName = (name: string): boolean => LOOP_NAMES.some((known) => known === name);

/** The same name in a part around this one, or in the edition itself. */
function furtherOut(field: string, { frames, root }: Scope): string | undefined {
  const depth = frames.findIndex((frame, index) => index > 0 && hasField(frame, field));
  if (depth === 1) return `../${field}`;
  if (hasField(root, field) && root !== frames[0]) return `@root.${field}`;
  return depth === -1 ? undefined : `${"../".repeat(depth)}${field}`;
}

/** The same name in one of the parts of this one, where it is only in one. */
function furtherIn(field: string, holder: Value): string | undefined {
  const ways = fieldNames(holder).filter((name) => {
    const inner = fieldOf(holder, name);
    return inner?.shape?.kind === "group" && hasField(inner, field);
  });
  const [only, ...others] = ways;
  return only === undefined || others.length > 0 ? undefined : `${only}.${field}`;
}

const hasField = (value: Value, name: string): boolean => fieldNames(value).includes(name);

/** What was asked, with its article: “an Author”, “a text”. */
function inWords(holder: Value): string {
  const { shape } = holder;
  if (shape?.kind !== "group") return kindInWords(holder);
  if (shape.name === "Edition") return "the edition";
  if (shape.name.startsWith("Labels")) return `“${shape.name.replace("Labels", "labels")}”`;
  return `${/^[AEIOU]/.test(shape.name) ? "an" : "a"} ${shape.name}`;
}
