/** The folder that the built package's files are in. */
export const ownFolder = __dirname;

/** Whether a file is part of this package rather than user code. */
export function ownsFile(file: string): boolean {
  return file.startsWith(ownFolder);
}
