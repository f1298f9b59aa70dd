import type { Measure } from '../../measure';
import { sources } from './sources';

/** Compiles a file and answers the code. */
export type Compile = (text: string, index: number) => string;

/** A reply is a file whose code has the exports of its source. */
export function compileFiles(compile: Compile): Measure {
  return (operations) => {
    const files = sources(operations);
    let replies = 0;
    const start = performance.now();
    files.forEach((text, index) => {
      if (compile(text, index).includes('require(')) replies++;
    });
    return { milliseconds: performance.now() - start, replies };
  };
}
