import type { TaskInfo } from './debuggee';
import type { StopReason, TaskPattern } from './protocol';
import { describePattern, fits } from './task-pattern';

/** How far the test goes on. */
export type Goal =
  | { readonly to: 'start' }
  | { readonly to: 'position'; readonly position: number }
  | { readonly to: 'agent'; readonly agent: string; readonly after: number }
  | { readonly to: 'pattern'; readonly pattern: TaskPattern; readonly after: number }
  /** Breakpoints and the end still stop it. */
  | { readonly to: 'end' }
  /** Nothing stops it any more. */
  | { readonly to: 'nothing' };

/** Whether the goal is reached before a task, and how that is told. */
export function reached(
  goal: Goal,
  next: TaskInfo,
  position: number,
): { readonly reason: StopReason; readonly why?: string } | undefined {
  switch (goal.to) {
    case 'start':
      return { reason: 'start' };
    case 'position':
      return position >= goal.position ? { reason: 'step' } : undefined;
    case 'agent':
      return position > goal.after && next.to === goal.agent ? { reason: 'step' } : undefined;
    case 'pattern': {
      if (position <= goal.after || !fits(goal.pattern, next)) return undefined;
      return { reason: 'until', why: describePattern(goal.pattern) };
    }
    default:
      return undefined;
  }
}
