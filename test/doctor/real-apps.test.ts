import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { examine } from '../../src/doctor';
import { projectOnDisk } from '../project/project-on-disk';

const folder = join(__dirname, '../fixtures/doctor-corpus');

function idsIn(app: string): readonly string[] {
  return examine(app).findings.map(({ id }) => id);
}

/** A copy of an app in which one file reads otherwise. */
function changed(app: string, file: string, from: string | RegExp, to: string): string {
  const copy = projectOnDisk({});
  cpSync(join(folder, app), copy, { recursive: true });
  const path = join(copy, 'entry/src/main/ets', file);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  return copy;
}

describe('an app that does all that it should', () => {
  it.each(readdirSync(folder))('is not told of anything: %s', (app) => {
    expect(examine(join(folder, app)).findings).toEqual([]);
  });

  const terminate = /\.terminate\(\)/g;

  it.each([
    ['manager', 'common/WorkerManager.ets', terminate, '.postMessage(0)', ['FOW-D05']],
    ['manager', 'common/WorkerManager.ets', 'this.worker.onerror', 'this.worker.onmessage', ['FOW-D04']],
    ['page', 'pages/Index.ets', terminate, '.postMessage(0)', ['FOW-D05']],
    ['page', 'pages/Index.ets', 'workers/Download', 'worker/Download', ['FOW-D01']],
    ['promise', 'model/RunInWorker.ets', terminate, '.postMessage(0)', ['FOW-D05']],
    ['promise', 'model/Point.ets', 'static origin', 'origin', ['FOW-D07']],
    ['ability', 'entryability/EntryAbility.ets', 'temporary.terminate()', '', ['FOW-D05']],
    ['rpc', 'model/Call.ets', '@Sendable', '', ['FOW-D07']],
    ['rpc', 'pages/Client.ets', 'this.build(callback)', '{ callback: this.build }', ['FOW-D06']],
    ['rpc', 'workers/Rpc.ets', 'await Promise.resolve()', "workerPort.postMessage('early')", ['FOW-D08', 'FOW-D08']],
    ['rpc', 'workers/Rpc.ets', 'import type', 'import', []],
    ['inheritance', 'filter/index.ets', './Filter', '@ohos.router', ['FOW-D10']],
    ['pool', 'pool/WorkerPool.ets', 'PoolWorker.ets', 'Gone.ets', Array(3).fill('FOW-D01')],
    ['singleton', 'log/Logger.ts', 'new worker.ThreadWorker', 'new worker.Worker', ['FOW-D09']],
  ])('is told what is taken from it: %s, %s, %s', (app, file, from, to, ids) => {
    expect(idsIn(changed(app, file, from, to))).toEqual(ids);
  });
});
