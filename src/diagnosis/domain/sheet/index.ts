export * from './answers.ts';
export * from './columns.ts';
export * from './judged.ts';
