import type { Measure } from '../../measure';
import { transferByStructuredClone } from '../cloning/measures';

export const measure: Measure = transferByStructuredClone();
