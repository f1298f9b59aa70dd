import { expect, it } from '@jest/globals';
import { ClientHub } from '../../src/debug/client-hub';
import type { Request, ServerMessage, Stopped } from '../../src/debug/protocol';

const stopped: Stopped = {
  type: 'stopped',
  reason: 'step',
  position: 1,
  test: { file: 'a.test.ts', name: 'a' },
  projectRoot: '/project',
  agents: [],
  tracedAgents: [],
  pending: [],
  schedule: [1],
  breakpoints: [],
  whole: false,
  entries: [{ seq: 2, time: 0, agent: 'host', causes: [], type: 'end', task: 1 }],
};

function hubWithClients() {
  const forwarded: Request[] = [];
  const hub = new ClientHub((request) => forwarded.push(request));
  const client = () => {
    const heard: ServerMessage[] = [];
    return { heard, send: (text: string) => void heard.push(JSON.parse(text) as ServerMessage) };
  };
  return { hub, forwarded, client };
}

it('carries out one command after the other, and answers whoever asked', () => {
  const { hub, forwarded, client } = hubWithClients();
  const [a, b] = [client(), client()];
  hub.join(a);
  hub.join(b);
  hub.told(stopped);
  hub.heard(a, '{"command":"where","task":1,"id":5}');
  hub.heard(b, '{"command":"step","id":5}');
  hub.heard(a, '{"command":"step","id":6}');
  expect(forwarded).toEqual([{ command: 'where', task: 1, id: 1 }]);

  hub.told({ type: 'answer', id: 1, ok: true, text: 'a.ts:1:1' });
  expect(forwarded[1]).toEqual({ command: 'step', id: 2 });
  hub.told({ type: 'running' });
  hub.told({ type: 'answer', id: 2, ok: true });
  expect(forwarded).toHaveLength(2);
  expect(a.heard.slice(2)).toEqual([
    { type: 'answer', id: 5, ok: true, text: 'a.ts:1:1' },
    { type: 'answer', id: 6, ok: false, error: 'the test is going on: wait until it stops' },
    { type: 'running' },
  ]);
  expect(b.heard.slice(2)).toEqual([{ type: 'running' }, { type: 'answer', id: 5, ok: true }]);
});

it('gives a client that comes late the whole trace and the breakpoints', () => {
  const { hub, client } = hubWithClients();
  const first = { seq: 1, time: 0, agent: 'host', causes: [], type: 'begin', task: 1, kind: 'stop' } as const;
  hub.told({ ...stopped, whole: true, entries: [first] });
  hub.told({ type: 'running' });
  hub.told(stopped);
  const breakpoints = [{ number: 1, pattern: {}, stop: 'before', hits: 0 }] as const;
  hub.told({ type: 'breakpoints', breakpoints });
  const late = client();
  hub.join(late);
  expect(late.heard).toEqual([{ ...stopped, whole: true, breakpoints, entries: [first, ...stopped.entries] }]);
});

it('refuses what is no command, and goes on when a client has gone', () => {
  const { hub, forwarded, client } = hubWithClients();
  const [a, b] = [client(), client()];
  hub.join(a);
  for (const text of ['', '[]', 'null', '{"command":1,"id":1}', '{"command":"step"}']) hub.heard(a, text);
  expect(a.heard.slice(1)).toEqual(
    Array.from({ length: 5 }, () => ({
      type: 'answer',
      id: 0,
      ok: false,
      error: 'not a command: JSON with a command and an id is expected',
    })),
  );
  hub.told(stopped);
  hub.heard(a, '{"command":"where","task":1,"id":1}');
  hub.leave(a);
  hub.join(b);
  hub.heard(b, '{"command":"step","id":1}');
  hub.told({ type: 'answer', id: 1, ok: true });
  expect(forwarded.map(({ command }) => command)).toEqual(['where', 'step']);
});
