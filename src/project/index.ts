export { moduleHolding } from './application';
export { searchDepth } from './find-applications';
export { type Dependency, dependencyFor, resolvePackageImport } from './package-imports';
export { openProject, type Project } from './project';
export type { ProjectModule } from './project-module';
export type { ScriptResolution } from './script-resolution';
export { splitSource, withoutExtension } from './script-url';
export { findSources } from './source-search';
