import Handlebars from "handlebars";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { explainTemplateError } from "./explain-template-error.ts";
import { HELPER_NAMES } from "./helpers.ts";
import type { TemplateFile, TemplateSet } from "./template-set.ts";

/** What Handlebars itself would let pass or report without a place: unknown partials and helpers, unescaped output. */
export function checkTemplates(set: TemplateSet): Diagnostic[] {
  return [set.page, ...set.partials.values()].flatMap((template) =>
    checkTemplate(template, [...set.partials.keys()]),
  );
}

function checkTemplate(template: TemplateFile, partialNames: readonly string[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const placeOf = ({ loc }: hbs.AST.Node): Place => ({
    file: template.file,
    text: template.text,
    line: loc.start.line,
    column: loc.start.column + 1,
  });
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);

  const checkHelper = (name: string, hasArguments: boolean, node: hbs.AST.Node) => {
    if (!hasArguments || HELPER_NAMES.includes(name)) return;
    report(
      diagnose("template-unknown-helper", { name, suggestion: suggest(name, HELPER_NAMES) }, placeOf(node)),
    );
  };
  const checkPartial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) => {
    if (node.name.type !== "PathExpression") {
      report(diagnose("template-dynamic", { construct: "A partial’s name" }, placeOf(node)));
      return;
    }
    const name = (node.name as hbs.AST.PathExpression).original;
    if (partialNames.includes(name) || name === "@partial-block") return;
    report(
      diagnose("template-unknown-partial", { name, suggestion: suggest(name, partialNames) }, placeOf(node)),
    );
  };

  class Checker extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      if (!node.escaped) {
        const { original } = node.path as hbs.AST.PathExpression;
        report(diagnose("template-unescaped", { expression: `{{{${original}}}}` }, placeOf(node)));
      }
      checkHelper(nameOf(node), node.params.length > 0 || node.hash !== undefined, node);
      super.MustacheStatement(node);
    }
    override BlockStatement(node: hbs.AST.BlockStatement) {
      checkHelper(nameOf(node), true, node);
      super.BlockStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression) {
      checkHelper(nameOf(node), true, node);
      super.SubExpression(node);
    }
    override PartialStatement(node: hbs.AST.PartialStatement) {
      checkPartial(node);
      super.PartialStatement(node);
    }
    override PartialBlockStatement(node: hbs.AST.PartialBlockStatement) {
      checkPartial(node);
      super.PartialBlockStatement(node);
    }
    override Decorator(node: hbs.AST.Decorator) {
      report(diagnose("template-dynamic", { construct: "A decorator" }, placeOf(node)));
    }
    override DecoratorBlock(node: hbs.AST.DecoratorBlock) {
      report(diagnose("template-dynamic", { construct: "A decorator" }, placeOf(node)));
    }
  }

  try {
    new Checker().accept(Handlebars.parse(template.text));
  } catch (error) {
    report(explainTemplateError(error, template));
  }
  return diagnostics;
}

const nameOf = (node: { path: hbs.AST.Node }): string => (node.path as hbs.AST.PathExpression).original ?? "";
