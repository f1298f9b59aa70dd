import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../../world/support/outcome';
import { anApp } from '../support/an-app';
import { arriving, arrivingFrom, sharing } from '../support/crossing';

@Sendable
class Point {
  static made = 0;
  constructor(
    public x: number,
    public y: number,
  ) {
    Point.made++;
  }

  move(by: number): this {
    this.x += by;
    return this;
  }

  get length(): number {
    return Math.hypot(this.x, this.y);
  }
}

@Sendable
class NamedPoint extends Point {
  name = 'origin';
  inner: Point | undefined = undefined;
}

const classInScript = '@Sendable class Point { x = 3; move(by) { this.x += by; return this; } };';

describe('@Sendable', () => {
  it('is there without an import, in the test and in workers, and does not show [S-52]', () => {
    const { worker, url, run } = anApp({
      'w.ts': "log(typeof Sendable, Object.keys(globalThis).includes('Sendable'));",
    });
    new worker.ThreadWorker(url('w.ts'));
    expect(run()).toEqual(['function', false]);
    expect(Object.keys(globalThis)).not.toContain('Sendable');
  });

  it('leaves a class its name, statics, methods and subclasses [S-52]', () => {
    const before = Point.made;
    const point = new NamedPoint(3, 4);
    expect([Point.name, Point.length, NamedPoint.name, Point.made - before]).toEqual(['Point', 2, 'NamedPoint', 1]);
    expect([point.length, point instanceof Point, point.constructor]).toEqual([5, true, NamedPoint]);
    expect(outcomeOf(() => (Point as unknown as () => void)())).toMatch(/^threw TypeError: Class constructor Point/);
  });

  it('fixes the layout of instances when they are made [S-56]', () => {
    const point: Record<string, unknown> = new NamedPoint(1, 2) as never;
    const add = () => {
      point.z = 3;
    };
    const remove = () => delete point.x;
    point.name = 'other';
    expect(add).toThrow(TypeError);
    expect(remove).toThrow(TypeError);
    expect({ ...point }).toEqual({ x: 1, y: 2, name: 'other', inner: undefined });
  });

  it('refuses fields with ordinary objects [S-56]', () => {
    const Holder = Sendable(
      class Holder {
        constructor(public value: unknown) {}
      },
    );
    expect(() => new Holder({})).toThrow(new TypeError('Cannot set sendable property with mismatched type'));
    expect(() => new Holder(() => 1)).toThrow(TypeError);
    expect([1, 'text', null, undefined, new Point(1, 2), Point].map((value) => new Holder(value).value)).toHaveLength(
      6,
    );
  });

  it.failing('keeps the type of each field [S-56]', () => {
    const point: Record<string, unknown> = new Point(1, 2) as never;
    expect(() => {
      point.x = 'text';
    }).toThrow(TypeError);
  });

  it('does not look at what is assigned to a field later [deviates: S-56]', () => {
    const point: Record<string, unknown> = new Point(1, 2) as never;
    point.x = 'text';
    expect(point.x).toBe('text');
  });
});

describe('an instance of a Sendable class', () => {
  it('is copied by postMessage, methods and all, and its layout is as fixed [S-52, S-56]', () => {
    const sent = Object.assign(new NamedPoint(1, 2), { inner: new Point(3, 4) });
    const arrived = arriving({ deep: [sent] }).deep[0] as NamedPoint;
    expect([arrived.move(5).x, sent.x, arrived.inner?.length]).toEqual([6, 1, 5]);
    expect([arrived === sent, arrived instanceof NamedPoint]).toEqual([false, false]);
    expect(outcomeOf(() => Object.assign(arrived, { z: 1 }))).toMatch(/^threw TypeError/);
  });

  it('comes from a worker as a Sendable [S-52]', () => {
    const arrived = arrivingFrom(`(() => { ${classInScript} return new Point(); })()`) as Point;
    expect(arrived.move(1).x).toBe(4);
    expect(sharing('data')(arrived)).toBe(arrived);
  });

  it('goes by reference with postMessageWithSharedSendable, at any depth, and back [S-53]', () => {
    const point = new NamedPoint(1, 2);
    const exchange = sharing('(data.map.get(1)[0].move(1), { back: data.again })');
    const first = exchange({ map: new Map([[1, [point]]]), again: point }) as { back: NamedPoint };
    const second = exchange({ map: new Map([[1, [point]]]), again: point }) as { back: NamedPoint };
    expect([first.back === point, second.back === point, point.x]).toEqual([true, true, 3]);
  });

  it('goes by reference with postMessageAtFront [S-53, L-99]', () => {
    const { worker, url, run, log } = anApp({
      'w.ts': 'worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessageAtFront([data.move(1)], 2);',
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    const point = new Point(1, 2);
    wk.onmessage = ({ data }: { data: Point[] }) => log.push(data[0] === point, data[0]?.x);
    wk.postMessageWithSharedSendable(point);
    expect(run()).toEqual([true, 2]);
  });

  it('that a worker made is the same one on the host, with the layout that it has [S-53, S-56]', () => {
    const exchange = sharing(`data === 'make' ? (() => { ${classInScript} return new Point(); })() : data`);
    const made = exchange('make') as Point;
    expect(exchange(made)).toBe(made);
    expect(outcomeOf(() => Object.assign(made, { z: 1 }))).toMatch(/^threw TypeError/);
  });

  it('is no instance of the class that the other thread has loaded for itself [S-54]', () => {
    const { worker, url, run } = anApp({
      'w.ts': `${classInScript} worker.workerPort.onmessage = ({ data }) => log(data.x, data instanceof Point);`,
    });
    new worker.ThreadWorker(url('w.ts')).postMessageWithSharedSendable(new Point(1, 2));
    expect(run()).toEqual([1, false]);
  });

  it('that is frozen still goes by reference [S-59]', () => {
    const point = Object.freeze(new Point(1, 2));
    expect(sharing('data')(point)).toBe(point);
  });

  it('makes no difference to ordinary objects around it [S-58]', () => {
    const message = { point: new Point(1, 2), plain: { n: 1 } };
    const answer = sharing('data')(message) as typeof message;
    expect([answer === message, answer.plain === message.plain, answer.point === message.point]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is copied as an argument and as the result of a global call [S-52, L-112, L-115]', () => {
    const { worker, url, run } = anApp({
      'w.ts': `worker.workerPort.onmessage = ({ data }) =>
        log(worker.workerPort.callGlobalCallObjectMethod('points', 'move', 0, data, data).move(1).x, data.x);`,
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    const heard: unknown[] = [];
    const move = (one: Point, same: Point) => {
      heard.push(one === same, one.move(10).x);
      return one;
    };
    wk.registerGlobalCallObject('points', { move });
    wk.postMessageWithSharedSendable(new Point(1, 2));
    expect([run(), heard]).toEqual([
      [12, 1],
      [true, 11],
    ]);
  });
});

describe('a Sendable function, and a Sendable class itself', () => {
  it('goes by reference by postMessage too [S-55]', () => {
    const add = Sendable((a: number, b: number) => a + b);
    expect(arriving({ add }).add).toBe(add);
    expect(arriving({ Point }).Point).toBe(Point);
  });
});
