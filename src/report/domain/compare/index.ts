export * from './compare.ts';
export * from './numbers.ts';
export * from './words.ts';
