import type { Measure } from '../../measure';
import { byStructuredClone } from '../cloning/measures';
import { buffer } from '../cloning/messages';

export const measure: Measure = byStructuredClone(buffer);
