export * from './new.ts';
export * from './rule.ts';
