import { stripVTControlCharacters } from 'node:util';
import type { Circus } from '@jest/types';
import type { Stepper, TestInfo } from '../debug';
import { messageOf, thrownIn } from './failure-note';
import { pathOf } from './scope-tracker';

/** Tells the debugger of tests as Circus tells of them. */
export class Stepping {
  #ordinal = 0;

  constructor(
    private readonly stepper: Stepper,
    private readonly file: () => string,
  ) {}

  handle(event: Circus.SyncEvent | Circus.AsyncEvent): void {
    switch (event.name) {
      case 'test_start':
        return this.stepper.testBegan(this.#info(event.test));
      case 'test_fn_start':
        return this.stepper.bodyBegan();
      case 'test_fn_failure':
        return this.stepper.bodyFailed(textOf(event.error));
      case 'test_done':
        return this.stepper.testEnded(event.test.errors.map(textOf));
      default:
        return;
    }
  }

  #info(test: Circus.TestEntry): TestInfo {
    const file = this.file();
    const path = pathOf(test);
    const place = placeIn(file, String(test.asyncError?.stack));
    return { file, ordinal: this.#ordinal++, path, name: path.join(' › '), ...(place && { place }) };
  }
}

/** The innermost frame of a file, with source maps applied. */
function placeIn(file: string, stack: string): TestInfo['place'] {
  const frame = stack.split('\n').find((line) => line.includes(`${file}:`)) ?? '';
  const [, line, column] = /:(\d+):(\d+)\)?$/.exec(frame) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}

/** Without stack and colours. */
function textOf(failure: unknown): string {
  return stripVTControlCharacters(messageOf(failure) || String(thrownIn(failure)));
}
