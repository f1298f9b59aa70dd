import { compileFiles } from './compile-files';
import { requireFromProject } from './project';

const { createTransformer } = requireFromProject('fake-ohos-worker/ets').default;
const transformer = createTransformer();

export const measure = compileFiles(
  (text, index) => transformer.process(text, `/app/src/file${index}.ets`, { config: { rootDir: '/app' } }).code,
);
