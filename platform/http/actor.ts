/** Who asks. Commands take it first; what it may do will be asked of it there (docs/adr/0005-actor-before-accounts.md). */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** Everybody at the machine, until there are accounts. */
export const localActor: Actor = { id: 'local', name: '本机用户' };
