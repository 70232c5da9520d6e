export * from './content/index.ts';
export * from './history/index.ts';
export * from './model/index.ts';
export * from './request/index.ts';
export * from './search/index.ts';
export * from './tag/index.ts';
export * from './title/index.ts';
