import { type Actor, permit } from '../../../access/index.ts';
import { type Day, RefusalError } from '../../../kernel/index.ts';
import type { Origin, Registered } from '../../domain/facts/index.ts';
import { registeredOne } from '../../store/facts/registered.ts';
import { seenEnterprise } from '../read-enterprise.ts';
import type { FactDeps } from './deps.ts';

export interface KnownFact {
  readonly id: string;
  /** Stored whole number; NaN: not known. */
  readonly value: number;
  readonly origin: Origin;
}

/** What is known of one enterprise on a day: by the number of the fact, and of each where it comes from. */
export interface EnterpriseFacts {
  readonly known: Float64Array;
  readonly facts: readonly KnownFact[];
  /** All that it was ever given. */
  readonly titles: Registered['titles'];
}

/** The facts of the dictionary for one enterprise in sight on a day. */
export async function enterpriseFacts(
  actor: Actor,
  enterpriseId: string,
  on: Day,
  deps: FactDeps,
): Promise<EnterpriseFacts> {
  permit(actor, 'enterprise.read');
  await seenEnterprise(actor, enterpriseId, deps);
  const about = await registeredOne(deps.db, enterpriseId);
  if (about === undefined)
    throw new RefusalError({ code: 'enterprise-unknown', field: 'enterpriseId', given: enterpriseId });
  const { table, makers } = deps.facts;
  const facts = makers.map((make, at) => ({ id: table.at(at).id, ...make(about, on) }));
  return { known: Float64Array.from(facts, ({ value }) => value), facts, titles: about.titles };
}
