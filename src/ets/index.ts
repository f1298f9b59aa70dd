export { compileEts } from './compile';
export { type Compiler, compilerVersion, loadCompiler } from './compiler';
export { type ImportedBinding, importedBindings, type ValueUse } from './imported-bindings';
export { parseSource } from './parse';
export { firstProblemIn } from './syntax-error';
