import type { Measure } from '../../measure';
import { byStructuredClone } from '../cloning/measures';
import { tree } from '../cloning/messages';

export const measure: Measure = byStructuredClone(tree);
