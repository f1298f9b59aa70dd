import { join } from 'node:path';
import { compileFiles } from './compile-files';
import { project, requireFromProject } from './project';

const { createTransformer } = requireFromProject('ts-jest').default;
const tsconfig = {
  isolatedModules: true,
  target: 'ES2021',
  module: 'CommonJS',
  esModuleInterop: true,
  experimentalDecorators: true,
};
const transformer = createTransformer({ tsconfig, diagnostics: false });
const options = {
  config: { rootDir: project, cwd: project, globals: {}, transform: [], extensionsToTreatAsEsm: [], testMatch: [] },
  configString: '{}',
  cacheFS: new Map(),
  supportsStaticESM: false,
  transformerConfig: {},
};

export const measure = compileFiles(
  (text, index) => transformer.process(text, join(project, `src/file${index}.ts`), options).code,
);
