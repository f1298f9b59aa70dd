import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ToolError } from '../base';
import type { Plan } from './plan';

/**
 * Writes what a plan says. New files only where there are none, even if one has come since the plan was made.
 *
 * @throws ToolError `FOW_NOT_WRITTEN`
 */
export function carryOut({ files }: Plan): void {
  for (const planned of files) {
    if (planned.kind === 'leave') continue;
    const { kind, file, text } = planned;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: kind === 'write' ? 'wx' : 'w' });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new ToolError({ code: 'FOW_NOT_WRITTEN', summary: `Cannot write ${file}`, facts: [`reason: ${code}`] });
    }
  }
}
