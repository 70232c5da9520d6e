export * from './alarm/model.ts';
export * from './double/model.ts';
export * from './model/index.ts';
export * from './norm/model.ts';
