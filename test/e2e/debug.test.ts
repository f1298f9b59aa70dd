import { readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Answer, Stopped } from '../../src/debug';
import { DebuggedJest, socketAt } from './support/debugged-jest';
import { jestMajors, projectIn } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

const timeout = 180_000;
const folder = 'entry/src/test';

let running: DebuggedJest | undefined;

afterEach(async () => {
  await running?.kill();
});

function pendingOf({ pending }: Stopped): string[] {
  return pending.map(
    ({ id, kind, to, legal, next }) => `${id} ${kind} to ${to}${legal ? '' : ', later'}${next ? ', next' : ''}`,
  );
}

/** Status of an upgrade or a request that is refused. */
function refused(address: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, { headers });
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_, { statusCode }) => resolve(`${statusCode}`));
    socket.on('error', () => undefined);
  });
}

function fetched(address: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve(`${response.statusCode} ${body.slice(0, 15)}`));
    }).on('error', reject);
  });
}

async function untilGone(address: URL): Promise<void> {
  for (;;) {
    const answered = await fetched(address.href).catch(() => undefined);
    if (answered === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const textOf = (answer: Answer): unknown => (answer.ok ? (answer.text ?? answer.value ?? 'done') : answer.error);

describe.each(jestMajors)('the debugger under Jest %d', (jest) => {
  const project = projectIn(jest, 'debugging');

  it(
    'steps, stops, chooses, goes back and exports; strangers are sent away',
    async () => {
      running = new DebuggedJest(jest, 'debugging', ['order.test', '-t', 'answer in any order']);
      const client = await running.client();
      const address = await running.address();
      const start = await client.next('stopped');
      expect(start).toMatchObject({
        reason: 'start',
        position: 0,
        test: { file: `${folder}/order.test.ts`, name: 'two workers › answer in any order' },
        projectRoot: project,
        whole: true,
      });
      expect(pendingOf(start)).toEqual(['1 start to worker#1, next', '2 message to worker#1, later']);

      const socket = socketAt(address);
      const foreign = { Origin: 'http://evil.example' };
      expect(await refused(socket.replace(/token=\w/, 'token='), {})).toBe('403');
      expect(await refused(socket.replace(/\?.*/, ''), {})).toBe('403');
      expect(await refused(socket, foreign)).toBe('403');
      expect(await refused(socket, { Host: 'rebound.example' })).toBe('403');
      expect(await fetched(address.href.replace(/token=\w/, 'token='))).toBe('403 ');
      expect(await fetched(address.href, { Host: `rebound.example:${address.port}` })).toBe('403 ');
      expect(await fetched(address.href, foreign)).toBe('403 ');
      expect(await fetched(address.href.replace('/?', '/etc/passwd?'))).toBe('404 ');
      expect(await fetched(address.href)).toBe('200 <!doctype html>');

      client.sendText('no JSON');
      client.sendText('{"command":"constructor","id":7}');
      expect(textOf(await client.ask({ command: 'break', pattern: { kind: 'start', to: 'worker#2' } }))).toBe('1');
      const second = await running.client();
      expect((await second.next('stopped')).breakpoints).toHaveLength(1);
      const stopped = await client.goOn({ command: 'continue' });
      expect(stopped).toMatchObject({ reason: 'breakpoint', position: 5, why: 'breakpoint 1: kind=start to=worker#2' });
      expect(await second.next('stopped')).toEqual(stopped);
      second.vanish();

      expect(textOf(await client.ask({ command: 'where', task: 7 }))).toMatch(
        /^entry\/src\/test\/order\.test\.ts:25:10$/,
      );
      const data = { n: 1, note: '<img src=x onerror="alert(1)">\u001b[2J' };
      expect(textOf(await client.ask({ command: 'print', target: { root: { task: 7 }, path: ['data'] } }))).toEqual(
        data,
      );
      await client.goOn({ command: 'step' });
      const globals = (...path: string[]) =>
        client.ask({ command: 'print', target: { root: { agent: 'worker#2' }, path } });
      expect(textOf(await globals('heard'))).toEqual([]);
      expect(textOf(await globals('trap'))).toBe('worker#2.trap is a getter, which would run code if it were read');
      expect(textOf(await globals('proxy'))).toEqual({ $type: 'proxy' });
      expect(textOf(await globals('proxy', 'x'))).toBe(
        'worker#2.proxy is a proxy, which would run code if it were looked into',
      );
      const other = await client.goOn({ command: 'deliver', task: 8 });
      expect(other.schedule).toEqual([1, 2, 3, 4, 5, 6, 8]);
      const overtaken = await client.goOn({ command: 'deliver', task: 9 });
      expect(textOf(await client.ask({ command: 'deliver', task: 9 }))).toBe(
        "task 9 can't be the next one; these can: 7, 10",
      );
      expect(pendingOf(overtaken)).toEqual(['7 message to worker#2, next', '10 message to host']);

      const before = await client.goOn({ command: 'back' });
      expect(before).toMatchObject({ reason: 'back', position: 7, schedule: [1, 2, 3, 4, 5, 6, 8], whole: true });
      expect(before.breakpoints).toHaveLength(1);
      expect(textOf(await globals('heard'))).toEqual([]);
      await client.goOn({ command: 'deliver', task: 9 });
      await client.goOn({ command: 'deliver', task: 10 });
      const end = await client.goOn({ command: 'continue' });
      expect(end).toMatchObject({ reason: 'end', errors: [], pending: [] });
      expect(end.schedule).toEqual([1, 2, 3, 4, 5, 6, 8, 9, 10, 7, 11]);
      expect(textOf(await client.ask({ command: 'export' }))).toBe(join(project, folder, 'order.replay.test.ts'));
      await client.ask({ command: 'quit' });
      expect(await running.ended).toBe(0);

      const replayed = await runJest('debugging', ['--no-coverage', 'order.replay'], { jest });
      expect(summaryOf(replayed)).toEqual({
        [`<project>/${folder}/order.replay.test.ts`]: { passed: 1, failures: [] },
      });
      rmSync(join(project, folder, 'order.replay.test.ts'));
    },
    timeout,
  );

  it(
    'gives a test all the time of the world, records how it failed, and exports that',
    async () => {
      const record = join(project, 'recording.json');
      const args = ['--record', record, 'order.test', '-t', 'first one first'];
      running = new DebuggedJest(jest, 'debugging', args);
      const client = await running.client();
      await client.next('stopped');
      // Longer than the timeouts of the hook and of the test.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await client.goOn({ command: 'until', pattern: { to: 'worker#2' } });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await client.goOn({ command: 'deliver', task: 8 });
      await client.goOn({ command: 'deliver', task: 9 });
      await client.goOn({ command: 'deliver', task: 10 });
      const end = await client.goOn({ command: 'continue' });
      expect(end.errors).toHaveLength(1);
      expect(end.errors?.[0]).toMatch(/^expect\(received\)\.toEqual\(expected\)/);
      expect(textOf(await client.ask({ command: 'export' }))).toBe(join(project, folder, 'order.replay.test.ts'));
      const again = await client.goOn({ command: 'restart' });
      expect(again).toMatchObject({ reason: 'back', position: 0, schedule: [] });
      await client.ask({ command: 'quit' });
      expect(await running.ended).toBe(0);

      const recording = JSON.parse(readFileSync(record, 'utf8')) as { tests: { trace: { entries: unknown[] } }[] };
      expect(recording).toMatchObject({ tests: [{ schedule: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], errors: [] }] });
      expect(recording.tests[0]?.trace.entries).not.toEqual([]);
      running = new DebuggedJest(jest, 'debugging', ['--open', record]);
      const address = await running.address();
      expect(await fetched(address.href)).toBe('200 <!doctype html>');
      expect(await refused(socketAt(address), {})).toBe('403');
      await running.kill();

      const replayed = await runJest('debugging', ['--no-coverage', 'order.replay'], { jest });
      expect(summaryOf(replayed)).toEqual({
        [`<project>/${folder}/order.replay.test.ts`]: { passed: 1, failures: [] },
      });
      rmSync(join(project, folder, 'order.replay.test.ts'));
    },
    timeout,
  );

  it(
    'stops in each test that has workers, and exports those of tables, of JavaScript and of ArkTS',
    async () => {
      running = new DebuggedJest(jest, 'debugging', ['-t', 'doubles|stops']);
      const client = await running.client();
      const names: string[] = [];
      for (let count = 0; count < 4; count++) {
        const start = await client.next('stopped');
        names.push(start.test.name);
        let end = await client.goOn({ command: 'continue' });
        if (end.reason === 'debug') end = await client.goOn({ command: 'continue' });
        expect(end).toMatchObject({ reason: 'end', errors: [] });
        expect(textOf(await client.ask({ command: 'export' }))).toMatch(/\.replay(-2)?\.test\.(ts|js|ets)$/);
        await client.ask({ command: 'continue' });
      }
      expect(names.sort()).toEqual(['doubles 3', 'doubles 4', 'doubles in ArkTS', 'stops where it says so']);
      expect(await running.ended).toBe(0);

      const replays = [
        'arkts.replay.test.ets',
        'order.replay-2.test.ts',
        'order.replay.test.ts',
        'stops.replay.test.js',
      ];
      const replayed = await runJest('debugging', ['--no-coverage', 'replay'], { jest });
      expect(summaryOf(replayed)).toEqual(
        Object.fromEntries(
          replays.map((name) => [
            `<project>/${folder}/${name}`,
            { passed: name.startsWith('order') ? 2 : 1, failures: [] },
          ]),
        ),
      );
      for (const name of replays) rmSync(join(project, folder, name));
    },
    timeout,
  );

  it(
    'leaves nothing alive when the command is killed',
    async () => {
      running = new DebuggedJest(jest, 'debugging', ['stops']);
      const client = await running.client();
      const address = await running.address();
      await client.next('stopped');
      client.vanish();
      expect(await fetched(address.href)).toBe('200 <!doctype html>');
      await running.kill();
      await untilGone(address);
    },
    timeout,
  );
});
