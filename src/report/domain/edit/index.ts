export * from './check.ts';
export * from './content.ts';
