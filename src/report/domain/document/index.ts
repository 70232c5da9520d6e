export * from './captions.ts';
export * from './document.ts';
export * from './number.ts';
