export * from './check.ts';
export * from './propose.ts';
export * from './words.ts';
