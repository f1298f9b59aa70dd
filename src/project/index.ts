export { openProject, type Project, type ProjectOptions } from './project';
export type { ApplicationModel, ProjectModule } from './project-module';
export type { ResolutionNote, ScriptResolution } from './script-resolution';
