export { openProject, type Project } from './project';
export type { ApplicationModel, ProjectModule } from './project-module';
export type { ResolutionNote, ScriptResolution } from './script-resolution';
