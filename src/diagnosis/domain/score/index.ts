export * from './level.ts';
export * from './points.ts';
export * from './raise.ts';
export * from './score.ts';
