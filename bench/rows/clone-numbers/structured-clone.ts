import type { Measure } from '../../measure';
import { byStructuredClone } from '../cloning/measures';
import { numbers } from '../cloning/messages';

export const measure: Measure = byStructuredClone(numbers);
