import { test } from '@jest/globals';
import { serve } from '../../serve';

test('performs the rounds that the runner asks for', () => serve((file) => import(file)));
