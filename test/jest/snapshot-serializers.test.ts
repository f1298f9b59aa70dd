import { describe, expect, it } from '@jest/globals';
import { snapshotSerializers } from '../../src/jest/snapshot-serializers';
import { inlineWorld } from '../world/support/inline-world';

for (const serializer of snapshotSerializers) expect.addSnapshotSerializer(serializer as never);

const echo = { 'echo.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage(data);' };

function started() {
  const inline = inlineWorld(echo);
  const wk = new inline.worker.ThreadWorker('echo.ts', { name: 'echo' });
  wk.postMessage({ id: 7, text: 'a message that is longer than the eighty characters that a preview has room for' });
  return { ...inline, wk };
}

describe('a snapshot', () => {
  it('of a trace is its text', () => {
    const { workers } = started();
    workers.step();
    expect({ trace: workers.trace }).toMatchInlineSnapshot(`
      {
        "trace": 0ms  host    new        echo#1 = new ThreadWorker('echo.ts')
        0ms  host    post       -> echo#1  { id: 7, text: 'a message that is longer than the eighty characters that a prev…
        0ms  echo#1  start      echo.ts
        0ms  echo#1  running,
      }
    `);
  });

  it('of an entry of a trace is its line', () => {
    const { workers } = started();
    const [entry] = workers.trace.entries;
    expect([entry]).toMatchInlineSnapshot(`
      [
        0ms  host  new        echo#1 = new ThreadWorker('echo.ts'),
      ]
    `);
  });

  it('of tasks has no ids and positions, but all the data', () => {
    const { workers } = started();
    expect(workers.pending).toMatchInlineSnapshot(`
      [
        start host -> echo#1 echo.ts,
        message host -> echo#1 {
          "id": 7,
          "text": "a message that is longer than the eighty characters that a preview has room for",
        },
      ]
    `);
  });

  it('of a task has those that were performed inside it', () => {
    const { workers } = started();
    const [start, message] = workers.pending;
    expect({ ...start, nested: [{ ...message, data: 1 }] }).toMatchInlineSnapshot(`
      start host -> echo#1 echo.ts
        message host -> echo#1 1
    `);
  });

  it('of a handle has what happened to its worker', () => {
    const { workers, wk } = started();
    workers.run();
    wk.terminate();
    expect([workers.get(wk)]).toMatchInlineSnapshot(`
      [
        WorkerHandle echo#1 {
          "dropped": [],
          "errors": [],
          "exitCode": undefined,
          "kind": "ThreadWorker",
          "posted": [
            {
              "id": 7,
              "text": "a message that is longer than the eighty characters that a preview has room for",
            },
          ],
          "received": [
            {
              "id": 7,
              "text": "a message that is longer than the eighty characters that a preview has room for",
            },
          ],
          "state": "terminating",
          "terminateCalls": 1,
          "url": "echo.ts",
        },
      ]
    `);
  });

  it('of data that only looks alike stays as it is', () => {
    expect([
      { id: 1, kind: 'tea', from: 'a', to: 'b', preview: '', causedBy: null },
      { seq: 1, time: 2 },
    ]).toMatchInlineSnapshot(`
      [
        {
          "causedBy": null,
          "from": "a",
          "id": 1,
          "kind": "tea",
          "preview": "",
          "to": "b",
        },
        {
          "seq": 1,
          "time": 2,
        },
      ]
    `);
  });
});
