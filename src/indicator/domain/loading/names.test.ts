import { describe, expect, test } from 'vitest';
import type { Definition } from '../definition.ts';
import { diceOf } from '../testing/dice.ts';
import { candidatesFor, chosen, coreOf, likeness } from './names.ts';

const definition = (id: string, name: string, unit: string, aliases: string[] = []): Definition => ({
  ...{ id, name, unit, aliases, decimals: 0, of: { kind: 'sum' }, measures: 'stock', direction: 'up' },
  ...{ frequency: 'year', bases: [], source: null, low: null, high: null },
});
const known = [
  definition('revenue', '营业收入', '万元', ['规模以上工业营业收入']),
  definition('revenue-year', '年营业收入', '万元'),
  definition('above', '规模以上企业数', '家', ['规上户数']),
  definition('staff', '从业人员', '人'),
];

describe('names', () => {
  test.each([
    ['全产业链营业收入', 'level', '营业收入'],
    ['规模以上工业营业收入年均增长', 'growth', '规模以上工业营业收入'],
    ['力争全市工业增加值增速', 'growth', '工业增加值'],
    ['专精特新“小巨人”企业', 'level', '专精特新小巨人企业'],
    ['增长', 'growth', '增长'],
  ] as const)('%s', (name, mode, wanted) => {
    expect(coreOf(name, mode)).toBe(wanted);
  });

  test.each([
    ['营业收入', '亿元', 'level', 'revenue'],
    ['规模以上企业', '家', 'level', 'above'],
    ['规上户数', '户', 'level', 'above'],
    ['规模以上工业营业收入', '%', 'growth', 'revenue'],
    // Measured in something else: hardly meant.
    ['营业收入', '家', 'level', null],
    ['户数', '户', 'level', null],
    ['蚕茧产量', '吨', 'level', null],
  ] as const)('%s in %s means %s', (core, unit, mode, wanted) => {
    expect(chosen(candidatesFor(core, { unit, mode }, known))).toBe(wanted);
  });

  test('what is not sure is suggested, the likeliest first', () => {
    expect(candidatesFor('户数', { unit: '户', mode: 'level' }, known)[0]?.indicatorId).toBe('above');
  });
});

test('likeness is the same both ways, between 0 and 1, and 1 only for the same name', () => {
  const dice = diceOf(11);
  const letters = [...'规模以上工业企业营收入数'];
  const word = () => Array.from({ length: 2 + dice(6) }, () => letters[dice(letters.length)]).join('');
  for (let round = 0; round < 2000; round += 1) {
    const [a, b] = [word(), word()];
    const score = likeness(a, b);
    expect(score).toBe(likeness(b, a));
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score === 1).toBe(a === b);
  }
});
