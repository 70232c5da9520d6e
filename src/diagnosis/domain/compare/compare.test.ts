import { expect, test } from 'vitest';
import { floor } from '../exact/exact.ts';
import { type Peer, peerPlace, sharesOf } from '../peers/peers.ts';
import { scoreOf } from '../score/index.ts';
import { answersOf, dice, formula, one, sidesOf, someForm } from '../testing/forms.ts';
import { compareAnswers, heldAgainst, likeness, upliftOf } from './compare.ts';

const sides = sidesOf([
  10_000,
  one('a', [0, 100]),
  one('b', [0, 100], { shownWhen: formula('a = o1') }),
  one('c', [0, 200]),
]);

test('where the inspector says nothing he found it so; both answers are kept', () => {
  const { self, checked, differences } = compareAnswers(
    { sides },
    answersOf({ a: 'o1', b: 'o1', c: 'o0' }),
    answersOf({ a: 'o0', c: 'o0' }),
  );
  expect([floor(self.total), floor(checked.total)]).toEqual([5000, 0]);
  expect(
    differences.map(({ question, self: own, inspector, change }) => [question.id, own, inspector, floor(change)]),
  ).toEqual([
    ['a', 'o1', 'o0', -2500],
    ['b', 'o1', undefined, -2500],
  ]);
});

test('without anything of the inspector both are the same, whatever the form', () => {
  for (let seed = 1; seed < 60; seed += 1) {
    const { sides: some, answers } = someForm(seed);
    const { differences, checked } = compareAnswers({ sides: some }, answers, new Map());
    expect(differences).toEqual([]);
    expect(checked.total).toEqual(scoreOf({ sides: some }, answers).total);
  }
});

test('an uplift is told by the sides that both have', () => {
  const side = (id: string, got: number) => ({ id, name: id, got, worth: 5000 });
  expect(
    upliftOf({ total: 3000, sides: [side('a', 3000)] }, { total: 4500, sides: [side('a', 2500), side('b', 2000)] }),
  ).toEqual({
    total: 1500,
    sides: [{ id: 'a', name: 'a', before: 3000, after: 2500 }],
  });
});

const reckoned = (editionId: string, tableId = 'm', digest = 'a') => ({
  ...{ questionnaireId: 'q', editionId, tableId, digest },
});

test('results are subtracted only where the same was asked; one that may be is chosen before a newer one that may not', () => {
  const now = reckoned('2022');
  const others = [reckoned('2024'), reckoned('2022', 'n'), reckoned('2022', 'm', 'b'), reckoned('2022')];
  expect(others.map((each) => likeness(each, now))).toEqual(['other-edition', 'other-table', 'changed', 'same']);
  expect(heldAgainst(others, now)).toBe(others[2]);
  expect(heldAgainst(others.slice(0, 2), now)).toBe(others[0]);
  expect(heldAgainst([], now)).toBeUndefined();
});

test('averages of the others are told by side, where enough of them have it', () => {
  const shares = (base: number, effect: number | null) =>
    new Map([['base', base], ...(effect === null ? [] : [['effect', effect] as const])]);
  const own = peer('own', 1, { shares: shares(9_000, 9_000) });
  const group = [
    peer('1', 1, { shares: shares(1_000, 5_000) }),
    peer('2', 1, { shares: shares(2_000, 5_000) }),
    peer('3', 1, { shares: shares(2_199, null) }),
  ];
  expect([...(peerPlace(own, [own, ...group], 3)?.shares ?? [])]).toEqual([['base', 17]]);
  expect(peerPlace(own, group.slice(1), 3)).toBeNull();
  expect([
    ...sharesOf([
      { id: 'a', got: 333, worth: 1000 },
      { id: 'b', got: 0, worth: 0 },
    ]),
  ]).toEqual([['a', 3330]]);
});

const peer = (enterpriseId: string, score: number, more: Partial<Peer> = {}): Peer => ({
  ...{ enterpriseId, industry: '17', region: 'x', scale: 'small', score, shares: new Map() },
  ...more,
});

test('the closest group that is large enough is told of, and no other', () => {
  const own = peer('own', 5000);
  const near = [peer('1', 4000), peer('2', 5000)];
  expect(peerPlace(own, [own, ...near], 3)).toBeNull();
  expect(peerPlace(own, [own, ...near, peer('3', 6000)], 3)).toEqual({
    ...{ alike: ['industry', 'region', 'scale'], others: 3, below: 50, shares: new Map() },
  });
  expect(peerPlace(own, [own, ...near, peer('3', 6000, { scale: 'large' })], 3)?.alike).toEqual(['industry', 'region']);
  expect(peerPlace({ ...own, industry: null }, [...near, peer('3', 1, { industry: null })], 3)?.alike).toEqual([
    'region',
    'scale',
  ]);
});

test('more points never stand lower, and no group under three is ever told of', () => {
  const roll = dice(11);
  const all = Array.from({ length: 40 }, (_, i) =>
    peer(String(i), roll(10_000), {
      region: `r${roll(6)}`,
      scale: ['small', 'micro'][roll(2)] ?? null,
      industry: `${13 + roll(5)}`,
    }),
  );
  for (const each of all) {
    const at = peerPlace(each, all, 3);
    const above = peerPlace({ ...each, score: each.score + 500 }, all, 3);
    if (at === null || above === null) expect(at).toBe(above);
    else {
      expect(at.others).toBeGreaterThanOrEqual(3);
      expect(above.below).toBeGreaterThanOrEqual(at.below);
      expect(at.below).toBeGreaterThanOrEqual(0);
      expect(at.below).toBeLessThanOrEqual(100);
    }
  }
});
