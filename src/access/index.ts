/** The face of the access slice: who asks, what is allowed, and over which places. Pure; `store.ts` loads an actor. */
export * from './domain/index.ts';
export { roleRegisterPack, rolesOf } from './pack.ts';
export { type Caller, loadActor, organisationRevision, withinReach } from './store.ts';
