import { describe, expect, it } from '@jest/globals';
import { type TimeSource, VirtualClock } from '../../src/kernel';

function clockWithLog() {
  const clock = new VirtualClock();
  const log: string[] = [];
  const set = (delay: number, name: string) => clock.schedule(delay, () => log.push(`${name}@${clock.now}`));
  return { clock, log, set };
}

describe('VirtualClock', () => {
  it('begins at 0 with no timers', () => {
    const { clock } = clockWithLog();
    expect([clock.now, clock.nextDue, clock.size]).toEqual([0, undefined, 0]);
  });

  it('fires what is due in due order, then in the order in which it was set', () => {
    const { clock, log, set } = clockWithLog();
    set(20, 'b');
    set(10, 'a');
    set(20, 'c');
    set(30, 'd');
    clock.advanceTo(25);
    expect([log, clock.now, clock.nextDue, clock.size]).toEqual([['a@10', 'b@20', 'c@20'], 25, 30, 1]);
  });

  it('fires at once what has no delay, or a negative one', () => {
    const { clock, log, set } = clockWithLog();
    set(0, 'zero');
    set(-5, 'negative');
    expect([log, clock.size]).toEqual([['zero@0', 'negative@0'], 0]);
  });

  it('fires timers that firing timers set, when they are due by then', () => {
    const { clock, log, set } = clockWithLog();
    clock.schedule(10, () => {
      set(5, 'soon');
      set(50, 'late');
    });
    clock.advanceTo(20);
    expect([log, clock.nextDue]).toEqual([['soon@15'], 60]);
  });

  it('does not fire what was cancelled, and ignores unknown ids', () => {
    const { clock, log, set } = clockWithLog();
    const id = set(10, 'a');
    clock.cancel(id);
    clock.cancel(id);
    clock.cancel(999);
    clock.advanceTo(100);
    expect([log, clock.now]).toEqual([[], 100]);
  });

  it('never goes back', () => {
    const { clock } = clockWithLog();
    clock.advanceTo(100);
    clock.advanceTo(50);
    expect(clock.now).toBe(100);
  });

  it('keeps ten thousand timers in order, whatever the order in which they are set and cancelled', () => {
    const { clock, log, set } = clockWithLog();
    const delays = Array.from({ length: 10_000 }, (_, index) => ((index * 7919) % 10_007) + 1);
    const ids = delays.map((delay) => set(delay, `${delay}`));
    for (const id of ids.filter((_, index) => index % 2 === 0)) clock.cancel(id);
    clock.advanceTo(20_000);

    const kept = delays.filter((_, index) => index % 2 === 1).sort((a, b) => a - b);
    expect(log).toEqual(kept.map((delay) => `${delay}@${delay}`));
  });
});

/** Time outside, with its own timers, which the test moves. */
function outsideTime(begin: number) {
  const timers = new Map<number, () => void>();
  let now = begin;
  const source: TimeSource = {
    now: () => now,
    wakeAfter: (milliseconds, wake) => {
      const due = now + milliseconds;
      timers.set(due, wake);
      return () => timers.delete(due);
    },
  };
  const moveTo = (time: number): void => {
    now = time;
    for (const [due, wake] of [...timers]) if (due <= time) wake();
  };
  return { source, moveTo, planned: () => [...timers.keys()] };
}

describe('VirtualClock that follows a source', () => {
  it('goes on from its own time, and shows that of the source', () => {
    const { clock } = clockWithLog();
    const { source, moveTo } = outsideTime(1_000);
    clock.advanceTo(5);
    clock.follow(source);
    moveTo(1_030);
    expect([clock.now, clock.ahead]).toEqual([35, 0]);
  });

  it('asks for a wake-up at each due time, for timers that were set before as well, and gives back those it needs no more', () => {
    const { clock, log, set } = clockWithLog();
    const { source, moveTo, planned } = outsideTime(1_000);
    set(10, 'before');
    clock.follow(source);
    set(20, 'after');
    const cancelled = set(30, 'cancelled');
    expect(planned()).toEqual([1_010, 1_020, 1_030]);
    clock.cancel(cancelled);
    moveTo(1_010);
    expect([log, planned()]).toEqual([['before@10'], [1_020]]);
    moveTo(1_040);
    expect([log, planned()]).toEqual([['before@10', 'after@40'], []]);
  });

  it('can be moved ahead of it, and waits until the source has come there', () => {
    const { clock } = clockWithLog();
    const { source, moveTo } = outsideTime(0);
    clock.follow(source);
    clock.advanceTo(50);
    expect([clock.now, clock.ahead]).toEqual([50, 50]);
    moveTo(30);
    expect([clock.now, clock.ahead]).toEqual([50, 20]);
    moveTo(60);
    expect([clock.now, clock.ahead]).toEqual([60, 0]);
  });

  it('fires what nobody has woken it for when it catches up', () => {
    const { clock, log, set } = clockWithLog();
    let now = 0;
    clock.follow({ now: () => now });
    set(10, 'a');
    now = 25;
    expect(log).toEqual([]);
    clock.catchUp();
    expect(log).toEqual(['a@25']);
  });

  it('stands still once it follows none, with its timers', () => {
    const { clock, log, set } = clockWithLog();
    const { source, moveTo, planned } = outsideTime(0);
    clock.follow(source);
    set(10, 'a');
    moveTo(4);
    clock.follow(undefined);
    moveTo(100);
    expect([clock.now, planned(), log]).toEqual([4, [], []]);
    clock.advanceTo(10);
    expect(log).toEqual(['a@10']);
  });
});
