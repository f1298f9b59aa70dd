import type { Measure } from '../../measure';
import { byStructuredClone } from '../cloning/measures';
import { records } from '../cloning/messages';

export const measure: Measure = byStructuredClone(records);
