import type { Likened, Likeness, LikenessPart } from './model.ts';
import { amountsOf, bigramsOf, enterpriseCore, nameCore, phaseOf, plain } from './normal.ts';

/** From this score on a person is asked. */
export const likelyScore = 65;

/** How much each part weighs; parts that one of the two does not have weigh nothing. */
const weights: readonly (readonly [LikenessPart, number])[] = [
  ['enterprise', 35],
  ['name', 28],
  ['scope', 15],
  ['site', 10],
  ['total', 12],
];

/** A project made ready for being compared with many. */
export interface Prepared {
  readonly source: Likened;
  readonly enterprise: ReadonlyMap<string, number>;
  readonly name: ReadonlyMap<string, number>;
  readonly site: ReadonlyMap<string, number>;
  readonly scope: ReadonlyMap<string, number>;
  readonly phase: number | null;
  readonly amounts: ReadonlySet<string>;
}

export function prepared(source: Likened): Prepared {
  return {
    source,
    enterprise: bigramsOf(enterpriseCore(source.enterprise)),
    name: bigramsOf(nameCore(source.name, source.enterprise)),
    site: bigramsOf(plain(source.site)),
    scope: bigramsOf(plain(source.scope)),
    phase: phaseOf(source.name),
    amounts: amountsOf(`${source.name} ${source.scope}`),
  };
}

/**
 * How alike two projects are. The same number of the national platform is the same project. Another phase, another number
 * there, and other amounts of what is made speak against it; two credit codes that differ are two enterprises.
 */
export function likenessOf(a: Prepared, b: Prepared): Likeness {
  const [one, two] = [a.source, b.source];
  if (one.code !== null && one.code === two.code) return { score: 100, reasons: [{ part: 'code', alike: 100 }] };
  const credits = one.creditCode === null || two.creditCode === null ? null : one.creditCode === two.creditCode;
  const enterprise = alikeTexts(a.enterprise, b.enterprise) ?? 0;
  const alike: Readonly<Partial<Record<LikenessPart, number | null>>> = {
    enterprise: credits === true ? 100 : credits === false ? Math.min(enterprise, 30) : enterprise,
    name: alikeTexts(a.name, b.name),
    scope: alikeTexts(a.scope, b.scope),
    site: alikeTexts(a.site, b.site),
    total: alikeSums(one.totalFen, two.totalFen),
  };
  let [sum, weight] = [0, 0];
  for (const [part, weighs] of weights) {
    const value = alike[part] ?? null;
    if (value === null) continue;
    sum += value * weighs;
    weight += weighs;
  }
  const against = [
    a.phase !== b.phase && (a.phase ?? 1) !== (b.phase ?? 1) ? 30 : 0,
    one.code !== null && two.code !== null ? 12 : 0,
    a.amounts.size > 0 && b.amounts.size > 0 && ![...a.amounts].some((amount) => b.amounts.has(amount)) ? 12 : 0,
  ].reduce((total, each) => total + each, 0);
  const score = Math.max(0, Math.round(sum / Math.max(weight, 1)) - against);
  const told = credits === true ? [{ part: 'credit' as const, alike: 100 }] : [];
  const reasons = weights.flatMap(([part]) => {
    const value = alike[part] ?? null;
    return value === null || value < 40 ? [] : [{ part, alike: value }];
  });
  return { score, reasons: [...told, ...reasons.filter(({ part }) => credits !== true || part !== 'enterprise')] };
}

/** How alike two texts are, in percent: what they share of both, and of the shorter. null: one says nothing. */
function alikeTexts(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  let [shared, inA, inB] = [0, 0, 0];
  for (const [pair, times] of a) {
    shared += Math.min(times, b.get(pair) ?? 0);
    inA += times;
  }
  for (const times of b.values()) inB += times;
  return Math.round(50 * ((2 * shared) / (inA + inB) + shared / Math.min(inA, inB)));
}

const alikeSums = (a: number, b: number): number | null =>
  a === 0 || b === 0 ? null : Math.round((100 * Math.min(a, b)) / Math.max(a, b));
