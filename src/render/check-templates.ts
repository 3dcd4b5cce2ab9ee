import Handlebars from "handlebars";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { explainSyntaxError } from "./explain-template-error.ts";
import { HELPER_NAMES } from "./helpers.ts";
import { parseTemplate } from "./parse-template.ts";
import type { ProjectHelper } from "./project-helpers.ts";
import type { TemplateFile } from "./template-set.ts";

/** A template and the partials that it may include, by name. */
export interface TemplateGroup {
  readonly root: TemplateFile;
  readonly partials: ReadonlyMap<string, TemplateFile>;
}

/**
 * Parses every template of a group and finds what Handlebars would let pass or report without a place: unknown partials and
 * helpers, partials that include themselves, unescaped output, and constructs whose faults could not be told at their place.
 */
export function checkTemplates(
  { root, partials }: TemplateGroup,
  helpers: readonly ProjectHelper[] = [],
): Outcome<ReadonlyMap<TemplateFile, hbs.AST.Program>> {
  const helperNames = [...HELPER_NAMES, ...helpers.map(({ name }) => name)];
  const programs = new Map<TemplateFile, hbs.AST.Program>();
  const included = new Map<string, readonly Inclusion[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, template] of [["", root] as const, ...partials]) {
    const parsed = parse(template);
    diagnostics.push(...parsed.diagnostics);
    if (!parsed.ok) continue;
    programs.set(template, parsed.value);
    const check = checkTemplate(parsed.value, template, partials, helperNames);
    diagnostics.push(...check.diagnostics);
    included.set(name, check.included);
  }
  diagnostics.push(...findRecursion(included));
  return diagnostics.length > 0 ? failure(diagnostics) : success(programs);
}

function parse(template: TemplateFile): Outcome<hbs.AST.Program> {
  try {
    return success(parseTemplate(template.text));
  } catch (error) {
    return failure([explainSyntaxError(error, template)]);
  }
}

/** A partial’s tag and where it stands. */
interface Inclusion {
  readonly name: string;
  readonly where: Place;
}

function checkTemplate(
  program: hbs.AST.Program,
  template: TemplateFile,
  partials: ReadonlyMap<string, TemplateFile>,
  helperNames: readonly string[],
): { diagnostics: Diagnostic[]; included: Inclusion[] } {
  const diagnostics: Diagnostic[] = [];
  const included: Inclusion[] = [];
  const placeOf = ({ loc }: hbs.AST.Node): Place => ({
    file: template.file,
    text: template.text,
    line: loc.start.line,
    column: loc.start.column + 1,
  });
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const refuse = (construct: string, instead: string, node: hbs.AST.Node) =>
    report(diagnose("template-dynamic", { construct, instead }, placeOf(node)));

  const checkHelper = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
    const name = nameOf(node.path);
    const isCalled = node.type !== "MustacheStatement" || node.params.length > 0 || node.hash !== undefined;
    if (!isCalled || helperNames.includes(name)) return;
    report(
      diagnose("template-unknown-helper", { name, suggestion: suggest(name, helperNames) }, placeOf(node)),
    );
  };

  class Checker extends Handlebars.Visitor {
    override Program(node: hbs.AST.Program) {
      const [parameter] = node.blockParams ?? [];
      if (parameter !== undefined) {
        refuse(
          `A name for the item (as |${parameter}|)`,
          "Fields of the item go by their own names: {{label}}.",
          node,
        );
      }
      super.Program(node);
    }
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      if (!node.escaped) {
        const expression = `{{{${nameOf(node.path)}}}}`;
        report(diagnose("template-unescaped", { expression }, placeOf(node)));
      }
      checkHelper(node);
      super.MustacheStatement(node);
    }
    override BlockStatement(node: hbs.AST.BlockStatement) {
      checkHelper(node);
      super.BlockStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression) {
      checkHelper(node);
      super.SubExpression(node);
    }
    override PathExpression(node: hbs.AST.PathExpression) {
      const field = node.parts.find((part) => part in Object.prototype);
      if (field !== undefined) report(diagnose("template-unknown-field", { field }, placeOf(node)));
    }
    override PartialStatement(node: hbs.AST.PartialStatement) {
      const name = nameOf(node.name);
      if (node.name.type === "SubExpression") {
        refuse("A partial whose name is worked out", "Name the partial outright: {{> caveat}}.", node);
      } else if (partials.has(name)) {
        included.push({ name, where: placeOf(node) });
      } else {
        const suggestion = suggest(name, [...partials.keys()]);
        report(diagnose("template-unknown-partial", { name, suggestion }, placeOf(node)));
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

const nameOf = (path: hbs.AST.Node): string => ("original" in path ? String(path.original) : "");

/** One finding for each tag that closes a circle; Handlebars itself would run until the stack is full. */
function findRecursion(included: ReadonlyMap<string, readonly Inclusion[]>): Diagnostic[] {
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
