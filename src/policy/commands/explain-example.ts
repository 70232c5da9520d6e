import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { ExampleJson, ReasonLineJson } from '../contract.ts';
import { type Check, compilePolicy, explain, type Reason, sharesOf } from '../domain/index.ts';
import { dayOf } from '../pack/check-policy.ts';
import { rowOfExample } from '../pack/examples.ts';
import type { PolicyDeps } from './deps.ts';
import { today } from './deps.ts';
import type { WantedClause } from './read-clause.ts';
import { clauseNumber, shownPolicy } from './shelf.ts';

/** Why a worked example comes out as it does: the explanation that an enterprise of these facts gets. */
export async function explainExample(
  actor: Actor,
  { number: wanted, ...which }: WantedClause & { readonly number: number },
  deps: PolicyDeps,
): Promise<ExampleJson> {
  permit(actor, 'policy.read');
  const shown = shownPolicy(deps.shelf, which.policyId, today(deps));
  const at = clauseNumber(shown, which.clauseId);
  const { content, hash } = shown.pack;
  const examples = content.clauses[at]?.examples ?? [];
  const example = examples[wanted - 1];
  if (example === undefined)
    throw new RefusalError({ code: 'policy-example-unknown', field: 'number', given: wanted, limit: examples.length });
  const on = example.on ?? dayOf(content) ?? shown.day;
  const { policy } = compilePolicy(content, shown.policy.facts, { hash, on });
  const clause = policy?.clauses[at];
  if (policy === null || clause === undefined) throw new Error('an example of a policy that does not compile');
  const explanation = explain(policy, rowOfExample(content, example, policy.facts));
  const told = explanation.clauses[at];
  if (told === undefined) throw new Error('a clause without its explanation');
  const out = explanation.excluded?.state ?? 'no';
  const state = out === 'yes' ? 'no' : out === 'unknown' && told.state !== 'no' ? 'unknown' : told.state;
  const amount = state === 'unknown' ? null : state === 'yes' ? told.amount : 0;
  const missing = state === 'unknown' ? [...new Set([...told.missing, ...(explanation.excluded?.missing ?? [])])] : [];
  const paid = amount === null || amount === 0 ? [] : sharesOf(amount, clause.payers);
  return {
    ...{ number: wanted, title: example.title, on, hash, state, amount, amountWords: told.amountWords },
    excluded: explanation.excluded === null || out === 'no' ? null : lineOf(explanation.excluded, 'any', 0),
    because: reasonLines(told.because, clause.check),
    missing: missing.map((id) => factNamed(policy.facts, id)),
    payers: paid.map((share, which) => ({ payer: clause.payers[which]?.payer ?? '', amount: share })),
  };
}

function factNamed(facts: NonNullable<ReturnType<typeof compilePolicy>['policy']>['facts'], id: string) {
  const number = facts.numberOf(id);
  const fact = number === undefined ? undefined : facts.at(number);
  return { fact: fact?.name ?? id, from: fact?.from ?? '' };
}

const lineOf = ({ words, state, sides, missing }: Reason, kind: Check['kind'], depth: number): ReasonLineJson => ({
  ...{ depth, kind, words, state },
  sides: sides === null ? null : { ...sides },
  missing: [...missing],
});

/** A reason as lines beside the check that it is about: both are made of the same parts. */
export function reasonLines(reason: Reason, check: Check, depth = 0): ReasonLineJson[] {
  const parts = reason.parts.flatMap((part, at) => {
    const inner = check.parts[at];
    return inner === undefined ? [] : reasonLines(part, inner, depth + 1);
  });
  return [lineOf(reason, check.kind, depth), ...parts];
}
