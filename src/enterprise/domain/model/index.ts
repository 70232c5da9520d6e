export * from './content.ts';
export * from './dictionary.ts';
