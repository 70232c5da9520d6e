export * from './compare/index.ts';
export * from './edit/index.ts';
export { compared, type Exact, exact, floor, minus, plus, scaled, times, zero } from './exact/exact.ts';
export * from './formula/index.ts';
export * from './model/index.ts';
export * from './peers/index.ts';
export * from './score/index.ts';
export * from './sheet/index.ts';
export * from './shown/index.ts';
