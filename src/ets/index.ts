export { compileEts } from './compile';
export { type Compiler, compilerVersion, loadCompiler } from './compiler';
export { parseSource } from './parse';
