export type * from './pack.ts';
export * from './result.ts';
export * from './span.ts';
