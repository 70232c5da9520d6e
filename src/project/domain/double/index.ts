export * from './keys.ts';
export * from './likeness.ts';
export * from './model.ts';
