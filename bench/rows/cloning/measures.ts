import { deserialize, serialize } from 'node:v8';
import type { Measure } from '../../measure';
import { intoAnotherRealm } from './into-another-realm';
import { type Cloned, megabyte } from './messages';

function repeated<T>({ message, isCopy }: Cloned<T>, copy: (message: T) => T): Measure {
  return (operations) => {
    let replies = 0;
    const start = performance.now();
    for (let done = 0; done < operations; done++) if (isCopy(copy(message))) replies++;
    return { milliseconds: performance.now() - start, replies };
  };
}

export function byUs<T>(cloned: Cloned<T>): Measure {
  const clone = intoAnotherRealm();
  return repeated(cloned, (message) => {
    const result = clone(message);
    if (!result.ok) throw new Error(result.failure.reason);
    return result.value as T;
  });
}

export function byStructuredClone<T>(cloned: Cloned<T>): Measure {
  return repeated(cloned, (message) => structuredClone(message));
}

export function byV8<T>(cloned: Cloned<T>): Measure {
  return repeated(cloned, (message) => deserialize(serialize(message)) as T);
}

/** Each operation needs a buffer of its own; making them is not in the time. */
function transferred(transfer: (buffer: ArrayBuffer) => ArrayBuffer): Measure {
  return (operations) => {
    const buffers = Array.from({ length: operations }, () => new ArrayBuffer(megabyte));
    const start = performance.now();
    const arrived = buffers.map(transfer);
    const milliseconds = performance.now() - start;
    const isGone = (source: ArrayBuffer): boolean => Object.hasOwn(source, 'byteLength') || source.byteLength === 0;
    const replies = arrived.filter(
      ({ byteLength }, index) => byteLength === megabyte && isGone(buffers[index] as ArrayBuffer),
    ).length;
    return { milliseconds, replies };
  };
}

export function transferByUs(): Measure {
  const clone = intoAnotherRealm();
  return transferred((buffer) => {
    const result = clone(buffer, { transfer: [buffer] });
    if (!result.ok) throw new Error(result.failure.reason);
    return result.value as ArrayBuffer;
  });
}

export function transferByStructuredClone(): Measure {
  return transferred((buffer) => structuredClone(buffer, { transfer: [buffer] }));
}
