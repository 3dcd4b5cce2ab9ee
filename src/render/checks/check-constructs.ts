import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { TemplateFile } from "../template-set.ts";
import { type Call, nameOf } from "./expressions.ts";
import { forEachNode } from "./for-each-node.ts";
import { placeOf, segmentPlace } from "./segment-place.ts";

/** A partial’s tag and where it stands. */
export interface PartialTag {
  readonly name: string;
  readonly where: Place;
}

/**
 * Finds what Handlebars would let pass or report without a place: unknown partials and helpers, unescaped output, and
 * constructs whose faults could not be told at their place. Also gives the partials that the template includes.
 */
export function checkConstructs(
  program: hbs.AST.Program,
  template: TemplateFile,
  partials: ReadonlyMap<string, TemplateFile>,
  helperNames: readonly string[],
): { diagnostics: Diagnostic[]; included: PartialTag[] } {
  const diagnostics: Diagnostic[] = [];
  const included: PartialTag[] = [];
  forEachNode(program, (node) => {
    const place = () => placeOf(template, node);
    switch (node.type) {
      case "MustacheStatement":
        diagnostics.push(...checkTag(node as hbs.AST.MustacheStatement, place));
        diagnostics.push(...checkHelper(node as hbs.AST.MustacheStatement, helperNames, place));
        break;
      case "SubExpression":
        diagnostics.push(...checkHelper(node as hbs.AST.SubExpression, helperNames, place));
        break;
      case "BlockStatement":
        diagnostics.push(...checkHelper(node as hbs.AST.BlockStatement, helperNames, place));
        diagnostics.push(...checkNames(node as hbs.AST.BlockStatement, helperNames, template));
        break;
      case "PathExpression":
        diagnostics.push(...checkPath(node as hbs.AST.PathExpression, template));
        break;
      case "PartialStatement": {
        const partial = node as hbs.AST.PartialStatement;
        const name = nameOf(partial.name);
        if (partials.has(name)) included.push({ name, where: place() });
        else diagnostics.push(missingPartial(partial, partials, place));
        break;
      }
      default: {
        const [construct, instead] = REFUSED[node.type] ?? [];
        if (construct !== undefined && instead !== undefined)
          diagnostics.push(refused(construct, instead, place));
      }
    }
  });
  return { diagnostics, included };
}

/** Constructs whose faults could not be told at their place, and what to write instead. */
const REFUSED: Readonly<Record<string, readonly [construct: string, instead: string]>> = {
  PartialBlockStatement: [
    "A partial around a block ({{#> …}})",
    "Use a partial before the block and one after it.",
  ],
  Decorator: ["A decorator ({{* …}})", "Write what it does in plain tags."],
  DecoratorBlock: ["A partial inside a template ({{#* …}})", "Give it a file of its own in partials/."],
};

const refused = (construct: string, instead: string, place: () => Place): Diagnostic =>
  diagnose("template-dynamic", { construct, instead }, place());

function checkTag({ escaped, path }: hbs.AST.MustacheStatement, place: () => Place): Diagnostic[] {
  const expression = `{{{${nameOf(path)}}}}`;
  const construct = "A text or number in braces, which Handlebars takes for the name of a field,";
  return [
    ...(escaped ? [] : [diagnose("template-unescaped", { expression }, place())]),
    ...(path.type === "PathExpression" ? [] : [refused(construct, "Write it without the braces.", place)]),
  ];
}

function checkHelper(node: Call, helperNames: readonly string[], place: () => Place): Diagnostic[] {
  const name = nameOf(node.path);
  const isCalled = node.type !== "MustacheStatement" || node.params.length > 0 || node.hash !== undefined;
  if (!isCalled || helperNames.includes(name)) return [];
  return [diagnose("template-unknown-helper", { name, suggestion: suggest(name, helperNames) }, place())];
}

/** Handlebars gives names to items and parts (as |name|), and to nothing else. */
function checkNames(
  { path, program, inverse }: hbs.AST.BlockStatement,
  helperNames: readonly string[],
  template: TemplateFile,
): Diagnostic[] {
  const most = { each: 2, with: 1 }[nameOf(path)] ?? 0;
  return [program, inverse].flatMap((branch) => {
    const names: readonly string[] = branch?.blockParams ?? [];
    if (branch === undefined || names.length === 0) return [];
    const written = `(as |${names.join(" ")}|)`;
    const place = () => placeOf(template, branch);
    if (names.length > most) {
      const instead = "{{#with}} gives one name; {{#each}} gives one to the item and one to its place.";
      return [refused(`A name here ${written}`, instead, place)];
    }
    const isTaken = names.some((name) => helperNames.includes(name));
    return isTaken
      ? [refused(`A name that a helper has already ${written}`, "Choose another name.", place)]
      : [];
  });
}

/** Names that lead into JavaScript and not into an edition. */
function checkPath(path: hbs.AST.PathExpression, template: TemplateFile): Diagnostic[] {
  const index = path.parts.findIndex((part) => part in Object.prototype);
  const field = path.parts[index];
  if (field === undefined) return [];
  return [diagnose("template-unknown-field", { field }, segmentPlace(template, path, index))];
}

function missingPartial(
  { name: path }: hbs.AST.PartialStatement,
  partials: ReadonlyMap<string, TemplateFile>,
  place: () => Place,
): Diagnostic {
  if (path.type === "SubExpression") {
    return refused("A partial whose name is worked out", "Name the partial outright: {{> caveat}}.", place);
  }
  const name = nameOf(path);
  const names = [...partials.keys()];
  const sameName = names.find((known) => baseOf(known) === baseOf(name));
  const isOfOtherFormat = names.length > 0 && names.every((known) => formatOf(known) !== formatOf(name));
  const suggestion = sameName ?? suggest(name, names);
  return diagnose("template-unknown-partial", { name, suggestion, isOfOtherFormat }, place());
}

/** The folder of a format that a partial lies in; empty for those of the page. */
const formatOf = (partial: string): string => /^(?:email|text)(?=\/)/.exec(partial)?.[0] ?? "";

const baseOf = (partial: string): string => partial.slice(formatOf(partial).length).replace(/^\//, "");

/** One finding for each tag that closes a circle; Handlebars itself would run until the stack is full. */
export function findRecursion(included: ReadonlyMap<string, readonly PartialTag[]>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]) => {
    if (done.has(name)) return;
    for (const inclusion of included.get(name) ?? []) {
      if (inclusion.name === name || way.includes(inclusion.name)) {
        found.push(diagnose("template-recursion", { name: inclusion.name }, inclusion.where));
      } else {
        visit(inclusion.name, [...way, name]);
      }
    }
    done.add(name);
  };
  for (const name of included.keys()) visit(name, []);
  return found;
}
