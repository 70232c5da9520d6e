import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programLibrary } from '../../apps/server/library.ts';
import { planApi } from '../../src/plan/contract.ts';
import { openShelf } from '../../src/policy/commands/shelf.ts';
import { policyApi } from '../../src/policy/contract.ts';
import { workApi } from '../../src/work/contract.ts';
import { inventedPolicies } from '../examples/policies.ts';
import { openPolicyWorld, type PolicyWorld } from './world.ts';

/** The library over HTTP: what is listed for a day, one policy, one clause, its examples, the conflicts. */
let world: PolicyWorld;
beforeAll(async () => {
  world = await openPolicyWorld(inventedPolicies);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const reader = 'post-public-reader';
const finance = 'post-finance';
const textile = { policyId: 'nanchang-textile-2025' } as const;
const clauses = (query: object = {}, post = finance) => world.as(post, policyApi.listClauses, { query });
const filter = (conditions: object) => ({ filter: JSON.stringify(conditions), pageSize: 200 });

describe('lists', () => {
  test('every clause is a row that its page can be opened from', async () => {
    const all = await clauses({ on: '2025-12-31', pageSize: 200 });
    expect(all.total).toBe(all.rows.length);
    expect(all.total).toBeGreaterThan(30);
    expect(new Set(all.rows.map(({ id }) => id)).size).toBe(all.total);
    const booth = all.rows.find(({ id }) => id === 'nanchang-textile-2025/fair-booth');
    expect(booth).toMatchObject({ level: '市', state: 'in-force', chains: '纺织服装', places: '南昌', most: 40_000 });
    expect(booth?.payers).toBe('市级、受益财政');
    expect(booth?.countersigned).toBe(0);
  });

  test('a page, the next one, and both together in the same order', async () => {
    const of = async (page: number) => (await clauses({ sort: '-most', page, pageSize: 5 })).rows.map(({ id }) => id);
    const [one, two] = [await of(1), await of(2)];
    const both = (await clauses({ sort: '-most', pageSize: 10 })).rows;
    expect([...one, ...two]).toEqual(both.map(({ id }) => id));
    const most = both.map((row) => row.most ?? -1);
    expect(most).toEqual(most.toSorted((a, b) => b - a));
  });

  test('by level, state, chain, sum and words', async () => {
    const levels = (await clauses(filter({ level: { in: ['省'] } }))).rows.map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(['省']));
    const rich = (await clauses(filter({ most: { from: 500_000 }, chains: { has: '纺织' } }))).rows;
    expect(rich.length).toBeGreaterThan(0);
    for (const row of rich) expect([(row.most ?? 0) >= 500_000, row.chains]).toEqual([true, '纺织服装']);
    expect((await clauses({ text: '展位费' })).rows.map(({ clauseId }) => clauseId)).toContain('fair-booth');
    expect((await clauses({ text: '没有这样的条款' })).total).toBe(0);
    expect(
      (await clauses({ policyId: 'yichun-leader-2023', pageSize: 200 })).rows.every(
        ({ policyId }) => policyId === 'yichun-leader-2023',
      ),
    ).toBe(true);
  });

  test('the day decides what is in force', async () => {
    const states = async (on: string) => {
      const { rows } = await world.as(reader, policyApi.listDocuments, { query: { on } });
      return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
    };
    expect(await states('2025-03-31')).toMatchObject({ 'nanchang-textile-2025': 'coming' });
    expect(await states('2025-04-01')).toMatchObject({
      'nanchang-textile-2025': 'in-force',
      'yichun-deed-tax-2023': 'in-force',
    });
    expect(await states('2025-07-01')).toMatchObject({ 'yichun-deed-tax-2023': 'expired' });
    expect(await states('2028-01-01')).toMatchObject({ 'nanchang-textile-2025': 'expired' });
  });

  test('exported as seen, in words; only the ticked, or without those left out', async () => {
    const url = '/policy-clauses/export?format=csv&columns=title,state,window,most';
    const whole = await world.text(reader, `${url}&on=2025-12-31&policyId=nanchang-textile-2025&sort=most`);
    expect(whole.status).toBe(200);
    expect(whole.body).toContain('条款,状态,受理,最多（元）');
    expect(whole.body).toContain('展位费补贴,施行中,');
    const ticked = await world.text(reader, `${url}&ids=nanchang-textile-2025/fair-booth`);
    expect(ticked.body.trim().split('\n')).toHaveLength(2);
    const less = await world.text(
      reader,
      `${url}&policyId=nanchang-textile-2025&except=nanchang-textile-2025/fair-booth`,
    );
    expect(less.body).not.toContain('\n展位费补贴,');
    expect((await world.text(reader, '/policies/export?format=xlsx')).status).toBe(200);
  });

  test('the search over everything finds documents and clauses', async () => {
    const { groups } = await world.as(finance, workApi.search, { query: { text: '展位费' } });
    const found = groups.find(({ kind }) => kind === 'policy-clause');
    expect(found?.hits.map(({ link }) => link)).toContain('/policies/nanchang-textile-2025/fair-booth');
    const share = await world.as(finance, workApi.search, { query: { text: '60%', limit: 20 } });
    const shown = share.groups.find(({ kind }) => kind === 'policy-clause')?.hits ?? [];
    expect(shown.length).toBeGreaterThan(0);
    for (const { title, detail } of shown) expect(`${title} ${detail}`).toContain('60%');
    const titles = await world.as(reader, workApi.search, { query: { text: '纺织 湖南' } });
    expect(titles.groups.find(({ kind }) => kind === 'policy')?.hits[0]?.link).toBe('/policies/hunan-textile-2023');
  });
});

describe('one policy', () => {
  test('its document, times, groups, exclusions, figures and clauses', async () => {
    const policy = await world.as(reader, policyApi.readPolicy, { params: textile, query: { on: '2025-12-31' } });
    expect(policy).toMatchObject({
      ...{ title: '南昌现代针纺产业奖补', level: '市', state: 'in-force', plan: null },
      on: { asked: '2025-12-31', shown: '2025-12-31' },
    });
    expect(policy.hash).toMatch(/^sha256:/u);
    expect(policy.groups.find(({ id }) => id === 'titles')).toMatchObject({ rule: 'highest', name: '优质企业称号' });
    expect(policy.groups.every((group) => group.clauses.length > 1)).toBe(true);
    expect(policy.exclusions).toEqual([
      expect.objectContaining({ words: '近三年失信或者发生安全事故', rule: expect.stringContaining('近三年失信') }),
    ]);
    expect(policy.scope.map(({ words }) => words)).toEqual(['所在地为南昌']);
    expect(policy.parameters.find(({ id }) => id === 'booth_share')).toMatchObject({
      name: '展位费补贴比例',
      now: '30%',
    });
  });

  test('on a day outside of its time it is told as of the nearest day', async () => {
    const of = async (on: string) =>
      (await world.as(reader, policyApi.readPolicy, { params: textile, query: { on } })).on;
    expect(await of('2020-01-01')).toEqual({ asked: '2020-01-01', shown: '2025-04-01' });
    expect(await of('2199-12-31')).toEqual({ asked: '2199-12-31', shown: '2027-12-31' });
  });
});

describe('one clause', () => {
  const booth = { ...textile, clauseId: 'fair-booth' } as const;

  test('sentence, rule, benefit, figures and what is wanted', async () => {
    const clause = await world.as(reader, policyApi.readClause, { params: booth, query: { on: '2025-12-31' } });
    expect(clause.sentence).toMatch(/^对当年参加展会的针纺外贸企业/u);
    expect(clause.rule.map(({ words, depth }) => [depth, words])).toEqual(
      expect.arrayContaining([
        [1, '所在地为南昌'],
        [1, '产业链为纺织服装'],
        [1, '参加境内展'],
      ]),
    );
    expect(clause.benefit.map(({ label }) => label)).toEqual(['单价', '数量', '最多计', '取整']);
    expect(clause.parameters.map(({ id }) => id).toSorted()).toEqual(['booth_cap', 'booth_count', 'booth_share']);
    expect(clause.payers).toEqual([
      { payer: '市级', percent: 50 },
      { payer: '受益财政', percent: 50 },
    ]);
    expect(clause.rest).toBe('市级');
    expect(clause.headings.at(-1)).toMatchObject({ no: '三/（四）/7' });
    expect(clause.facts.map(({ name }) => name)).toContain('展位费');
    expect(clause.open.length).toBeGreaterThan(0);
  });

  test('every example of every clause is explained, and comes out as the pack says', async () => {
    const { rows } = await clauses({ pageSize: 200 }, reader);
    let examples = 0;
    for (const { policyId, clauseId } of rows) {
      const clause = await world.as(reader, policyApi.readClause, { params: { policyId, clauseId }, query: {} });
      for (const { number, pays, title } of clause.examples) {
        const params = { policyId, clauseId, number };
        const told = await world.as(reader, policyApi.explainExample, { params });
        expect([clauseId, title, told.amount]).toEqual([clauseId, title, pays]);
        expect(told.state).toBe(pays === null ? 'unknown' : pays > 0 ? 'yes' : 'no');
        expect(told.payers.reduce((sum, { amount }) => sum + amount, 0)).toBe(pays ?? 0);
        if (told.state === 'unknown') expect(told.missing.length).toBeGreaterThan(0);
        // The same rule, perhaps with the figures of another day.
        expect(told.because.map(({ kind, depth }) => [depth, kind])).toEqual(
          clause.rule.map(({ kind, depth }) => [depth, kind]),
        );
        examples += 1;
      }
    }
    expect(examples).toBeGreaterThan(100);
  });

  test('figures of the day, all that there were, and the other editions', async () => {
    const abroad = { policyId: 'linjiang-textile-2025', clauseId: 'fair-abroad' } as const;
    const of = async (on: string) => world.as(reader, policyApi.readClause, { params: abroad, query: { on } });
    const [before, after] = [await of('2025-12-31'), await of('2026-01-01')];
    expect([before, after].map(({ parameters }) => parameters.find(({ id }) => id === 'fair_share')?.now)).toEqual([
      '50%',
      '60%',
    ]);
    expect(before.parameters.find(({ id }) => id === 'fair_share')?.values).toHaveLength(2);
    expect(before.sentence).not.toBe(after.sentence);
    const grown = await world.as(reader, policyApi.readClause, {
      params: { policyId: 'linjiang-district', clauseId: 'grown' },
      query: { on: '2025-06-01' },
    });
    expect(grown.editions).toEqual([
      expect.objectContaining({ policyId: 'linjiang-district-2026', clauseId: 'grown', from: '2026-01-01' }),
    ]);
  });

  test('the window is open, has been, or is to come', async () => {
    const params = { policyId: 'linjiang-textile-2025', clauseId: 'above-scale-first' } as const;
    const of = async (on: string) => (await world.as(reader, policyApi.readClause, { params, query: { on } })).window;
    expect([await of('2025-08-31'), await of('2025-09-01'), await of('2025-10-31'), await of('2025-11-01')]).toEqual([
      ...['coming', 'open', 'open', 'over'],
    ]);
    const open = await clauses({ on: '2025-10-31', ...filter({ window: { in: ['open'] } }) });
    expect(open.rows.map(({ clauseId, windowTo }) => [clauseId, windowTo])).toEqual([
      ['above-scale-first', '2025-10-31'],
    ]);
  });

  test('the words of the document stand beside it, once the document is among the plans', async () => {
    const title = '关于进一步推动现代针纺产业转型升级三年行动方案（2025—2027年）';
    const lines = [
      title,
      '',
      '三、重点支持',
      '（四）拓展市场',
      '7．支持参展。针纺外贸企业参加展会，每个展位按展位费的30%补贴，最高不超过2万元。',
      '（五）保障用工',
      '8．支持招聘。县区组织招聘活动，单场给予最高15万元补助。',
    ];
    const form = new FormData();
    form.set('file', new Blob([lines.join('\n')]), '针纺.txt');
    const sent = new Response(form);
    const answer = await world.api.app.inject({
      ...{ method: 'POST', url: '/api/v1/imports' },
      headers: {
        'x-post': 'post-chain-office',
        'x-person': 'person-chain-office',
        'content-type': sent.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
    expect(answer.statusCode).toBe(201);
    const [planId = ''] = answer.json<{ planIds: string[] }>().planIds;
    const office = await world.as('post-chain-office', policyApi.readClause, { params: booth, query: {} });
    expect(office.policy.plan?.planId).toBe(planId);
    expect(office.source?.items.map(({ words }) => words)).toEqual([expect.stringContaining('30%')]);
    const { items } = await world.as('post-chain-office', planApi.readDraft, { params: { planId } });
    expect(items.find(({ id }) => id === office.source?.items[0]?.itemId)?.kind).toBe('clause');
    // A draft is nothing for those who see only what is published.
    const outside = await world.as(reader, policyApi.readClause, { params: booth, query: {} });
    expect([outside.source, outside.policy.plan]).toEqual([null, null]);
  });
});

describe('conflicts', () => {
  const on = '2025-06-01';

  test('each kind of a day, with both sides and a witness, counted', async () => {
    const report = await world.as(finance, policyApi.listConflicts, { query: { on, pageSize: 200 } });
    expect(report.total).toBe(report.rows.length);
    const own = report.rows.filter(({ a }) => a?.policyId.startsWith('linjiang'));
    expect(own.map(({ kind, a, b }) => [kind, a?.title, b?.title])).toEqual([
      ['unreachable', '示范车间奖励', undefined],
      ['paid-twice', '首次升规奖励', '企业升规奖励'],
      ['other-amount', '省级单项冠军奖励', '省级冠军配套奖励'],
      ['gap', '芦洲区纺织企业奖补', '芦洲区纺织企业奖补'],
    ]);
    expect(own[1]).toMatchObject({
      ...{ amountA: 80_000, amountB: 50_000, events: ['首次升规年份'] },
      witness: [
        { name: '产业链', value: '纺织服装' },
        { name: '首次升规年份', value: '2025年' },
        { name: '数字化等级', value: '3 级' },
      ],
    });
    expect(own[3]).toMatchObject({ from: '2025-12-25', to: '2025-12-31', witness: [], amountA: null });
    for (const [kind, count] of Object.entries(report.kinds))
      expect([kind, report.rows.filter((row) => row.kind === kind).length]).toEqual([kind, count]);
  });

  test('one kind only, and the counts stay those of all', async () => {
    const all = await world.as(finance, policyApi.listConflicts, { query: { on } });
    for (const kind of Object.keys(all.kinds)) {
      const query = { on, ...filter({ kind: { in: [kind] } }) };
      const some = await world.as(finance, policyApi.listConflicts, { query });
      expect([kind, some.total, some.kinds]).toEqual([kind, all.kinds[kind], all.kinds]);
    }
  });

  test('what is not in force is not compared, but for the gap between editions', async () => {
    const { rows, policies } = await world.as(finance, policyApi.listConflicts, { query: { on: '1995-01-01' } });
    expect([rows.map(({ kind }) => kind), policies]).toEqual([['gap'], 0]);
  });

  test('exported with words', async () => {
    const { body } = await world.text(
      finance,
      `/policy-conflicts/export?format=csv&on=${on}&filter={"kind":{"in":["gap","unreachable"]}}`,
    );
    expect(body.trim().split('\r\n').slice(1)).toEqual([
      expect.stringMatching(/^没有人够得着,示范车间奖励（芦洲区纺织企业奖补）,,/u),
      expect.stringMatching(
        /^两份文件之间断档,芦洲区纺织企业奖补（芦府办发〔2025〕3号）,芦洲区纺织企业奖补（芦府办发〔2026〕1号）,.*2025-12-25,2025-12-31/u,
      ),
    ]);
  });

  test('no clause of the packs of the program is out of reach', () => {
    const shelf = openShelf(programLibrary);
    for (const day of ['2024-06-01', '2025-06-01', '2025-12-31', '2026-06-01'])
      expect(shelf.conflicts(day).filter(({ kind }) => kind === 'unreachable')).toEqual([]);
  });
});

describe('refused', () => {
  const day = { on: '2025-02-30' };
  test.each([
    ['nobody', null, policyApi.listClauses, { query: {} }, '401 not-signed-in'],
    ['the public asks for conflicts', reader, policyApi.listConflicts, { query: {} }, '403 not-allowed'],
    ['a day no calendar has', reader, policyApi.listClauses, { query: day }, '422 day-unknown'],
    [
      'a day that is no day',
      reader,
      policyApi.readPolicy,
      { params: textile, query: { on: "';--" } },
      '400 form-wrong',
    ],
    [
      'no such policy',
      reader,
      policyApi.readPolicy,
      { params: { policyId: 'nanchang' }, query: {} },
      '404 policy-unknown',
    ],
    [
      'a name that is no id',
      reader,
      policyApi.readPolicy,
      { params: { policyId: '../x' }, query: {} },
      '400 form-wrong',
    ],
    [
      'no such clause',
      reader,
      policyApi.readClause,
      { params: { ...textile, clauseId: 'booth' }, query: {} },
      '404 policy-clause-unknown',
    ],
    [
      'no such example',
      reader,
      policyApi.explainExample,
      { params: { ...textile, clauseId: 'fair-booth', number: 60 } },
      '404 policy-example-unknown',
    ],
    ['an unknown column', reader, policyApi.listClauses, { query: { sort: 'hash' } }, '400 form-wrong'],
    [
      'a condition of another kind',
      reader,
      policyApi.listClauses,
      { query: { filter: '{"most":{"has":"1"}}' } },
      '400 field-unexpected field-missing',
    ],
    ['a filter that is no JSON', reader, policyApi.listDocuments, { query: { filter: '{' } }, '400 form-wrong'],
  ] as const)('%s', async (_name, post, endpoint, input, wanted) => {
    expect(await world.refused(post, endpoint, input as never)).toBe(wanted);
  });
});
