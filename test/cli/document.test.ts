import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { english } from '../../src/cli/texts-english';

const document = readFileSync(join(__dirname, '../../docs/doctor.md'), 'utf8');

it('docs/doctor.md lists every finding', () => {
  const listed = Array.from(document.matchAll(/^\| `(FOW-D\d+)` \|/gm), ([, id]) => id);
  expect(listed).toEqual(Object.keys(english.findings));
});

it('docs/doctor.md has the examples of the help', () => {
  const { doctorExamples, initExamples } = english.help;
  const lines = [...doctorExamples, ...initExamples].map(([command, what]) => `npx ${command.padEnd(49)} # ${what}`);
  expect(document).toContain(lines.join('\n'));
});
