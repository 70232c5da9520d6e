import { type Static, Type } from 'typebox';
import type { Fact } from '../domain/check/facts.ts';
import type { PolicySource } from '../domain/source.ts';
import { closed, Day, nullable, PackHash } from './shape.ts';

/** Policies as whoever wants to know what he can get is given them: his answers never leave his own machine. */

/** A policy without its worked examples, as the pack describes it (docs/packs.md). */
const content = Type.Unsafe<PolicySource>({ type: 'object', description: '政策资料包的内容，不含算例' });
/** A fact of the dictionary, as the clauses count with it. */
const fact = Type.Unsafe<Fact>({ type: 'object', description: '事实词典的一项' });

export const OfferSchema = Type.Object(
  {
    on: Day,
    facts: Type.Array(fact),
    policies: Type.Array(
      Type.Object(
        {
          ...{ hash: PackHash, content },
          docNumber: nullable(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type OfferJson = Static<typeof OfferSchema>;
