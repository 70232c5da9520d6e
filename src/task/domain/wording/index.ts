export * from './cycle.ts';
export * from './day.ts';
export * from './events.ts';
export * from './names.ts';
export * from './occurrence.ts';
export * from './reasons.ts';
