import { expect, it } from '@jest/globals';
import { inlineWorld } from '../support/inline-world';
import { outcomeOf } from '../support/outcome';

it('says who holds the slots when there is none left [E-13]', () => {
  const { worker, workers, run } = inlineWorld({ 'w.ts': () => undefined }, { limits: { ThreadWorker: 7 } });
  const all = Array.from({ length: 7 }, () => new worker.ThreadWorker('w.ts'));
  all[0]?.terminate();
  const refused =
    'threw BusinessError 10200003: Worker initialization failed, the number of workers exceeds the maximum.';
  expect(outcomeOf(() => new worker.ThreadWorker('w.ts'))).toBe(refused);
  run();
  const again = new worker.ThreadWorker('w.ts');
  for (const wk of [...all.slice(1), again]) wk.terminate();
  expect(outcomeOf(() => new worker.ThreadWorker('w.ts'))).toBe(refused);

  const told = workers.diagnostics.map(({ facts = [], ...rest }) => ({
    ...rest,
    facts: facts.map((fact) => fact.replace(/at: .*\/test\/(.*):\d+:\d+$/, 'at: test/$1')),
  }));
  const common = {
    code: 'FOW_NO_SLOT',
    summary: "host can't construct a ThreadWorker: as many workers live as a device allows, 7 of ThreadWorker",
  };
  expect(told).toEqual([
    {
      ...common,
      facts: [
        'constructed at: test/world/diagnostics/slots.test.ts',
        'nobody has called terminate() of: worker#2 (w.ts), worker#3 (w.ts), worker#4 (w.ts), worker#5 (w.ts), worker#6 (w.ts) and 1 more',
        'have been told to end, and have not yet: worker#1 (w.ts)',
      ],
      hint: 'terminate workers that are done; the slot is free again when the worker has stopped.',
    },
    {
      ...common,
      facts: [
        'constructed at: test/world/diagnostics/slots.test.ts',
        'have been told to end, and have not yet: worker#2 (w.ts), worker#3 (w.ts), worker#4 (w.ts), worker#5 (w.ts), worker#6 (w.ts) and 2 more',
      ],
      hint: 'let them come to their end first: workers.run().',
    },
  ]);
});

it('counts all threads together [E-13]', () => {
  const { worker, workers } = inlineWorld({ 'w.ts': () => undefined }, { limits: { total: 1 } });
  new worker.RestrictedWorker('w.ts');
  expect(outcomeOf(() => new worker.ThreadWorker('w.ts'))).toContain('10200003');
  expect(workers.diagnostics.map(({ summary }) => summary)).toEqual([
    "host can't construct a ThreadWorker: as many workers live as a device allows, 1 threads in all",
  ]);
});
