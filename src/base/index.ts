export { assertNever } from './assert-never';
export { InternalError } from './internal-error';
export { preview } from './preview';
export { describeProblem, isToolError, ToolError, type ToolErrorParts } from './tool-error';
