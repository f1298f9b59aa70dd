import type { Measure } from '../../measure';
import { byV8 } from '../cloning/measures';
import { small } from '../cloning/messages';

export const measure: Measure = byV8(small);
