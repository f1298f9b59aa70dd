import type { Measure } from '../../measure';
import { byUs } from '../cloning/measures';
import { records } from '../cloning/messages';

export const measure: Measure = byUs(records);
