import Handlebars from "handlebars";
import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { TemplateFile } from "../template-set.ts";
import { nameOf } from "./expressions.ts";
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
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const refuse = (construct: string, instead: string, node: hbs.AST.Node) =>
    report(diagnose("template-dynamic", { construct, instead }, placeOf(template, node)));

  const checkHelper = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
    const name = nameOf(node.path);
    const isCalled = node.type !== "MustacheStatement" || node.params.length > 0 || node.hash !== undefined;
    if (!isCalled || helperNames.includes(name)) return;
    report(
      diagnose(
        "template-unknown-helper",
        { name, suggestion: suggest(name, helperNames) },
        placeOf(template, node),
      ),
    );
  };

  /** Handlebars gives items and parts their names, and nothing else. */
  const checkNames = (helper: string, program: hbs.AST.Program | undefined) => {
    const names = program?.blockParams ?? [];
    const most = helper === "each" ? 2 : helper === "with" ? 1 : 0;
    if (program === undefined || names.length === 0) return;
    if (names.length > most) {
      refuse(
        `A name here (as |${names.join(" ")}|)`,
        "{{#with}} gives one name, {{#each}} one to the item and one to its place.",
        program,
      );
    } else if (names.some((name) => helperNames.includes(name))) {
      refuse(`A name that a helper has already (as |${names.join(" ")}|)`, "Choose another name.", program);
    }
  };

  class Checker extends Handlebars.Visitor {
    override BlockStatement(node: hbs.AST.BlockStatement) {
      checkHelper(node);
      for (const program of [node.program, node.inverse]) checkNames(nameOf(node.path), program);
      super.BlockStatement(node);
    }
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      if (!node.escaped) {
        const expression = `{{{${nameOf(node.path)}}}}`;
        report(diagnose("template-unescaped", { expression }, placeOf(template, node)));
      }
      checkHelper(node);
      if (node.path.type !== "PathExpression") {
        refuse(
          "A text or number in braces, which Handlebars takes for the name of a field,",
          "Write it without the braces.",
          node,
        );
      }
      super.MustacheStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression) {
      checkHelper(node);
      super.SubExpression(node);
    }
    override PathExpression(node: hbs.AST.PathExpression) {
      const index = node.parts.findIndex((part) => part in Object.prototype);
      const field = node.parts[index];
      if (field !== undefined) {
        report(diagnose("template-unknown-field", { field }, segmentPlace(template, node, index)));
      }
    }
    override PartialStatement(node: hbs.AST.PartialStatement) {
      const name = nameOf(node.name);
      if (node.name.type === "SubExpression") {
        refuse("A partial whose name is worked out", "Name the partial outright: {{> caveat}}.", node);
      } else if (partials.has(name)) {
        included.push({ name, where: placeOf(template, node) });
      } else {
        const suggestion = suggest(name, [...partials.keys()]);
        report(diagnose("template-unknown-partial", { name, suggestion }, placeOf(template, node)));
      }
      // The name looks like a path but is none, so only what is handed to the partial is visited.
      this.acceptArray(node.params);
      this.acceptKey(node, "hash");
    }
    override PartialBlockStatement(node: hbs.AST.PartialBlockStatement) {
      refuse("A partial around a block ({{#> …}})", "Use a partial before the block and one after it.", node);
    }
    override Decorator(node: hbs.AST.Decorator) {
      refuse("A decorator ({{* …}})", "Write what it does in plain tags.", node);
    }
    override DecoratorBlock(node: hbs.AST.DecoratorBlock) {
      refuse("A partial inside a template ({{#* …}})", "Give it a file of its own in partials/.", node);
    }
  }

  new Checker().accept(program);
  return { diagnostics, included };
}

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
