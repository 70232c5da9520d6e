export * from './moves.ts';
export * from './standing.ts';
