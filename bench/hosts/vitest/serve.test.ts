import { test } from 'vitest';
import { serve } from '../../serve';

test('performs the rounds that the runner asks for', () => serve((file) => import(/* @vite-ignore */ file)));
