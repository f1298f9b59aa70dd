import type { Measure } from '../../measure';
import { byUs } from '../cloning/measures';
import { tree } from '../cloning/messages';

export const measure: Measure = byUs(tree);
