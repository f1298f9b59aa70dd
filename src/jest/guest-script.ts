import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { VmContext } from '../realm';
import { ownFolder } from './own-files';

let compiled: Script | undefined;

/** Evaluates the guest script, the one file of ours that every worker's realm holds, and answers its exports. */
export function evaluateGuest(vm: VmContext): unknown {
  compiled ??= compileGuest();
  return vm.evaluate(compiled);
}

/** The file is CommonJS; the wrapper makes it an expression. Compiled once for all workers of the process. */
function compileGuest(): Script {
  const filename = join(ownFolder, 'guest.js');
  const source = readFileSync(filename, 'utf8');
  return new Script(
    `((module) => { const { exports } = module; ${source}\nreturn module.exports; })({ exports: {} })`,
    {
      filename,
    },
  );
}
