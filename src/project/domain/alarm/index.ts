export * from './model.ts';
export * from './reckon.ts';
