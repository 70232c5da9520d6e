export * from './actor.ts';
export * from './permissions.ts';
export * from './permit.ts';
export * from './platform-actors.ts';
export * from './reach.ts';
export * from './role.ts';
