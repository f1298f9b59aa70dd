export { CommandThread } from './command-thread';
export { type DebugOrder, orderVariable, takeOrder } from './debug-order';
export type { Debuggee, TaskDebugger, TaskInfo } from './debuggee';
export type * from './protocol';
export { Stepper, type StepperPorts } from './stepper';
export type { TestInfo, TestRun } from './test-run';
export type { WayBack } from './way-back';
export { findWay, leaveWay } from './way-file';
