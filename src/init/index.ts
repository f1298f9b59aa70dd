export { carryOut } from './carry-out';
export { type Plan, type PlannedFile, planInit } from './plan';
