export * from './moves.ts';
export * from './number.ts';
export * from './state.ts';
