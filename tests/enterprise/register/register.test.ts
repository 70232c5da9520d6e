import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import { chief, city, codeOf, type EnterpriseWorld, office, openEnterpriseWorld, today } from './world.ts';

let world: EnterpriseWorld;
beforeAll(async () => {
  world = await openEnterpriseWorld();
});
afterAll(() => world.close());

test('an enterprise is registered, found by two signs of its name and read', async () => {
  const made = await world.register(office, { name: '芦洲云锦织造有限公司', products: ['羊绒衫'] });
  expect(made).toMatchObject({ name: '芦洲云锦织造有限公司', since: today, revision: 1, may: { keep: true } });
  const find = (text: string) => world.ask(chief, enterpriseApi.listEnterprises, { query: { text } });
  for (const text of ['云锦', '锦织造', '羊绒', '造', made.code?.slice(0, 10) ?? ''])
    expect(
      (await find(text)).rows.map(({ id }) => id),
      text,
    ).toEqual([made.id]);
  expect((await find('云织')).rows).toEqual([]);
  expect((await world.read(city, made.id)).content.products).toEqual(['羊绒衫']);
  expect(codeOf(1)).toHaveLength(18);
});
