export * from './audience.ts';
export * from './delivery.ts';
export * from './kinds.ts';
export * from './notice.ts';
export * from './preference.ts';
export * from './retry.ts';
export * from './wording.ts';
