import { dirname, join, sep } from 'node:path';

/** The folder that the built package's files are in. */
export const ownFolder = __dirname;

/** Where the source maps of the built files point to. */
const sourceFolder = join(dirname(ownFolder), 'src');

/** Whether a file, compiled or mapped to its source, is part of this package rather than user code. */
export function ownsFile(file: string): boolean {
  return file.startsWith(ownFolder + sep) || file.startsWith(sourceFolder + sep);
}
