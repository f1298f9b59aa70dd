export { mostGuarded } from './overdue-call';
export type { Realm, RealmRequest, SourcePosition } from './realm';
export { SourcePositions } from './source-positions';
export { StackFrames } from './stack-frames';
export { VmContext } from './vm-context';
export { Watchdog } from './watchdog';
export type { StoppedFrame } from './watchdog-cells';
