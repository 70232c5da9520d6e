export * from './result.ts';
export * from './span.ts';
