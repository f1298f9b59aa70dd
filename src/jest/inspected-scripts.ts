import vm from 'node:vm';
import type JestRuntime from 'jest-runtime';
import { isInspected } from './is-inspected';

/** Newer versions of Jest 30 compile modules as functions; all others, as scripts. */
interface FunctionCompiler {
  readonly executor?: { compile(code: string, file: string): unknown };
}

type CompileFunction = typeof vm.compileFunction;

/**
 * Has a runtime compile modules as scripts while somebody debugs. V8 tells a debugger of a script, and of its source map,
 * and waits before the script runs, so that breakpoints are set in time; it does not wait before a function.
 */
export function compileScriptsForDebuggers(runtime: JestRuntime): void {
  const { executor } = runtime as unknown as FunctionCompiler;
  if (executor === undefined) return;
  const compile = executor.compile;
  executor.compile = (code, file) => {
    if (!isInspected()) return compile.call(executor, code, file);
    const { compileFunction } = vm;
    vm.compileFunction = compileAsScript;
    try {
      return compile.call(executor, code, file);
    } finally {
      vm.compileFunction = compileFunction;
    }
  };
}

/** The same lines and columns as in the function: the first line begins to the left of column 0. */
const compileAsScript: CompileFunction = (code, parameters = [], { parsingContext, ...options } = {}) => {
  const begin = `(function (${parameters.join(',')}) {`;
  const script = new vm.Script(`${begin}${code}\n})`, { ...options, columnOffset: -begin.length } as vm.ScriptOptions);
  return parsingContext === undefined ? script.runInThisContext() : script.runInContext(parsingContext);
};
