import { describe, expect, it } from '@jest/globals';
import { type ChromeTraceEvent, toChromeTrace } from '../../src/views';
import { busyTrace, longTrace } from './support/traces';

type Slice = Extract<ChromeTraceEvent, { ph: 'X' }>;
type Arrow = Extract<ChromeTraceEvent, { ph: 's' | 'f' }>;

function slicesOf(events: readonly ChromeTraceEvent[]): Slice[] {
  return events.filter((event): event is Slice => event.ph === 'X');
}

function arrowsOf(events: readonly ChromeTraceEvent[], ph: Arrow['ph']): Arrow[] {
  return events.filter((event): event is Arrow => event.ph === ph);
}

/** Slices of one track must lie inside each other or apart; viewers draw others at a wrong depth. */
function overlapping(slices: readonly Slice[]): Slice[] {
  return slices.filter((one) =>
    slices.some(
      (other) =>
        one.tid === other.tid &&
        one.ts < other.ts &&
        other.ts < one.ts + one.dur &&
        other.ts + other.dur > one.ts + one.dur,
    ),
  );
}

function isAt({ tid, ts }: Arrow): (slice: Slice) => boolean {
  return (slice) => slice.tid === tid && slice.ts <= ts && ts <= slice.ts + slice.dur;
}

describe("a trace for Chrome's and Perfetto's viewers", () => {
  it('has a track for each agent, in their order', () => {
    const { traceEvents } = toChromeTrace(busyTrace());
    const names = traceEvents.flatMap((event) =>
      event.ph === 'M' && event.name === 'thread_name' ? [[event.tid, event.args.name]] : [],
    );
    expect(names).toEqual([
      [1, 'host'],
      [2, 'first; "one"#1 w.ts'],
      [3, 'worker#2 w.ts'],
    ]);
  });

  it('keeps the rules of the format: slices nest, time is in microseconds, and every event belongs to a track', () => {
    const { traceEvents, displayTimeUnit } = toChromeTrace(busyTrace());
    const slices = slicesOf(traceEvents);
    expect(displayTimeUnit).toBe('ms');
    expect(slices.length).toBeGreaterThan(50);
    expect(overlapping(slices)).toEqual([]);
    for (const { ts, dur, tid } of slices) {
      expect([Number.isInteger(ts), Number.isInteger(dur), dur > 0, [1, 2, 3].includes(tid)]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
    // 5 ms, and one entry before it: that its task was queued.
    expect(slices.find(({ cat }) => cat === 'timer')?.ts).toBe(5_002);
  });

  it('has an arrow for each task that begins, from inside the slice that queued it to the slice that it is', () => {
    const { traceEvents } = toChromeTrace(busyTrace());
    const slices = slicesOf(traceEvents);
    const [begins, ends] = [arrowsOf(traceEvents, 's'), arrowsOf(traceEvents, 'f')];
    const tasks = slices.filter(({ cat }) =>
      ['start', 'message', 'error', 'call', 'timer', 'exit', 'begin'].includes(cat),
    );
    expect(ends.map(({ id }) => id).sort()).toEqual(tasks.map(({ args }) => args.task).sort());
    expect(begins.map(({ id }) => id)).toEqual(ends.map(({ id }) => id));
    for (const arrow of ends)
      expect(slices.find((slice) => slice.ts === arrow.ts && isAt(arrow)(slice))?.args.task).toBe(arrow.id);
    for (const [at, arrow] of begins.entries()) {
      expect(slices.filter(isAt(arrow)).map(({ cat }) => cat)).toContainEqual(
        expect.stringMatching(/^(post|queue|link|call|message)$/),
      );
      expect(arrow.ts).toBeLessThan(ends[at]?.ts ?? 0);
    }
  });

  it('closes what has not ended', () => {
    const trace = longTrace(3);
    const cut = {
      ...trace,
      entries: trace.entries.slice(
        0,
        trace.entries.findIndex(({ type }) => type === 'end'),
      ),
    };
    const open = slicesOf(toChromeTrace(cut).traceEvents).find(({ cat }) => cat === 'start');
    expect(open).toMatchObject({ name: 'start w.ts', dur: 4 });
  });
});
