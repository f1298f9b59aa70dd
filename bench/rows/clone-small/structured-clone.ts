import type { Measure } from '../../measure';
import { byStructuredClone } from '../cloning/measures';
import { small } from '../cloning/messages';

export const measure: Measure = byStructuredClone(small);
