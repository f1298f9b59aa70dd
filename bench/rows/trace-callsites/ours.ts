import { pingPong } from '../../hosts/jest/ping-pong';
import type { Measure } from '../../measure';

export const measure: Measure = (operations) => pingPong(operations, { maxEvents: 100_000 }, 64);
