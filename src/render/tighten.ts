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

/** The helper through which a field of a named item is read; templates never name it. */
export const FIELD_HELPER = " field";

/** Gives `environment` the helper that reads a field strictly: one of a value that has it as its own. */
export function registerFieldHelper(environment: typeof Handlebars): void {
  environment.registerHelper(
    FIELD_HELPER,
    (value: unknown, name: string, options: Handlebars.HelperOptions) => {
      const isGroup = typeof value === "object" && value !== null;
      if (isGroup && Object.hasOwn(value, name)) return (value as Readonly<Record<string, unknown>>)[name];
      throw new environment.Exception(
        `"${name}" not defined in ${value}`,
        options as unknown as hbs.AST.Node,
      );
    },
  );
}

class Tightener extends Handlebars.Visitor {
  readonly #added: readonly string[];
  /** Names given with `as |name|` around the node at hand. */
  readonly #names: string[] = [];

  constructor(added: readonly string[]) {
    super();
    this.#added = added;
    Object.assign(this, { mutating: true });
  }

  override Program(program: hbs.AST.Program) {
    const names = program.blockParams ?? [];
    this.#names.push(...names);
    super.Program(program);
    this.#names.length -= names.length;
  }

  /**
   * The compiler reads this mark, and sets it itself on printed paths only (handlebars 4.7, compiler.js, simpleSexpr). Paths
   * that begin with the name of an item it never makes strict, so their fields are read by a helper.
   */
  override PathExpression(path: hbs.AST.PathExpression) {
    const [first = "", ...fields] = path.parts;
    Object.assign(path, { strict: true });
    const isNamed =
      !path.data && path.depth === 0 && this.#names.includes(first) && !/^\.|this\b/.test(path.original);
    return isNamed
      ? fields.reduce<hbs.AST.Expression>(fieldRead, {
          ...path,
          parts: [first],
          original: first,
        } as hbs.AST.PathExpression)
      : path;
  }

  /** The name of a partial looks like a path and is none. */
  override PartialStatement(node: hbs.AST.PartialStatement) {
    this.acceptArray(node.params);
    this.acceptKey(node, "hash");
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

/** `c.claim` as `(field c "claim")`. */
const fieldRead = (value: hbs.AST.Expression, name: string): hbs.AST.Expression => {
  const { loc } = value;
  const path = {
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: [FIELD_HELPER],
    original: FIELD_HELPER,
    loc,
  };
  const literal = { type: "StringLiteral", value: name, original: name, loc };
  return {
    type: "SubExpression",
    path,
    params: [value, literal],
    hash: undefined,
    loc,
  } as unknown as hbs.AST.SubExpression;
};

const printing = <Path extends hbs.AST.Node>(path: Path): Path => ({
  ...path,
  data: false,
  depth: 0,
  parts: [PRINT_HELPER],
  original: PRINT_HELPER,
});

const isHelper = ({ original }: hbs.AST.PathExpression): boolean => HELPER_NAMES.includes(original);
