export * from './boxes.ts';
export * from './facts-text.ts';
export * from './kept.ts';
