export * from './end.ts';
