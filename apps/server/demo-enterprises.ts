import { enterpriseApi } from '../../src/enterprise/contract.ts';
import { type InventedEnterprise, type InventedRequest, inventedEnterprisesPack } from '../../src/enterprise/index.ts';
import { addDays, firstDay, shifted } from '../../src/kernel/index.ts';
import type { Asker } from './ask-app.ts';
import { fillParts } from './demo-enterprise-parts.ts';
import type { DemoPost } from './first-start.ts';
import { programLibrary } from './library.ts';

interface Given {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  /** YYYY-MM-DD */
  readonly today: string;
}

const fenOfWan = 1_000_000;
/** 万元 as figures are kept: at four decimals. */
const wan = (value: number): number => Math.round(value * 10_000);

/**
 * Gives the demo the enterprises of the invented city, as its office would: registered, changed, with three years of figures,
 * titles and contacts; some ask for changes themselves. Does nothing when there are enterprises. Gives how many there are.
 */
export async function fillDemoEnterprises({ posts, askerOf, today }: Given): Promise<number> {
  const office = posts.find(({ roleId, regionId }) => roleId === 'chain-office' && regionId === '990100');
  if (office === undefined) return 0;
  const keeper = await askerOf(office);
  const { total } = await keeper.call(enterpriseApi.listEnterprises, { query: { box: 'all', pageSize: 1 } });
  if (total > 0) return 0;
  const packs = programLibrary()
    .of(inventedEnterprisesPack)
    .map(({ content }) => content);
  const invented = packs.flatMap(({ enterprises }) => enterprises);
  for (const [at, enterprise] of invented.entries()) await register(enterprise, keeper, today, at);
  await ask(
    packs.flatMap(({ requests }) => requests),
    { posts, askerOf, today },
  );
  await fillParts(packs, keeper, { posts, askerOf, today });
  return invented.length;
}

/** A day of a month so many months ago. */
const dayAgo = (today: string, months: number, at: number): string =>
  months === 0 ? addDays(today, -1) : addDays(firstDay(shifted(today.slice(0, 7), -months)), at % 27);

async function register(one: InventedEnterprise, keeper: Asker, today: string, at: number): Promise<void> {
  const founded = `${Number(today.slice(0, 4)) - one.founded}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 27)).padStart(2, '0')}`;
  const content = {
    ...{ code: one.code, name: one.name, legalRepresentative: one.legal, address: one.address, regionId: one.region },
    ...{ parkId: one.park, industry: one.industry, scale: one.scale, foundedOn: founded, state: one.state },
    ...{ capitalFen: one.capital * fenOfWan, products: [...one.products], unitId: one.unit, chainId: one.chain },
    scope: `${one.products.join('、')}的研发、生产、销售；货物进出口。`,
  };
  const was = Object.fromEntries(one.changes.map(({ part, was: before }) => [part, before]));
  const made = await keeper.call(enterpriseApi.registerEnterprise, {
    body: { content: { ...content, ...was }, since: founded },
  });
  const params = { enterpriseId: made.id };
  let { revision } = made;
  for (const { ago, part, why } of one.changes) {
    const body = { revision, holdsFrom: dayAgo(today, ago, at), change: { [part]: content[part] }, reason: why };
    ({ revision } = await keeper.call(enterpriseApi.changeEnterprise, { params, body }));
  }
  for (const [years, figures] of figuresOf(one).entries()) {
    const back = 3 - years;
    if (back <= one.silent) continue;
    const period = String(Number(today.slice(0, 4)) - back);
    const vintage = back > 1 ? ('audited' as const) : ('reported' as const);
    const body = {
      revision: 0,
      figures,
      vintage,
      source: back > 1 ? `${period} 年度审计报告` : `${period} 年统计年报`,
    };
    await keeper.call(enterpriseApi.putFigures, { params: { ...params, period }, body });
  }
  for (const { kind, ago } of one.titles) {
    const givenOn = dayAgo(today, ago, at);
    const body = {
      kind,
      level: levels[kind] ?? 'province',
      number: '',
      givenOn,
      edition: null,
      source: '公布名单',
    } as const;
    await keeper.call(enterpriseApi.giveTitle, { params, body });
  }
  if (one.contact !== null) {
    const body = {
      name: one.contact,
      role: '办公室主任',
      phone: `1990000${String(1000 + at).padStart(4, '0')}`,
      mail: '',
    };
    await keeper.call(enterpriseApi.addContact, { params, body });
  }
}

const levels: Readonly<Record<string, 'national' | 'province' | 'city'>> = {
  ...{ 'little-giant': 'national', 'champion-national': 'national', 'high-tech': 'national', 'tech-sme': 'national' },
  ...{ 'chain-leader-city': 'city', 'sub-chain-leader': 'city' },
};

/** The figures of the last three years, the earliest first. */
function figuresOf(one: InventedEnterprise): Record<string, number>[] {
  const share = (revenue: number, percent: number): number => wan((revenue * percent) / 100);
  return one.revenue.map((revenue, year) => {
    const employees = one.employees[year] ?? 0;
    const rd = share(revenue, one.rd);
    const staff = Math.round((employees * Math.min(30, one.rd * 3)) / 100);
    return {
      ...{ revenue: wan(revenue), main_revenue: share(revenue, 97), rd_cost: rd, rd_cost_inside: rd },
      ...{ output: share(revenue, 104), profit_net: share(revenue, one.margin), tax_paid: share(revenue, one.tax) },
      ...{ assets: share(revenue, 110), liabilities: share(revenue, 1.1 * one.debt) },
      ...{
        cost_total: share(revenue, 100 - one.margin),
        employees,
        rd_staff: staff,
        tech_staff: Math.round(staff * 1.3),
      },
      ...{ export_value: share(revenue, one.export), land_mu: one.land * 100 },
      ...{
        power_kwh: revenue * 420,
        energy_tce: Math.round(revenue * 8),
        hightech_income: share(revenue, one.rd * 12),
      },
    };
  });
}

/** Enterprises ask for changes in their own files. */
async function ask(requests: readonly InventedRequest[], { posts, askerOf, today }: Given): Promise<void> {
  for (const post of posts.filter(({ roleId }) => roleId === 'enterprise')) {
    const own = await askerOf(post);
    const { id } = await own.call(enterpriseApi.readOwn, {});
    if (id === null) continue;
    const params = { enterpriseId: id };
    const { revision, unit } = await own.call(enterpriseApi.readEnterprise, { params, query: {} });
    const request = requests.find((each) => each.unit === unit?.id);
    if (request === undefined) continue;
    const { change: changes, ago, reason } = request;
    const body = { revision, changes, holdsFrom: dayAgo(today, ago, 1), reason };
    await own.call(enterpriseApi.askChange, { params, body });
  }
}
