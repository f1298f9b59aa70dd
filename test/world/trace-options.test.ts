import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

const script = `
  const port = worker.workerPort;
  port.onmessage = ({ data }) => {
    globals.console.log('got', data);
    port.postMessage(data);
  };
`;

function performed(
  trace: Parameters<typeof inlineWorld>[1] extends { trace?: infer T } | undefined ? T : never,
  data: unknown,
) {
  const { worker, workers } = inlineWorld({ 'w.ts': script }, { trace });
  const pair = [new worker.ThreadWorker('w.ts'), new worker.ThreadWorker('w.ts')];
  for (const wk of pair) {
    wk.onmessage = () => {};
    wk.postMessage(data);
  }
  workers.run();
  return workers;
}

describe('trace.only', () => {
  it('keeps entries of certain types', () => {
    const { trace } = performed({ only: ['post', 'message'] }, 1);
    expect(new Set(trace.entries.map(({ type }) => type))).toEqual(new Set(['post', 'message']));
    expect(trace.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(trace.toJSON().agents.map(({ name }) => name)).toEqual(['host', 'worker#1', 'worker#2']);
  });

  it('keeps what has to do with certain agents, of certain types if there are any', () => {
    const ofOne = performed({ only: ['worker#2'] }, 1).trace.text;
    expect(ofOne).toContain('post       -> worker#2  1');
    expect(ofOne).not.toContain('worker#1');
    expect(performed({ only: ['message', 'worker#2'] }, 1).trace.text.split('\n')).toEqual([
      '0ms  worker#2  message    <- host  1',
      '0ms  host      message    <- worker#2  1',
    ]);
  });

  it.each([[['messages']], ['message'], [[7]]])('refuses %j', (only) => {
    expect(() => inlineWorld({}, { trace: { only } as never })).toThrow(
      "expected: a list of types of entries, such as 'message', and agents, such as 'host' or 'worker#1'",
    );
  });
});

describe('trace.redact', () => {
  const data = { user: 'ann', login: { password: 'secret' }, tokens: new Map([['token', 'secret']]) };

  it('hides values in data and console lines, wherever the trace shows or stores them', () => {
    const { trace } = performed({ redact: ['password', 'token'] }, data);
    expect(trace.text).toContain("post       -> worker#1  { user: 'ann', login: { password: '[redacted]' }");
    expect(trace.text).toContain("console.log  got { user: 'ann', login: { password: '[redacted]' }");
    expect(trace.entries.find(({ type }) => type === 'post')).toMatchObject({
      data: { user: 'ann', login: { password: '[redacted]' } },
    });
    expect(JSON.stringify(trace)).toContain('"login":{"password":{"$type":"redacted"}}');
    expect(`${trace.text}${JSON.stringify(trace)}`).not.toContain('secret');
  });

  it('hides nothing from the test', () => {
    const workers = performed({ redact: ['password'] }, data);
    expect(workers.get('worker#1').received).toEqual([data]);
  });

  it('refuses what is no list of names', () => {
    expect(() => inlineWorld({}, { trace: { redact: 'password' } as never })).toThrow(
      'expected: a list of names of properties',
    );
  });
});

describe('trace.maxEvents', () => {
  it('switches the trace off', () => {
    const { trace } = performed({ maxEvents: 0 }, 1);
    expect([trace.entries, trace.text, trace.toJSON().entries]).toEqual([[], '', []]);
  });

  it('keeps causes among the entries that are left', () => {
    const { entries, forgotten } = performed({ maxEvents: 7 }, 1).trace.toJSON();
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7].map((at) => forgotten + at));
    const [first, ...rest] = entries;
    expect(first?.causes).toEqual([]);
    expect(rest.flatMap(({ causes }) => causes).every((seq) => seq > forgotten)).toBe(true);
  });
});
