import type { OfferJson } from '../../contract.ts';
import { compilePolicy } from '../../domain/check/compile.ts';
import type { FactTable } from '../../domain/check/facts.ts';
import { type Audience, audiences, clausesFor } from '../../domain/entitlement/audience.ts';
import type { Asked } from '../../domain/entitlement/entitlement.ts';
import { stateOn } from '../../domain/standing.ts';

type Offered = OfferJson['policies'][number];

export interface AskedPolicy extends Asked {
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuer: string;
  readonly hash: string;
}

/** Policies that are left out of what is asked: those not in force on the day. */
export interface Resting {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** The policies in force on a day, compiled here in the browser, with the clauses that are for this audience. */
export function askedOn(
  { policies }: OfferJson,
  facts: FactTable,
  on: string,
  audience: Audience,
): { readonly asked: readonly AskedPolicy[]; readonly resting: readonly Resting[] } {
  const asked: AskedPolicy[] = [];
  const resting: Resting[] = [];
  for (const { content, hash } of policies) {
    const clauses = clausesFor(content, audience);
    if (clauses.size === 0) continue;
    const why = restsBecause(content, on);
    const { policy } = why === null ? compilePolicy(content, facts, { hash, on }) : { policy: null };
    if (policy === null) {
      resting.push({ id: content.id, title: content.title, why: why ?? '这一天的标准还没有定' });
      continue;
    }
    const { title, docNumber, issuer, validTo, eventYear } = content;
    asked.push({ policy, clauses, validTo, eventYear, title, docNumber, issuer, hash });
  }
  return { asked, resting };
}

function restsBecause({ validFrom, validTo }: Offered['content'], on: string): string | null {
  const state = stateOn({ from: validFrom, to: validTo }, on);
  if (state === 'coming') return `${validFrom} 起施行`;
  return state === 'expired' ? `已于 ${validTo} 到期` : null;
}

/** Whom any of the policies is for, whatever the day. */
export const audiencesIn = ({ policies }: OfferJson): readonly Audience[] =>
  audiences.filter((audience) => policies.some(({ content }) => clausesFor(content, audience).size > 0));
