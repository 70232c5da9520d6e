export * from './figure.ts';
export * from './resolve.ts';
export * from './source.ts';
