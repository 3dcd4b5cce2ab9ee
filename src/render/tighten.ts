import Handlebars from "handlebars";
import { HELPER_NAMES, PRINT_HELPER } from "./helpers.ts";

/**
 * Makes a parsed template strict throughout. Handlebars’ own `strict` covers printed paths alone: a misspelt field in
 * `{{#each caveats}}` would leave out every caveat without a word.
 */
export function tighten(program: hbs.AST.Program): hbs.AST.Program {
  new Tightener().accept(program);
  return program;
}

class Tightener extends Handlebars.Visitor {
  /** The compiler reads this mark, and sets it itself on printed paths only (handlebars 4.7, compiler.js, simpleSexpr). */
  override PathExpression(path: hbs.AST.PathExpression) {
    Object.assign(path, { strict: true });
  }

  /** Sends printed values through a helper, so that an object or list is an error and not “[object Object]”. */
  override MustacheStatement(node: hbs.AST.MustacheStatement) {
    const { path, params, hash } = node;
    const isValue = params.length === 0 && hash === undefined && path.type === "PathExpression";
    if (isValue && !isHelper(path as hbs.AST.PathExpression)) {
      node.params = [path];
      node.path = {
        ...path,
        data: false,
        depth: 0,
        parts: [PRINT_HELPER],
        original: PRINT_HELPER,
      } as typeof path;
    }
    super.MustacheStatement(node);
  }
}

const isHelper = ({ original }: hbs.AST.PathExpression): boolean => HELPER_NAMES.includes(original);
