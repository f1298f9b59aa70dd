import type { Measure } from '../../measure';
import { byStructuredClone } from '../cloning/measures';
import { keys } from '../cloning/messages';

export const measure: Measure = byStructuredClone(keys);
