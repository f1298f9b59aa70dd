import { runEmptyTest } from './run-empty-test';

export const measure = runEmptyTest('plain', { preset: 'ts-jest' });
