export type { Agent } from './agent';
export { type Gate, Kernel, type TaskPerformer } from './kernel';
export type { Lane } from './lane';
export { type Divergence, ReplayPolicy } from './replay-policy';
export { fifo, randomPolicy, type SchedulingPolicy, seededRandom } from './scheduling-policy';
export type { Place, Task, Turn } from './task';
export { type TimeSource, VirtualClock } from './virtual-clock';
