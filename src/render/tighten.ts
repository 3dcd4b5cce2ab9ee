import Handlebars from "handlebars";
import { HELPER_NAMES, PRINT_HELPER } from "./helpers.ts";

/**
 * Makes a parsed template strict throughout. Handlebars’ own `strict` covers printed paths alone: a misspelt field in
 * `{{#each caveats}}` would leave out every caveat without a word. `added` are the names of the project’s helpers.
 */
export function tighten(program: hbs.AST.Program, added: readonly string[] = []): hbs.AST.Program {
  new Tightener(added).accept(program);
  return program;
}

class Tightener extends Handlebars.Visitor {
  readonly #added: readonly string[];

  constructor(added: readonly string[]) {
    super();
    this.#added = added;
  }

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
      node.path = printing(path);
    } else if (
      path.type === "PathExpression" &&
      this.#added.includes((path as hbs.AST.PathExpression).original)
    ) {
      node.params = [{ type: "SubExpression", path, params, hash, loc: node.loc } as hbs.AST.SubExpression];
      node.path = printing(path);
      Object.assign(node, { hash: undefined });
    }
    super.MustacheStatement(node);
  }
}

const printing = <Path extends hbs.AST.Node>(path: Path): Path => ({
  ...path,
  data: false,
  depth: 0,
  parts: [PRINT_HELPER],
  original: PRINT_HELPER,
});

const isHelper = ({ original }: hbs.AST.PathExpression): boolean => HELPER_NAMES.includes(original);
