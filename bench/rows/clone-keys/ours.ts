import type { Measure } from '../../measure';
import { byUs } from '../cloning/measures';
import { keys } from '../cloning/messages';

export const measure: Measure = byUs(keys);
