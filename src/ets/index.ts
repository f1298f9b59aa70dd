export { type Compiled, compileEts } from './compile';
export { compilerVersion } from './compiler';
