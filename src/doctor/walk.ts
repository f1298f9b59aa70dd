import { type Compiler, loadCompiler } from '../ets';

/** Every node below `root` (and itself), from top to bottom, without the constructors that the parser adds to structs. */
export function* nodesOf(root: Compiler.Node): Generator<Compiler.Node> {
  const ts = loadCompiler();
  const children: Compiler.Node[] = [];
  yield root;
  ts.forEachChild(root, (child) => {
    if (!(ts.isConstructorDeclaration(child) && ts.isStruct(root))) children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}
