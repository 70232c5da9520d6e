export * from './counted.ts';
export type * from './deliverable.ts';
export * from './duty.ts';
export type * from './event.ts';
export type * from './person.ts';
export type * from './recurrence.ts';
export type * from './task.ts';
