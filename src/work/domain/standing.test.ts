import { describe, expect, test } from 'vitest';
import { type Actor, noReach } from '../../access/domain/index.ts';
import type { WorkItem } from './item.ts';
import { doerOf, possible } from './standing.ts';

const actor = (id: string, unitId: string, permissions: Actor['permissions'], region = ''): Actor => ({
  ...{ id, name: id, permissions, from: '10.1.2.3', sessionId: null },
  post: {
    ...{ id: `post-${id}`, title: '科员', unitId, unitName: '芦洲区工信局', regionId: '990103', onBehalfOf: null },
    ...{ roleId: null, roleName: null, scopeRegionId: '990103', chains: [] },
  },
  reach: { ...noReach, regions: new Set(region === '' ? [] : [region]) },
});
const item = (fields: Partial<WorkItem> = {}): WorkItem => ({
  ...{ id: 'w', revision: 1, kind: 'assignment', title: '报送进度', detail: '', importance: 'normal', link: null },
  ...{ origin: null, basis: null, place: { regionId: '990103', unitId: 'lz', chainId: null } },
  ...{ assignee: { kind: 'unit', id: 'lz', name: '芦洲区工信局' }, createdBy: doerOf(giver), createdAt: '' },
  ...{ dueOn: null, state: 'open', claimedBy: null, closedAt: null, outcome: null },
  ...fields,
});
const giver = actor('giver', 'gxj', new Set(['work.assign', 'plan.review'] as const), '990103');
const one = actor('one', 'lz', new Set(['plan.read'] as const));
const two = actor('two', 'lz', new Set(['plan.read'] as const));
const stranger = actor('stranger', 'far', new Set(['work.assign', 'plan.review'] as const), '990200');

describe('what each can do', () => {
  const claimed = { state: 'claimed', claimedBy: doerOf(one) } as const;
  test.each([
    ['open, giver', giver, {}, ['urge', 'withdraw', 'reassign']],
    ['open, unit', one, {}, ['claim', 'finish', 'return']],
    ['open, stranger', stranger, {}, []],
    ['claimed, the one', one, claimed, ['release', 'finish', 'return']],
    ['claimed, a colleague', two, claimed, []],
    ['claimed, giver', giver, claimed, ['urge', 'withdraw', 'reassign']],
    ['returned, giver', giver, { state: 'returned' }, ['withdraw', 'reassign']],
    ['returned, unit', one, { state: 'returned' }, []],
    ['done, giver', giver, { state: 'done' }, []],
    ['withdrawn, unit', one, { state: 'withdrawn' }, []],
  ] as const)('%s', (_what, who, fields, expected) => {
    expect(possible(who, item(fields))).toEqual(expected);
  });
});

test('to a post or a person there is nothing to claim', () => {
  const post = { assignee: { kind: 'post', id: 'post-one', name: '科员' } } as const;
  expect(possible(one, item(post))).toEqual(['finish', 'return']);
  expect(possible(two, item(post))).toEqual([]);
  expect(possible(two, item({ assignee: { kind: 'person', id: 'two', name: '乙' } }))).toEqual(['finish', 'return']);
});

test('holders of a permission count where it reaches, and what a record asks for only the record closes', () => {
  const review = {
    assignee: { kind: 'holders', id: 'plan.review', name: '核定条目' },
    origin: { slice: 'plan', kind: 'plan', id: 'p' },
    createdBy: doerOf(one),
  } as const;
  expect(possible(giver, item(review))).toEqual(['claim', 'urge']);
  expect(possible(stranger, item(review))).toEqual([]);
  expect(possible(one, item(review))).toEqual(['urge']);
});

test('the giver without the permission any more cannot pass it on', () => {
  const former = { ...giver, permissions: new Set<never>(), reach: noReach };
  expect(possible(former, item())).toEqual(['urge', 'withdraw']);
});

test('who acts for somebody else is written down so', () => {
  const acting = { ...one, post: { ...one.post!, onBehalfOf: { id: 'li', name: '李科长' } } };
  expect(doerOf(acting).post).toBe('芦洲区工信局 科员（代李科长）');
});
