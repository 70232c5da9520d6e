/** The pure part of this slice: what is written from frozen figures, how it is changed, and what becomes of it. */
export * from './compare/index.ts';
export * from './compose/index.ts';
export * from './document/index.ts';
export * from './edit/index.ts';
export * from './facts/index.ts';
export * from './figure/index.ts';
export * from './kinds.ts';
export * from './life/index.ts';
export * from './template/index.ts';
