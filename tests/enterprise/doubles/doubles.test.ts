import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPairs } from '../../../src/enterprise/commands/doubles/find.ts';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import { chief, codeOf, type EnterpriseWorld, office, openEnterpriseWorld } from '../register/world.ts';

let world: EnterpriseWorld;
beforeAll(async () => {
  world = await openEnterpriseWorld();
});
afterAll(() => world.close());

const address = '东澜省临江市芦洲区柳浦镇创业路18号';
const spans = async (id: string) => (await world.read(office, id)).spans.at(-1)?.content;

test('two entries of one enterprise are found, made one by a person, and taken apart again', async () => {
  const first = await world.register(office, {
    name: '临江瑞缎纺织有限公司',
    code: codeOf(501),
    address,
    legalRepresentative: '王小明',
  });
  const second = await world.register(office, {
    name: '瑞缎纺织（临江）有限公司',
    code: null,
    address: '芦洲区创业路十八号',
    legalRepresentative: '王小明',
    scope: '纺纱、织布',
  });
  const near = await world.register(office, {
    name: '临江瑞缎纺织有限公司第二分公司',
    code: null,
    address,
    legalRepresentative: '王小明',
  });
  await world.ask(office, enterpriseApi.putFigures, {
    params: { enterpriseId: second.id, period: '2024' },
    body: { revision: 0, figures: { employees: 31 }, vintage: 'reported', source: '年报' },
  });
  // They were found as they were registered.
  expect(await findPairs([second.id, near.id], world.deps)).toBe(0);
  const { rows } = await world.ask(office, enterpriseApi.listPairs, { query: {} });
  const [pair] = rows;
  if (pair === undefined) throw new Error('no pair');
  expect([pair.first.id, pair.second.id, pair.mayDecide, rows.length]).toEqual([first.id, second.id, true, 1]);
  expect((await world.ask(chief, enterpriseApi.listPairs, { query: {} })).rows[0]?.mayDecide).toBe(false);

  const params = { pairId: pair.id };
  const body = {
    revision: pair.revision,
    decision: 'same' as const,
    keepId: first.id,
    take: ['scope' as const],
    reason: '营业执照是同一份',
  };
  expect(await world.refused(chief, enterpriseApi.decidePair, { params, body })).toBe('403 not-allowed');
  expect(await world.refused(office, enterpriseApi.decidePair, { params, body: { ...body, revision: 9 } })).toBe(
    '409 record-changed',
  );
  const same = await world.ask(office, enterpriseApi.decidePair, { params, body });
  expect([same.state, same.keptId, same.second.mergedInto]).toEqual(['same', first.id, first.id]);
  expect(await spans(first.id)).toMatchObject({
    name: '临江瑞缎纺织有限公司',
    scope: '纺纱、织布',
    otherNames: ['瑞缎纺织（临江）有限公司'],
  });
  expect((await world.read(office, first.id)).figures.map(({ period }) => period)).toEqual(['2024']);
  expect((await world.read(office, second.id)).mergedInto?.id).toBe(first.id);
  expect(await world.refused(office, enterpriseApi.decidePair, { params, body: { ...body, revision: 2 } })).toMatch(
    /enterprise-pair-decided/u,
  );

  const undone = await world.ask(office, enterpriseApi.undoPair, { params, body: { revision: 2, reason: '看错了' } });
  expect([undone.state, undone.second.mergedInto]).toEqual(['open', null]);
  expect(await spans(first.id)).toMatchObject({ scope: '', otherNames: [] });
  expect((await world.read(office, second.id)).figures.map(({ period }) => period)).toEqual(['2024']);

  const other = await world.ask(office, enterpriseApi.decidePair, {
    params,
    body: { revision: 3, decision: 'other', reason: '两张执照' },
  });
  expect(other.state).toBe('other');
  expect(await findPairs([first.id, second.id], world.deps)).toBe(0);
});

test('a merging is not taken back once the kept one was changed', async () => {
  const one = await world.register(office, {
    name: '临江锦云服饰有限公司',
    code: codeOf(601),
    address,
    legalRepresentative: '李四',
  });
  const two = await world.register(office, { name: '临江锦云服饰', code: null, address, legalRepresentative: '李四' });
  const [pair] = (await world.ask(office, enterpriseApi.listPairs, { query: { enterpriseId: two.id } })).rows;
  if (pair === undefined) throw new Error('no pair');
  const params = { pairId: pair.id };
  await world.ask(office, enterpriseApi.decidePair, {
    params,
    body: { revision: 1, decision: 'same', keepId: one.id, take: [], reason: '同一户' },
  });
  const { revision } = await world.read(office, one.id);
  await world.ask(office, enterpriseApi.correctEnterprise, {
    params: { enterpriseId: one.id },
    body: { revision, change: { shortName: '锦云' }, reason: '补上' },
  });
  expect(
    await world.refused(office, enterpriseApi.undoPair, { params, body: { revision: 2, reason: '看错了' } }),
  ).toMatch(/enterprise-pair-later/u);
});
