import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from '../../src/kernel';

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
});
