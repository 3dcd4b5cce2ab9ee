/** Calls `visit` for every node of a template that may be at fault, in the order in which they are written. */
export function forEachNode(
  node: hbs.AST.Node | null | undefined,
  visit: (node: hbs.AST.Node) => void,
): void {
  if (node === null || node === undefined) return;
  visit(node);
  switch (node.type) {
    case "Program":
      forAll((node as hbs.AST.Program).body, visit);
      break;
    case "MustacheStatement":
    case "SubExpression":
    case "Decorator":
      forCall(node as hbs.AST.MustacheStatement, visit);
      break;
    case "BlockStatement":
    case "DecoratorBlock": {
      const block = node as hbs.AST.BlockStatement;
      forCall(block, visit);
      forEachNode(block.program, visit);
      forEachNode(block.inverse, visit);
      break;
    }
    case "PartialStatement":
    case "PartialBlockStatement": {
      // The name looks like a path but is none, so only what is handed to the partial is visited.
      const partial = node as hbs.AST.PartialBlockStatement;
      forAll(partial.params, visit);
      forHash(partial.hash, visit);
      forEachNode(partial.program, visit);
      break;
    }
  }
}

function forCall(
  { path, params, hash }: hbs.AST.MustacheStatement | hbs.AST.BlockStatement,
  visit: (node: hbs.AST.Node) => void,
): void {
  forEachNode(path, visit);
  forAll(params, visit);
  forHash(hash, visit);
}

function forHash(hash: hbs.AST.Hash | undefined, visit: (node: hbs.AST.Node) => void): void {
  for (const { value } of hash?.pairs ?? []) forEachNode(value, visit);
}

function forAll(nodes: readonly hbs.AST.Node[], visit: (node: hbs.AST.Node) => void): void {
  for (const node of nodes) forEachNode(node, visit);
}
