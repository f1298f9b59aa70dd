export { type Compiled, compileEts } from './compile';
