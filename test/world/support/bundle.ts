import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** A file of the source with what it imports, as one CommonJS script. */
export function bundle(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(__dirname, '../../..', file)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
