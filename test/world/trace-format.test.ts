import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { storeValue, type TraceFile } from '../../src/trace';
import { collections } from '../arkts/support/library';
import { inlineWorld } from './support/inline-world';
import { randomPrograms, traceOf } from './support/random-traces';

const docs = join(__dirname, '../../docs');
const schema = JSON.parse(readFileSync(join(docs, 'trace-format.schema.json'), 'utf8'));
const document = readFileSync(join(docs, 'trace-format.md'), 'utf8');
const isValid = new Ajv({ allowUnionTypes: true, strictRequired: false, strictTypes: false }).compile<TraceFile>(
  schema,
);

function problemsOf(trace: unknown): unknown {
  return isValid(JSON.parse(JSON.stringify(trace))) ? undefined : isValid.errors?.slice(0, 5);
}

const typesInSchema: readonly string[] = schema.$defs.entry.oneOf.map(({ title }: { title: string }) => title);

/** Traces in which together everything happens. */
const traces: readonly TraceFile[] = [
  ...fc.sample(randomPrograms, { seed: 20260701, numRuns: 60 }).map((program) => traceOf(program).toJSON()),
  traceOfUncaught(),
  traceOfDevice(),
];

/** An error that nobody hears. */
function traceOfUncaught(): TraceFile {
  const { worker, workers } = inlineWorld({
    'w.ts': 'worker.workerPort.onmessage = () => { throw new RangeError("now"); };',
  });
  const wk = new worker.ThreadWorker('w.ts');
  wk.postMessage(new Map<unknown, unknown>([[{ a: 1n }, [undefined, Number.NaN, new Uint8Array(3)]]]));
  expect(() => workers.run()).toThrow('now');
  return workers.trace.toJSON();
}

/** The older class, timers, an exit code, a worker that refuses a script. */
function traceOfDevice(): TraceFile {
  const { worker, workers } = inlineWorld({ 'w.ts': 'globals.setTimeout(() => worker.parentPort.close(), 5);' });
  const wk = new worker.Worker('w.ts');
  expect(() => new worker.Worker('nowhere.ts')).toThrow();
  workers.run();
  workers.clock.advance(10);
  wk.onexit = () => {};
  workers.run();
  return workers.trace.toJSON();
}

describe('the schema of stored traces', () => {
  it('accepts the traces of many programs', () => {
    for (const trace of traces) expect(problemsOf(trace)).toBeUndefined();
  });

  it('knows every type of entry, and all of them occur', () => {
    const seen = new Set(traces.flatMap(({ entries }) => entries.map(({ type }) => type)));
    expect([...seen].sort()).toEqual([...typesInSchema].sort());
  });

  it.each<[string, (trace: TraceFile) => unknown]>([
    ['another version', (trace) => ({ ...trace, version: 2 })],
    ['an unknown field', (trace) => ({ ...trace, more: 1 })],
    ['an unknown type', (trace) => ({ ...trace, entries: [{ ...trace.entries[0], type: 'other' }] })],
    ['a field of another type', (trace) => ({ ...trace, entries: [{ ...trace.entries[0], exitCode: 1 }] })],
    ['a missing field', (trace) => ({ ...trace, entries: [{ ...trace.entries[0], worker: undefined }] })],
    ['unmarked data', (trace) => ({ ...trace, entries: [{ ...trace.entries[2], data: { $type: 'Map' } }] })],
  ])('refuses %s', (_name, spoil) => {
    const trace = traceOfUncaught();
    expect(trace.entries.slice(0, 3).map(({ type }) => type)).toEqual(['new', 'queue', 'post']);
    expect(problemsOf(spoil(trace))).toBeDefined();
  });

  it.each<[string, unknown]>([
    ['what JSON knows', { a: [1, 'x', null, true] }],
    ['what is too large', [Array.from({ length: 5_000 }, (_, i) => i), 'x'.repeat(20_000)]],
    ['what is shared', ((shared) => [shared, shared, new Set([shared])])({})],
    [
      'what is binary',
      [new ArrayBuffer(100), new DataView(new ArrayBuffer(1)), new BigUint64Array(1), new Uint8ClampedArray(1)],
    ],
    [
      'the rest',
      [1n, -0, Symbol('s'), () => 1, /x/, new Date(), Object(1), new Error('e', { cause: new Map() }), { $type: 'x' }],
    ],
  ])('accepts stored values: %s', (_name, data) => {
    const entry = {
      seq: 1,
      time: 0,
      agent: 'host',
      causes: [],
      type: 'post',
      task: 1,
      to: 'worker#1',
      data: storeValue(data),
    };
    const file = {
      format: 'fake-ohos-worker/trace',
      version: 1,
      agents: [{ name: 'host', kind: 'host' }],
      forgotten: 0,
    };
    expect(problemsOf({ ...file, entries: [entry] })).toBeUndefined();
  });

  it('stores the elements of what threads share', () => {
    const list = new collections.Array<unknown>(1, new collections.Map([['k', 2]]), new collections.BitVector(2));
    const data = { list, set: new collections.Set([1]), bytes: new collections.Uint8Array([1]) };
    expect(storeValue(data)).toEqual({
      list: [1, { $type: 'Map', entries: [['k', 2]] }, [0, 0]],
      set: { $type: 'Set', values: [1] },
      bytes: { $type: 'Uint8Array', length: 1, byteLength: 1, head: '01' },
    });
  });
});

describe('the document of the format', () => {
  it('has a row for every type of entry, with all of its fields', () => {
    for (const { title, properties } of schema.$defs.entry.oneOf) {
      const [, fields = 'no row'] = new RegExp(`^\\| \`${title}\` \\| ([^|]*)\\|`, 'm').exec(document) ?? [];
      const told = [...fields.matchAll(/`(\w+)`/g)].map(([, name]) => name);
      expect([title, told.sort()]).toEqual([
        title,
        Object.keys(properties)
          .filter((name) => name !== 'type')
          .sort(),
      ]);
    }
  });

  it('names every field of a file, an entry and an agent, and every mark of data', () => {
    const { entry, agent, value } = schema.$defs;
    const fields = [schema, entry, agent].flatMap(({ properties }) => Object.keys(properties));
    const marks = value.anyOf
      .at(-1)
      .oneOf.flatMap((each: { properties: { $type: { const?: string; enum?: string[] } } }) => {
        const { const: one, enum: some = [] } = each.properties.$type;
        return one === undefined ? some : [one];
      });
    expect([...fields, ...marks].filter((name) => !document.includes(`\`${name}\``) && name !== 'array')).toEqual([]);
  });
});
