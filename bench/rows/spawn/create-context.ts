import { createContext, Script } from 'node:vm';
import type { Measure } from '../../measure';
import { isReply, type Message, message } from '../../message';

/** Compiled once, as a test runner with a code cache would. */
const script = new Script(`
  var onmessage = ({ id, op, args }) => {
    postMessage({ id, op, args: [args.reduce((sum, addend) => sum + addend, 0)] });
  };
`);

export const measure: Measure = (operations) => {
  let replies = 0;
  const postMessage = (reply: Message) => {
    if (isReply(reply)) replies++;
  };
  const start = performance.now();
  for (let done = 0; done < operations; done++) {
    const context = createContext({ postMessage });
    script.runInContext(context);
    context.onmessage(message);
  }
  return { milliseconds: performance.now() - start, replies };
};
