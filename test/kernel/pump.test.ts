import { describe, expect, it } from '@jest/globals';
import { recordingKernel } from './support/recording-kernel';

function hostAndWorker() {
  const recording = recordingKernel();
  const { kernel } = recording;
  const host = kernel.addAgent('host', { ranks: 1 });
  const worker = kernel.addAgent('worker', { ranks: 1 });
  const toHost = host.inbox.addLane({ source: worker.id, rank: 0, overtakes: false });
  const toWorker = worker.inbox.addLane({ source: host.id, rank: 0, overtakes: false });
  return { ...recording, host, worker, toHost, toWorker };
}

describe('Kernel.pump', () => {
  it('performs tasks of one agent inside the running task, up to the one that is waited for', () => {
    const { kernel, host, worker, toHost, toWorker, during, performed, heard } = hostAndWorker();
    let came = false;
    during('wait', () => {
      kernel.queue(host, toHost, 'answer');
      kernel.queue(host, toHost, 'later');
      came = kernel.pump(host, () => performed.includes('answer'));
    });
    kernel.queue(host, toHost, 'earlier');
    const wait = kernel.queue(worker, toWorker, 'wait');
    kernel.stepTask(wait);
    expect({ came, performed, current: kernel.current }).toEqual({
      came: true,
      performed: ['wait', 'earlier', 'answer'],
      current: undefined,
    });
    expect(heard.slice(-4)).toEqual(['ended earlier', 'began answer', 'ended answer', 'ended wait']);
  });

  it('answers false when the agent has nothing more to do', () => {
    const { kernel, host, worker, toWorker, during, runAll } = hostAndWorker();
    const came: boolean[] = [];
    during('wait', () => came.push(kernel.pump(host, () => false)));
    kernel.queue(worker, toWorker, 'wait');
    runAll();
    expect(came).toEqual([false]);
  });

  it('knows which agents are in the middle of a task', () => {
    const { kernel, host, worker, toHost, toWorker, during, runAll } = hostAndWorker();
    const running: boolean[] = [];
    const look = () => running.push(kernel.isRunning(host), kernel.isRunning(worker));
    during('answer', look);
    during('wait', () => {
      look();
      kernel.queue(host, toHost, 'answer');
      kernel.pump(host, () => running.length === 4);
      look();
    });
    kernel.queue(worker, toWorker, 'wait');
    runAll();
    look();
    expect(running).toEqual([false, true, true, true, false, true, false, false]);
  });

  it('makes the nested task the current one while it runs', () => {
    const { kernel, host, worker, toHost, toWorker, during, runAll } = hostAndWorker();
    const current: unknown[] = [];
    during('answer', () => current.push(kernel.current?.payload));
    during('wait', () => {
      kernel.queue(host, toHost, 'answer');
      kernel.pump(host, () => current.length === 1);
      current.push(kernel.current?.payload);
    });
    kernel.queue(worker, toWorker, 'wait');
    runAll();
    expect(current).toEqual(['answer', 'wait']);
  });

  it('leaves the turn of the waiting agent as it was', () => {
    const { kernel, host, worker, toHost, toWorker, during, turns, runAll } = hostAndWorker();
    during('wait', () => {
      kernel.queue(host, toHost, 'answer');
      kernel.pump(host, () => turns.has('answer'));
    });
    kernel.queue(worker, toWorker, 'wait');
    kernel.queue(worker, toWorker, 'next');
    runAll();
    expect(turns.get('wait')).toBe(turns.get('next'));
  });
});
