import { expect, test } from 'vitest';
import { diceOf } from '../testing/dice.ts';
import { causeOf, type Evidence, type Warning } from './model.ts';
import { sift } from './sift.ts';

const evidence: readonly Evidence[] = [
  { rule: 'pace', light: 'red', pace: null, ahead: null, months: 1 },
  { rule: 'missing', periods: [], days: 3 },
  { rule: 'copy-forward', value: 9n, times: 3, limit: 3 },
  { rule: 'mismatch', own: 1n, parts: 2n, limit: 0n, months: 1 },
];
const warning = (rule: Evidence['rule'], placeId = 'a', since = '2026-01'): Warning => {
  const found = evidence.find((each) => each.rule === rule);
  if (found === undefined) throw new Error(rule);
  return { subject: { indicatorId: 'revenue', placeId, chainId: '' }, since, period: '2026-03', evidence: found };
};
const open = (...warnings: readonly Warning[]) => warnings.map((each) => ({ cause: causeOf(each) }));

test('a cause is told once while it lasts, and again when it comes back', () => {
  const pace = warning('pace');
  expect(sift([pace, pace], [])).toMatchObject({ raised: [pace], lasting: [], over: [] });
  const later = { ...pace, period: '2026-04' };
  expect(sift([later], open(pace))).toMatchObject({ raised: [], lasting: [later], over: [] });
  expect(sift([], open(pace))).toMatchObject({ raised: [], over: [causeOf(pace)] });
  const again = warning('pace', 'a', '2026-06');
  expect(sift([again], open(pace))).toMatchObject({ raised: [again], over: [causeOf(pace)] });
});

test('what another warning on the same subject explains is not told, and not over', () => {
  const [missing, pace, elsewhere] = [warning('missing'), warning('pace'), warning('pace', 'b')];
  expect(sift([pace, missing, elsewhere], [])).toEqual({
    ...{ raised: [missing, elsewhere], lasting: [], over: [] },
    explained: [{ warning: pace, by: 'missing' }],
  });
  expect(sift([pace, missing], open(pace))).toMatchObject({ raised: [missing], lasting: [pace], over: [] });
  expect(sift([warning('mismatch'), missing], []).raised).toHaveLength(2);
});

test('every warning goes to one heap, and nothing that is open is told', () => {
  const dice = diceOf(81);
  for (let round = 0; round < 500; round += 1) {
    const any = () => warning(dice.pick(evidence).rule, dice.pick(['a', 'b']), dice.pick(['2026-01', '2026-02']));
    const found = Array.from({ length: dice(10) }, any);
    const known = Array.from({ length: dice(6) }, any);
    const { raised, lasting, over, explained } = sift(found, open(...known));
    const heaps = [...raised, ...lasting, ...explained.map((each) => each.warning)].map(causeOf);
    expect(heaps.toSorted()).toEqual([...new Set(found.map(causeOf))].toSorted());
    const causes = new Set(known.map(causeOf));
    expect(raised.some((each) => causes.has(causeOf(each)))).toBe(false);
    expect(over.toSorted()).toEqual([...causes].filter((cause) => !heaps.includes(cause)).toSorted());
  }
});
