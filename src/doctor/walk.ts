import { type Compiler, loadCompiler } from '../ets';

/** Every node below `root` (and itself), from top to bottom, without the constructors that the parser adds to structs. */
export function nodesOf(root: Compiler.Node): readonly Compiler.Node[] {
  const ts = loadCompiler();
  const nodes: Compiler.Node[] = [];
  const visit = (node: Compiler.Node): void => {
    nodes.push(node);
    const isStruct = ts.isStruct(node);
    ts.forEachChild(node, (child) => {
      if (!(isStruct && ts.isConstructorDeclaration(child))) visit(child);
    });
  };
  visit(root);
  return nodes;
}
