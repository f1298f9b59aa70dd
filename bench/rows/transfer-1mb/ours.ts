import type { Measure } from '../../measure';
import { transferByUs } from '../cloning/measures';

export const measure: Measure = transferByUs();
