import type { Measure } from '../../measure';
import { byUs } from '../cloning/measures';
import { buffer } from '../cloning/messages';

export const measure: Measure = byUs(buffer);
