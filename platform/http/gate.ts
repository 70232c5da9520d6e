import type { FastifyRequest } from 'fastify';
import type { Actor, Requirement } from '../../src/access/index.ts';
import type { Refusal } from '../../src/kernel/index.ts';

/** What the gate is told of a route when somebody knocks. */
export interface Knock {
  /** The contract's own words for the route: `PUT /plans/:planId/parents`. */
  readonly route: string;
  readonly summary: string;
  readonly requirement: Requirement;
}

/** Who comes in, and who noted that he was refused. A real server has that of the account slice. */
export interface Gate {
  /**
   * The actor of a request, or null for nobody known. Refuses a request that a session may not make: without its
   * token, from elsewhere, too often, before a password was set.
   */
  readonly admit: (request: FastifyRequest, knock: Knock) => Promise<Actor | null>;
  /** Notes an attempt that was refused. Never throws. */
  readonly refused: (
    request: FastifyRequest,
    knock: Knock,
    actor: Actor | null,
    refusals: readonly Refusal[],
  ) => Promise<void>;
}

/** A gate through which everybody comes as the same actor: the command line and first data. Never one that listens. */
export const gateFor = (actor: Actor): Gate => ({ admit: async () => actor, refused: async () => undefined });
