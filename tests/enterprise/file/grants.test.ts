import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAsking } from '../../../platform/db/index.ts';
import { type EnterpriseJson, enterpriseApi } from '../../../src/enterprise/contract.ts';
import {
  chief,
  company,
  daysAgo,
  type EnterpriseWorld,
  lead,
  office,
  openEnterpriseWorld,
  today,
  units,
} from '../register/world.ts';

let world: EnterpriseWorld;
let made: EnterpriseJson;
let own: EnterpriseJson;
const year = Number(today.slice(0, 4));
beforeAll(async () => {
  world = await openEnterpriseWorld();
  made = await world.register(office, { industry: '1713', chainId: 'lj-textile' }, { since: daysAgo(900) });
  own = await world.register(office, { unitId: units.own }, { since: daysAgo(900) });
});
afterAll(() => world.close());

const grant = {
  ...{ clause: null, title: '设备更新补助', docNumber: '芦工信〔2026〕1号', grantedOn: daysAgo(30) },
  ...{ amountFen: 50_000_000, payer: '市级财政', paidYear: null as number | null, source: '拨付文件' },
};
const at = (body: object, id = made.id) => ({ params: { enterpriseId: id }, body });

describe('grants', () => {
  test('are noted by who keeps the file, corrected with a trace, and added up by year', async () => {
    expect(await world.refused(chief, enterpriseApi.addGrant, at(grant))).toBe('403 not-allowed');
    expect(await world.refused(lead, enterpriseApi.addGrant, at(grant))).toBe('404 enterprise-unknown');
    for (const [wrong, code] of [
      [{ clause: 'nowhere/one' }, 'enterprise-clause-unknown'],
      [{ grantedOn: daysAgo(-1) }, 'enterprise-day-future'],
      [{ grantedOn: '2026-02-30' }, 'day-unknown'],
      [{ paidYear: year + 1 }, 'enterprise-grant-year'],
    ] as const)
      expect(await world.refused(office, enterpriseApi.addGrant, at({ ...grant, ...wrong })), code).toContain(code);
    const noted = await world.ask(office, enterpriseApi.addGrant, at(grant));
    const [first] = noted.grants;
    expect(noted).toMatchObject({ grantedFen: 50_000_000, paidFen: 0, mayKeep: true });
    expect(await world.refused(office, enterpriseApi.addGrant, at(grant))).toMatch(/enterprise-grant-twice/);
    // The district pays a share of the same.
    const shared = await world.ask(office, enterpriseApi.addGrant, at({ ...grant, payer: '区级财政', amountFen: 100 }));
    expect(shared.grants).toHaveLength(2);
    const params = { enterpriseId: made.id, grantId: first?.id ?? '' };
    const body = { ...grant, paidYear: year, revision: 1, reason: '已经拨付' };
    const stale = { params, body: { ...body, revision: 7 } };
    expect(await world.refused(office, enterpriseApi.changeGrant, stale)).toBe('409 record-changed');
    const same = { params, body: { ...body, paidYear: null } };
    expect(await world.refused(office, enterpriseApi.changeGrant, same)).toMatch(/enterprise-same/);
    const changed = await world.ask(office, enterpriseApi.changeGrant, { params, body });
    expect(changed).toMatchObject({ grantedFen: 50_000_100, paidFen: 50_000_000 });
    expect(changed.years.find((each) => each.year === year)).toMatchObject({ paidFen: 50_000_000 });
    const history = await world.ask(office, enterpriseApi.readHistory, {
      params: { enterpriseId: made.id },
      query: { pageSize: 1 },
    });
    expect(history.rows[0]).toMatchObject({ kind: 'grant', reason: '已经拨付', before: { paidYear: null } });
    const before = { params: { enterpriseId: made.id }, query: { on: daysAgo(31) } };
    expect(await world.ask(chief, enterpriseApi.listGrants, before)).toMatchObject({ grants: [], mayKeep: false });
    const gone = { params, body: { revision: 2, reason: '登记错了' } };
    expect((await world.ask(office, enterpriseApi.removeGrant, gone)).grants).toHaveLength(1);
    expect(await world.refused(office, enterpriseApi.removeGrant, gone)).toMatch(/enterprise-grant-gone/);
  });

  test('are seen by the enterprise itself, and by no other', async () => {
    await world.ask(office, enterpriseApi.addGrant, at(grant, own.id));
    const of = (id: string) => ({ params: { enterpriseId: id }, query: {} });
    expect((await world.ask(company, enterpriseApi.listGrants, of(own.id))).grants).toHaveLength(1);
    expect(await world.refused(company, enterpriseApi.listGrants, of(made.id))).toBe('404 enterprise-unknown');
    const rows = await asAsking({ postId: company, personId: 'person-enterprise' }, () =>
      sql<{ enterprise_id: string }>`select enterprise_id from enterprise_grant`.execute(world.database.db),
    );
    expect(rows.rows).toEqual([{ enterprise_id: own.id }]);
    const changed = await asAsking({ postId: company, personId: 'person-enterprise' }, () =>
      sql`update enterprise_grant set amount_fen = 1`.execute(world.database.db),
    );
    expect(changed.numAffectedRows).toBe(0n);
  });

  test('come in a list: all of it or nothing, and the same list twice does nothing', async () => {
    const heading = '信用代码,企业,奖补事项,条款,文号,发文日期,金额（元）,出资方,拨付年份,凭据';
    const file = (...rows: string[]) => ({
      ...{ name: '奖补.csv', content: Buffer.from([heading, ...rows].join('\r\n')) },
    });
    const line = `${made.code},${made.name},技改补助,,临工信〔2025〕3号,${daysAgo(200)},120000.50,市级财政,,拨付文件`;
    const bad = file(line, `91990103XXXXXXXXXX,某厂,技改补助,,,${daysAgo(200)},1,市级财政,,文件`, line);
    const { body: found } = await world.send(office, enterpriseApi.checkGrants, {}, bad);
    const faults = found.faults as { row: number; code: string }[];
    expect(faults.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 enterprise-unknown',
      '4 enterprise-grant-row-twice',
    ]);
    const good = file(line);
    const { body: checked } = await world.send(office, enterpriseApi.checkGrants, {}, good);
    expect(checked).toMatchObject({ faultCount: 0, counts: [{ added: 1, changed: 0 }] });
    const fields = { fingerprint: String(checked.fingerprint) };
    const refused = await world.send(office, enterpriseApi.importGrants, {}, { ...bad, fields });
    expect(JSON.stringify(refused.body)).toContain('enterprise-grants-stale');
    const saved = await world.send(office, enterpriseApi.importGrants, {}, { ...good, fields });
    expect(saved).toMatchObject({ status: 201, body: { added: 1, changed: 0 } });
    const now = await world.ask(office, enterpriseApi.listGrants, { params: { enterpriseId: made.id }, query: {} });
    expect(now.grants.find(({ title }) => title === '技改补助')?.amountFen).toBe(12_000_050);
    const { body: again } = await world.send(office, enterpriseApi.checkGrants, {}, good);
    expect(again.counts).toEqual([{ sheet: '奖补清单', added: 0, changed: 0, ended: 0 }]);
    expect((await world.send(chief, enterpriseApi.checkGrants, {}, good)).status).toBe(403);
  });
});

describe('facts of one enterprise', () => {
  const facts = async (post: string, id: string, on?: string) => {
    const query = on === undefined ? {} : { on };
    const answer = await world.ask(post, enterpriseApi.readFacts, { params: { enterpriseId: id }, query });
    return new Map(answer.facts.map(({ fact, value, from }) => [fact, { value, from }]));
  };

  test('come from the register, the figures and the titles, as of a day', async () => {
    const put = (period: number, revenue: number) =>
      world.ask(office, enterpriseApi.putFigures, {
        params: { enterpriseId: made.id, period: String(period) },
        body: { revision: 0, figures: { revenue }, vintage: 'audited', source: '审计报告' },
      });
    await put(year - 1, 30_000_000);
    await put(year - 2, 20_000_000);
    const given = `${year - 1}-06-01`;
    await world.ask(office, enterpriseApi.giveTitle, {
      ...at({ kind: 'sme-zjtx', level: 'province', number: '', givenOn: given, edition: null, source: '公布名单' }),
    });
    const now = await facts(office, made.id);
    expect(now.get('revenue')).toEqual({ value: 30_000_000, from: 'figures' });
    expect(now.get('revenue_prev')).toEqual({ value: 20_000_000, from: 'figures' });
    expect(now.get('chain')).toMatchObject({ from: 'register' });
    expect(now.get('rd_cost')).toMatchObject({ value: null });
    const titled = [...now].filter(([, { from }]) => from === 'titles').map(([fact]) => fact);
    expect(titled.length).toBeGreaterThan(0);
    const then = await facts(office, made.id, `${year - 1}-03-01`);
    expect(then.get('revenue')).toEqual({ value: 20_000_000, from: 'figures' });
    const years = titled.filter((fact) => now.get(fact)?.value === year - 1);
    expect(years.length).toBeGreaterThan(0);
    expect(years.map((fact) => then.get(fact)?.value)).toEqual(years.map(() => 0));
  });

  test('are told to the enterprise itself and to no stranger', async () => {
    expect((await facts(company, own.id)).size).toBeGreaterThan(50);
    for (const post of [company, lead])
      expect(await world.refused(post, enterpriseApi.readFacts, { params: { enterpriseId: made.id }, query: {} })).toBe(
        '404 enterprise-unknown',
      );
    expect(
      await world.refused('post-system-admin', enterpriseApi.readFacts, {
        params: { enterpriseId: own.id },
        query: {},
      }),
    ).toBe('403 not-allowed');
  });
});
