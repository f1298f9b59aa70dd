import { expect } from '@jest/globals';
import '../../../src/jest/matchers/matcher-types';

declare const wk: object;
class OrderError extends Error {}

expect(wk).toHaveReceivedMessage();
expect(wk).not.toHaveReceivedMessage(undefined);
expect(wk).toHavePostedMessage({ id: expect.any(Number) });
expect(wk).toHaveReceivedMessageTimes(2);
expect(wk).toHavePostedMessageTimes(2, 'message');
expect(wk).toHaveReceivedNthMessage(1, 'message');
expect(wk).toHavePostedNthMessage(1, undefined);
expect(wk).toHaveReceivedLastMessage(null);
expect(wk).toHavePostedLastMessage([1]);
expect(wk).toHaveDropped();
expect(wk).toHaveDropped('message', { reason: 'closed' });
expect(wk).toHaveBeenTerminated();
expect(wk).toHaveBeenTerminatedTimes(1);
expect(wk).toHaveExitedWith(0);
expect(wk).toBeRunning();
expect(wk).toHaveRaisedError();
for (const error of ['text', /text/, RangeError, OrderError, new OrderError('text')])
  expect(wk).toHaveRaisedError(error);
expect(wk).toBeIdle();
expect(wk).toHaveNoLeaks();
export const settled: Promise<void> = expect(Promise.resolve(wk)).resolves.toBeRunning();

// @ts-expect-error there are two exit codes
expect(wk).toHaveExitedWith(2);
// @ts-expect-error the code is missing
expect(wk).toHaveExitedWith();
// @ts-expect-error a count is a number
expect(wk).toHaveReceivedMessageTimes('2');
// @ts-expect-error the count is missing
expect(wk).toHavePostedMessageTimes();
// @ts-expect-error the message is missing
expect(wk).toHaveReceivedNthMessage(1);
// @ts-expect-error the message is missing
expect(wk).toHavePostedLastMessage();
// @ts-expect-error no such reason
expect(wk).toHaveDropped('message', { reason: 'lost in the mail' });
// @ts-expect-error no such option
expect(wk).toHaveDropped('message', { why: 'closed' });
// @ts-expect-error it takes no argument
expect(wk).toHaveBeenTerminated(1);
// @ts-expect-error a number is no error
expect(wk).toHaveRaisedError(7);
// @ts-expect-error one message
expect(wk).toHaveReceivedMessage('a', 'b');
