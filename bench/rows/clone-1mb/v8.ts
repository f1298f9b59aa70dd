import type { Measure } from '../../measure';
import { byV8 } from '../cloning/measures';
import { buffer } from '../cloning/messages';

export const measure: Measure = byV8(buffer);
