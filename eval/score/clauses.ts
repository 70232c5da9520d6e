import type { ClauseItem } from '../../src/document/index.ts';
import { overlaps } from '../../src/kernel/index.ts';
import type { Gold, GoldClause } from '../gold.ts';
import { pairUp } from './pairing.ts';
import { agreement, type Part } from './part.ts';
import type { Passage } from './passage.ts';
import { likeness, sameFigure } from './wording.ts';

/**
 * Clauses of support: right when amount, rate and cap are right and the snippets overlap. The kind is reported over
 * those found (`fixed` for `tiered` passes: the figures agree), the payer over those that name one.
 */
export function scoreClauses(given: readonly ClauseItem[], gold: Gold, passage: Passage): Part[] {
  if (gold.clauses === undefined) return [];
  const places = new Map(gold.clauses.map((clause) => [clause, passage.placesOf(clause.text)]));
  const result = pairUp(given, gold.clauses, (g, w) =>
    sameFigure(g.amount, w.amount) &&
    sameFigure(g.rate, w.rate) &&
    sameFigure(g.cap, w.cap) &&
    (places.get(w) ?? []).some((place) => overlaps(place, g))
      ? 1 + likeness(g.condition, w.condition) + (g.payer && w.payer ? likeness(g.payer, w.payer) : 0)
      : 0,
  );
  const paid = result.pairs.filter(([, w]) => typeof w.payer === 'string' && w.payer !== '');
  return [
    {
      name: 'clauses',
      right: result.pairs.length,
      given: result.given,
      wanted: result.wanted,
      faults: [...result.missed.map((w) => `漏条款：${tell(w)}`), ...result.extra.map((g) => `多条款：${tell(g)}`)],
    },
    agreement(
      'kind',
      result.pairs,
      ([g, w]) => sameKind(g.kind, w.kind),
      ([g, w]) => `读作 ${g.kind}，应为 ${w.kind}：${w.text}`,
    ),
    agreement(
      'payer',
      paid,
      ([g, w]) => likeness(g.payer, w.payer) >= 0.6,
      ([g, w]) => `读作「${g.payer ?? '无'}」，应为「${w.payer}」：${w.text}`,
    ),
  ];
}

const sameKind = (a: string, b: string): boolean => a === b || ([a, b].includes('fixed') && [a, b].includes('tiered'));

const tell = (c: GoldClause | ClauseItem): string =>
  `${c.kind} 金额 ${c.amount ?? '—'} 比例 ${c.rate ?? '—'} 封顶 ${c.cap ?? '—'}：${c.text}`;
