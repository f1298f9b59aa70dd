import type { AppProcess } from './app-process';
import type { FaultOf } from './faults';
import { dropTask } from './shutdown';
import type { MessageTask } from './tasks';

type MessageFault = FaultOf<'message-error'>;

/** Whether the message can't be rebuilt, as the test wants it. */
export function isUnreadable({ faults }: AppProcess, message: MessageTask): boolean {
  return !faults.isEmpty && faults.find('message-error', concerns(message)) !== undefined;
}

/** It can't be rebuilt now: the fault has been used up. */
export function takeMessageFault(app: AppProcess, message: MessageTask): MessageFault | undefined {
  const { faults, kernel, ports } = app;
  if (faults.isEmpty) return undefined;
  const fault = faults.take('message-error', concerns(message));
  if (fault === undefined) return undefined;
  const { thread, host } = message.worker;
  ports.observe({ type: 'fault', thread: message.to === 'worker' ? thread : host, kind: 'message-error' });
  if (kernel.current !== undefined) dropTask(app, kernel.current, 'unreadable');
  return fault;
}

function concerns({ worker, to }: MessageTask): (fault: MessageFault) => boolean {
  return (fault) => fault.worker === worker && fault.to === to;
}
