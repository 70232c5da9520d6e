export * from './credit-code.ts';
export * from './day.ts';
export * from './nearest.ts';
export type * from './pack.ts';
export * from './period.ts';
export * from './result.ts';
export * from './sheet.ts';
export * from './span.ts';
export * from './working-time/index.ts';
