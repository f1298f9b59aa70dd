import type { Measure } from '../../measure';
import { byUs } from '../cloning/measures';
import { small } from '../cloning/messages';

export const measure: Measure = byUs(small);
