export { openProject, type Project } from './project';
export type { ProjectModule } from './project-module';
export type { ScriptResolution } from './script-resolution';
export { withoutExtension } from './script-url';
