import type { Actor } from '../../../access/index.ts';
import { type KnownFact, loadEnterpriseFacts } from '../../../enterprise/index.ts';
import { addDays, type Day } from '../../../kernel/index.ts';
import { factTableOf, factText } from '../../../policy/index.ts';
import { judge, type Standing, standingOf, unmetWords, wayOf } from '../../domain/index.ts';
import { type Measure, measured } from '../../domain/selection/index.ts';
import type { EntryVerdict, FrozenEntry, SelectionDb, UsedFact } from '../../store/selection/index.ts';
import { compiledIfAny, hintsOf } from '../editions.ts';
import type { SelectionDeps } from './deps.ts';
import { asRegister } from './shared.ts';

/** How an enterprise stands by the edition of a day, and what it brings by the measures of a round. */
export interface Judged {
  readonly verdict: EntryVerdict;
  readonly gaps: string[];
  readonly missing: string[];
  readonly frozen: FrozenEntry;
  readonly quantitative: number;
  readonly standing: Standing;
  readonly edition: { readonly id: string; readonly name: string; readonly hash: string } | null;
}

/** A title that ends within so many days may be applied for again. */
const renewalDays = 180;

/** Judges one enterprise in sight for a title on a day, with every fact that was looked at and where it comes from. */
export async function judgedFor(
  actor: Actor,
  of: { readonly enterpriseId: string; readonly kind: string; readonly measures: readonly Measure[]; readonly on: Day },
  deps: SelectionDeps,
  db: SelectionDb = deps.db,
): Promise<Judged> {
  const { enterpriseFacts } = await loadEnterpriseFacts();
  const { enterpriseId, kind, measures, on } = of;
  const { known, facts, titles } = await enterpriseFacts(actor, enterpriseId, on, {
    ...deps.facts,
    db: asRegister(db),
  });
  const { standing } = standingOf(titles, kind, on, addDays(on, renewalDays));
  const edition = compiledIfAny(deps.library, kind, on);
  const table = factTableOf(deps.library);
  const numbers = new Set<number>();
  for (const clause of edition?.policy.clauses ?? []) for (const fact of clause.facts) numbers.add(fact);
  for (const { fact, per } of measures)
    for (const id of per === null ? [fact] : [fact, per]) {
      const number = table.numberOf(id);
      if (number !== undefined) numbers.add(number);
    }
  const used = [...numbers]
    .toSorted((a, b) => a - b)
    .map((number): UsedFact => usedFact(table.at(number), facts[number]));
  const byId = new Map(used.map((fact) => [fact.fact, fact]));
  const points = measures.map((measure) =>
    measured(measure, (id) => {
      const fact = byId.get(id);
      return fact === undefined || fact.value === null ? null : { value: fact.value, scale: fact.scale };
    }),
  );
  const frozen: FrozenEntry = {
    ...{ on, editionId: edition?.id ?? null, editionHash: edition?.hash ?? null, facts: used },
    points: points.map((each) => ({ ...each })),
  };
  const quantitative = points.reduce((sum, each) => sum + each.points, 0);
  if (edition === null)
    return { verdict: 'none', gaps: [], missing: [], frozen, quantitative, standing, edition: null };
  const judgement = judge(edition, known);
  const way = wayOf(edition, judgement, known, hintsOf(deps.library));
  const nameOf = (id: string): string => table.facts[table.numberOf(id) ?? -1]?.name ?? id;
  return {
    ...{ verdict: judgement.verdict, gaps: way.unmet.map(unmetWords), missing: judgement.missing.map(nameOf) },
    ...{ frozen, quantitative, standing, edition: { id: edition.id, name: edition.name, hash: edition.hash } },
  };
}

function usedFact(fact: ReturnType<ReturnType<typeof factTableOf>['at']>, known: KnownFact | undefined): UsedFact {
  const value = known === undefined || Number.isNaN(known.value) ? null : known.value;
  return {
    ...{ fact: fact.id, name: fact.name, value, scale: fact.type === 'number' ? fact.scale : 1 },
    words: value === null ? '' : factText(fact, value),
    from: known === undefined || value === null ? fact.from : originWords(known),
  };
}

function originWords({ origin }: KnownFact): string {
  switch (origin.kind) {
    case 'figures':
      return origin.from === origin.to ? `${origin.to} 年的数` : `${origin.from} 至 ${origin.to} 年的数`;
    case 'titles':
      return '登记的称号';
    case 'register':
      return '企业档案';
    case 'kept':
      return `${origin.source}（${origin.fromDay} 起）`;
    case 'none':
      return '';
  }
}
