export { type Decimals, factMakers, yearsSince } from './derive.ts';
export type * from './sources.ts';
