import { expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

/** More posts than are located by themselves. */
function busyWorld() {
  const inline = inlineWorld({
    'w.ts': 'worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage(data);',
  });
  const wk = new inline.worker.ThreadWorker('w.ts');
  for (let n = 0; n < 300; n++) wk.postMessage(n);
  return { ...inline, wk };
}

/** Posts, and tells whether it is known where. */
function isLocated({ workers, wk }: ReturnType<typeof busyWorld>): boolean {
  wk.postMessage('late');
  return workers.pending.find(({ to, data }) => to === 'worker#1' && data === 'late')?.postedAt !== undefined;
}

it.each<[string, (world: ReturnType<typeof busyWorld>) => unknown]>([
  ['ends just before its budget does', ({ workers }) => workers.run({ maxSteps: 620 })],
  ['stops at a breakpoint', ({ workers }) => [workers.breakOn({ data: 290 }), workers.run({ maxSteps: 320 })]],
  [
    'ends with an error',
    ({ workers, wk }) => {
      wk.addEventListener('message', () => {
        throw new Error('of the host');
      });
      expect(() => workers.run({ maxSteps: 320 })).toThrow('of the host');
    },
  ],
  ['finds its task', ({ workers }) => workers.runUntil({ from: 'worker#1' }, { maxSteps: 320 })],
  ['is spent', ({ workers }) => expect(() => workers.run({ maxSteps: 20 })).toThrow('FOW_OVER_BUDGET')],
])('posts are located no longer after a run that %s', (_, run) => {
  const world = busyWorld();
  expect(isLocated(world)).toBe(false);
  run(world);
  expect(isLocated(world)).toBe(false);
});

it('posts are located no longer after a settling that reaches its limit or its promise', async () => {
  const world = busyWorld();
  await world.workers.settle({ maxSteps: 20 });
  expect(isLocated(world)).toBe(false);
  const until = new Promise<void>((resolve) => {
    world.wk.onmessage = () => resolve();
  });
  await world.workers.settle({ maxSteps: 320, until });
  expect(isLocated(world)).toBe(false);
});

it('entries of the trace tell where the first 256 tasks were asked for', () => {
  const world = busyWorld();
  const [start, ...posts] = world.workers.trace.entries.filter(({ type }) => type === 'queue' || type === 'post');
  expect(start?.at).toMatch(/post-sites\.test\.ts:\d+:\d+$/);
  expect(posts.filter(({ at }) => at !== undefined)).toHaveLength(255);
});
