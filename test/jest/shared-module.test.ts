import { describe, expect, it } from '@jest/globals';
import { isSharedModule } from '../../src/jest/shared-module';

describe('isSharedModule', () => {
  it.each([
    "'use shared'",
    '"use shared";\nexport class A {}',
    "\uFEFF// Copyright\n/* it's 'ours' */\n'use shared';",
    "import { a } from './a';\nimport type B from \"b\"\nimport './c';\n\n'use shared'\nexport class A {}",
  ])('holds for %j [S-54]', (source) => {
    expect(isSharedModule(source)).toBe(true);
  });

  it.each([
    '',
    "'use strict';",
    "// 'use shared'",
    "/* 'use shared' */ export {};",
    "const text = 'use shared';",
    "export const a = 1;\n'use shared';",
    "import { a } from 'use shared';",
  ])('does not hold for %j', (source) => {
    expect(isSharedModule(source)).toBe(false);
  });
});
