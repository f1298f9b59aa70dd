import type { Measure } from '../../measure';
import { byUs } from '../cloning/measures';
import { numbers } from '../cloning/messages';

export const measure: Measure = byUs(numbers);
