import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainDeps } from '../../../apps/server/chain.ts';
import { systemClock } from '../../../platform/clock/index.ts';
import { asSystem } from '../../../platform/db/index.ts';
import { readWorkbook } from '../../../platform/files/index.ts';
import { addressOf } from '../../../platform/http/client.ts';
import { newId } from '../../../platform/ids/index.ts';
import { chainMapApi as api, chainApi, type MapEditsJson } from '../../../src/chain/contract.ts';
import { loadChainServer } from '../../../src/chain/index.ts';
import { postOf, regions } from '../../access/organisation.ts';
import { openPolicyWorld, type PolicyWorld } from '../../policy/world.ts';

/** A chain that a pack draws, its enterprises, what people say of them, how its nodes stand and what is done about gaps. */
let world: PolicyWorld;
const office = postOf('chain-office');
const clerk = postOf('reporting-clerk');
const chainId = 'qsh-knitting';
const params = { chainId };
const year = String(new Date().getFullYear() - 1);
const noEdits: MapEditsJson = { nodes: [], dropNodes: [], links: [], dropLinks: [] };

async function enterprise(
  id: string,
  name: string,
  industry: string | null,
  products: string[],
  output: number | null,
) {
  const { owner } = world.database;
  await sql`insert into enterprise (id, name, region_id, industry, products, since, searched, created_at, created_by, changed_at, changed_by)
    values (${id}, ${name}, ${regions.district}, ${industry}, ${products}::text[], '2020-01-01', '', now(), '甲', now(), '甲')`.execute(
    owner,
  );
  if (output !== null)
    await sql`insert into enterprise_figures (enterprise_id, period, figures, vintage, source, at, by_id, by_name)
      values (${id}, ${year}, ${JSON.stringify({ output: output * 10_000, employees: 50 })}::jsonb, 'reported', '年报', now(), 'a', '甲')`.execute(
      owner,
    );
}

/** Rounds of the server, until there is nothing left to do. */
async function rounds(): Promise<void> {
  const { keepPlaces } = await loadChainServer();
  const deps = chainDeps({ db: world.database.db, clock: systemClock, newId } as never);
  await asSystem(async () => {
    for (let done = 1; done > 0; ) done = await keepPlaces(deps);
  });
}

const nodeOf = async (id: string) => {
  const { nodes } = await world.as(office, api.readChainMap, { params, query: {} });
  const found = nodes.find((node) => node.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const placesOf = async () => {
  const { rows } = await world.as(office, api.listPlaced, { params, query: { pageSize: 200 } });
  return new Map(rows.map((row) => [row.enterpriseId, row]));
};

beforeAll(async () => {
  world = await openPolicyWorld();
  const { owner } = world.database;
  await sql`insert into chain (id, name, region_id, parent) values (${chainId}, '现代纺织产业链', ${regions.district}, null)`.execute(
    owner,
  );
  await sql`insert into chain_closure (ancestor, descendant) values (${chainId}, ${chainId})`.execute(owner);
  await enterprise('e-dye', '临江锦绣印染有限公司', '1713', ['全棉染色布'], 1000);
  await enterprise('e-knit', '临江云裳针织服饰有限公司', '1829', ['针织T恤', '卫衣'], 20_000);
  await enterprise('e-yarn', '临江恒丰纺纱有限公司', '1711', ['精梳棉纱'], 9000);
  await enterprise('e-food', '临江好味食品有限公司', '1411', ['面包'], 500);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('placing', () => {
  test('only who keeps the chain begins it, once at a time', async () => {
    expect(await world.refused(clerk, api.startPlacing, { params })).toContain('403');
    const run = await world.as(office, api.startPlacing, { params });
    expect(run).toMatchObject({ state: 'running', read: 0 });
    expect(await world.refused(office, api.startPlacing, { params })).toContain('chain-placing-running');
  });

  test('everybody of the region is placed or found to be outside, with the reason, and has a main chain', async () => {
    await rounds();
    const { run } = await world.as(office, api.readPlacing, { params });
    expect(run).toMatchObject({ state: 'done', placed: 3, outside: 1 });
    const places = await placesOf();
    expect([...places].map(([id, { node }]) => [id, node?.id]).sort()).toEqual([
      ['e-dye', 'dyeing'],
      ['e-knit', 'knit-garment'],
      ['e-yarn', 'yarn'],
    ]);
    expect(places.get('e-dye')?.reason).toContain('产品“全棉染色布”');
    const { rows } = await sql<{
      id: string;
      chain_id: string | null;
    }>`select id, chain_id from enterprise order by id`.execute(world.database.owner);
    expect(rows.map((row) => [row.id, row.chain_id])).toEqual([
      ['e-dye', chainId],
      ['e-food', null],
      ['e-knit', chainId],
      ['e-yarn', chainId],
    ]);
  });

  test('who changes what he makes stands elsewhere soon, and where he stood is remembered', async () => {
    await sql`update enterprise set products = '{拉链,纽扣}', name = '临江恒丰拉链有限公司', industry = null where id = 'e-yarn'`.execute(
      world.database.owner,
    );
    await rounds();
    expect((await placesOf()).get('e-yarn')?.node?.id).toBe('accessories');
    const { places } = await world.as(office, api.readEnterprisePlaces, { params: { enterpriseId: 'e-yarn' } });
    expect(places[0]).toMatchObject({ main: true, node: { id: 'accessories' }, history: [{ node: { id: 'yarn' } }] });
  });

  test('what a person says stays when all are placed again; given back, the rule holds', async () => {
    const which = { chainId, enterpriseId: 'e-dye' };
    expect(
      await world.refused(clerk, api.placeEnterprise, { params: which, body: { nodeId: 'weaving', reason: '看过' } }),
    ).toContain('403');
    expect(
      await world.refused(office, api.placeEnterprise, { params: which, body: { nodeId: 'nowhere', reason: '看过' } }),
    ).toContain('chain-node-unknown');
    const moved = await world.as(office, api.placeEnterprise, {
      params: which,
      body: { nodeId: 'weaving', reason: '到厂里看过' },
    });
    expect(moved).toMatchObject({ by: 'person', node: { id: 'weaving' }, second: { id: 'dyeing' } });
    await world.as(office, api.startPlacing, { params });
    await rounds();
    expect((await placesOf()).get('e-dye')).toMatchObject({ node: { id: 'weaving' }, by: 'person' });
    const back = await world.as(office, api.releasePlace, { params: which, body: { reason: '看错了' } });
    expect(back).toMatchObject({ by: 'rule', node: { id: 'dyeing' } });
    await rounds();
  });
});

describe('how nodes stand', () => {
  test('by number, by what the next ones need, and with the figures in the reason', async () => {
    const cotton = await nodeOf('cotton');
    expect(cotton.standing).toMatchObject({ state: 'missing', enterprises: 0, localRate: null });
    const dyeing = await nodeOf('dyeing');
    // Garments of 200 million need 40 % of it dyed; 10 million are.
    expect(dyeing.standing).toMatchObject({
      enterprises: 1,
      output: 1000,
      need: 8000,
      localRate: 0.125,
      state: 'weak',
    });
    expect(dyeing.standing.reason).toContain('8000 万元');
  });

  test('the regions and the whole agree; a region that is not of the chain is refused', async () => {
    const { totals } = await world.as(office, api.readChainMap, { params, query: {} });
    const { regions: rows } = await world.as(office, api.readChainRegions, { params });
    expect(rows.reduce((sum, { enterprises }) => sum + enterprises, 0)).toBe(totals.enterprises);
    expect(await world.refused(office, api.readChainMap, { params, query: { region: '110000' } })).toContain(
      'chain-region-unknown',
    );
  });
});

describe('what the office changes on the map', () => {
  test('words and nodes over the pack; refused where it would be no map any more, or somebody came first', async () => {
    const node = {
      name: '手工艺',
      stage: 'product',
      kind: 'main' as const,
      codes: [],
      addWords: ['香包'],
      dropWords: [],
      addNot: [],
    };
    const body = {
      revision: 0,
      from: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      reason: '本地特产',
    };
    const bad = {
      ...noEdits,
      nodes: [{ ...node, id: 'craft', addWords: ['拉链'] }],
      links: [{ from: 'craft', to: 'gone', flows: '香包', need: 0.1 }],
    };
    expect(await world.refused(office, api.saveMapEdition, { params, body: { ...body, edits: bad } })).toContain(
      'chain-',
    );
    const good = {
      ...noEdits,
      nodes: [{ ...node, id: 'craft' }],
      links: [{ from: 'craft', to: 'retail', flows: '香包', need: 0.1 }],
    };
    const { edition } = await world.as(office, api.saveMapEdition, { params, body: { ...body, edits: good } });
    expect(edition.revision).toBe(1);
    expect(await nodeOf('craft')).toMatchObject({ local: true, name: '手工艺', standing: { state: 'missing' } });
    expect(await world.refused(office, api.saveMapEdition, { params, body: { ...body, edits: good } })).toContain(
      'record-changed',
    );
  });
});

describe('what is done about a gap', () => {
  test('a line of a list that leads back, and no line in a list that is made of other data', async () => {
    const which = { chainId, nodeId: 'cotton' };
    const body = { name: '引进棉花加工企业', words: '', owner: '招商局', dueOn: null };
    const gap = await world.as(office, api.addGapEntry, { params: which, body: { ...body, listId: 'weak' } });
    expect(gap).toMatchObject({ node: { id: 'cotton' }, kind: 'entry', settledOn: null });
    expect(gap.reason).toContain('断点');
    expect(
      await world.refused(office, api.addGapEntry, { params: which, body: { ...body, listId: 'projects' } }),
    ).toContain('chain-list-unknown');
    const { entries } = await world.as(office, chainApi.listEntries, { params: { chainId, listId: 'weak' } });
    expect(entries.map(({ id }) => id)).toEqual([gap.targetId]);
    expect((await nodeOf('cotton')).gaps).toBe(1);
  });

  test('a task for a unit', async () => {
    const gap = await world.as(office, api.addGapTask, {
      params: { chainId, nodeId: 'cotton' },
      body: {
        title: '引进一家棉花加工企业',
        words: '',
        unitId: 'beside',
        dueOn: `${new Date().getFullYear() + 1}-06-30`,
      },
    });
    expect(gap).toMatchObject({ kind: 'task' });
    const { rows } = await sql<{ title: string }>`select title from task where id = ${gap.targetId}`.execute(
      world.database.owner,
    );
    expect(rows).toEqual([{ title: '引进一家棉花加工企业' }]);
  });
});

test('the workbook has the maps and the lists in one', async () => {
  const headers = { 'x-post': office, 'x-person': office.replace(/^post-/u, 'person-') };
  const answer = await world.api.app.inject({
    url: addressOf('', chainApi.exportChainFile, params, undefined),
    headers,
  });
  const sheets = await readWorkbook('图和清单.xlsx', answer.rawPayload);
  const names = sheets.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['产业链图', '技术路线和应用领域', '区域分布', '环节里的企业', '薄弱环节清单']),
  );
  const nodes = sheets.find(({ name }) => name === '产业链图');
  expect(nodes?.rows.some(({ cells }) => cells.includes('断点'))).toBe(true);
});
