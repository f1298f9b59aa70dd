import type { Measure } from '../../measure';
import { byV8 } from '../cloning/measures';
import { numbers } from '../cloning/messages';

export const measure: Measure = byV8(numbers);
