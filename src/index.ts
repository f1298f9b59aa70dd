/// <reference path="../ohos-types/index.d.ts" preserve="true" />
import './jest/matchers/matcher-types';
import { engine } from './jest/engine';
import type { Workers } from './world';

export type { ToolErrorParts as Diagnostic } from './base';
export { type JestConfigLike, withFakeOhosWorker } from './jest/config';
export type {
  Divergence,
  StoredEntry,
  StoredEvent,
  StoredValue,
  TracedAgent,
  TraceEntry,
  TraceEvent,
  TraceFile,
  TraceView,
  VectorClock,
} from './trace';
export type {
  BreakOptions,
  Breakpoint,
  BudgetLimits,
  Clock,
  DroppedMessage,
  DropReason,
  ExitCode,
  FakeOhosWorkerOptions,
  Inject,
  Leak,
  Link,
  LinkOptions,
  Phase,
  RunReport,
  RunUntilOptions,
  SettleOptions,
  SettleReport,
  StandIn,
  Stop,
  StopAt,
  TaskMatch,
  TaskPredicate,
  TaskView,
  TerminateCall,
  UncaughtError,
  Waiting,
  WorkerHandle,
  WorkerLimits,
  Workers,
} from './world';

/** The workers of the running test and their queue. */
export const workers: Workers = engine().workers;
