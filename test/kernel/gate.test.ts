import { describe, expect, it } from '@jest/globals';
import type { Task } from '../../src/kernel';
import { names, recordingKernel } from './support/recording-kernel';

/** One agent with two lanes, and a gate that keeps every task whose name begins with `kept`. */
function gatedKernel() {
  const recording = recordingKernel();
  const { kernel } = recording;
  const agent = kernel.addAgent('agent', { ranks: 1 });
  const lane = (source: number) => agent.inbox.addLane({ source, rank: 0, overtakes: false });
  const [one, two] = [lane(1), lane(2)];
  const kept: Task<string>[] = [];
  kernel.gate = {
    keeps: (task) => {
      const keeps = task.payload.startsWith('kept');
      if (keeps) kept.push(task);
      return keeps;
    },
  };
  const admitAll = () => {
    for (const task of kept.splice(0)) kernel.admit(task);
  };
  return { ...recording, agent, one, two, admitAll };
}

describe('a gate of the kernel', () => {
  it('keeps tasks out of the inbox, and the observer hears of them all the same', () => {
    const { kernel, agent, one, heard, runAll } = gatedKernel();
    kernel.queue(agent, one, 'kept');
    kernel.queue(agent, one, 'free');
    expect(names(kernel.pending())).toEqual(['free']);
    expect(heard).toEqual(['queued kept', 'queued free']);
    expect(runAll()).toEqual(['free']);
  });

  it('lets a task arrive when it is admitted, after everything that is there', () => {
    const { kernel, agent, one, two, admitAll, runAll } = gatedKernel();
    const other = kernel.addAgent('other', { ranks: 1 });
    kernel.queue(agent, one, 'kept');
    kernel.queue(agent, two, 'a');
    kernel.queue(other, other.inbox.addLane({ source: 1, rank: 0, overtakes: false }), 'b');
    admitAll();
    kernel.queue(agent, two, 'c');
    expect(names(kernel.pending())).toEqual(['a', 'b', 'c', 'kept']);
    expect(runAll()).toEqual(['a', 'b', 'c', 'kept']);
  });

  it('leaves a task its place in front', () => {
    const { kernel, agent, one, admitAll, runAll } = gatedKernel();
    kernel.queue(agent, one, 'kept', 'front');
    kernel.queue(agent, one, 'a');
    admitAll();
    expect(runAll()).toEqual(['kept', 'a']);
  });

  it('leaves no trace of a task that was taken back from an inbox and admitted again', () => {
    const { kernel, agent, one, two, runAll } = gatedKernel();
    const task = kernel.queue(agent, one, 'first');
    kernel.queue(agent, two, 'second');
    agent.inbox.remove(task);
    expect(names(kernel.pending())).toEqual(['second']);
    kernel.queue(agent, two, 'third');
    kernel.admit(task, 'back');
    expect(runAll()).toEqual(['second', 'third', 'first']);
  });
});
