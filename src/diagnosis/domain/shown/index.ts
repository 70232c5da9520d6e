export * from './shown.ts';
export * from './value.ts';
