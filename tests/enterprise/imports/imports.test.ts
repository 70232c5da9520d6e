import { Buffer } from 'node:buffer';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../../platform/db/index.ts';
import { addressOf } from '../../../platform/http/client.ts';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import { compareSome } from '../../../src/enterprise/routes.ts';
import { putCompared, settleRows } from '../../../src/enterprise/store.ts';
import { dayAt } from '../../../src/kernel/index.ts';
import {
  chief,
  codeOf,
  type EnterpriseWorld,
  headersOf,
  office,
  openEnterpriseWorld,
  reviewer,
} from '../register/world.ts';

let world: EnterpriseWorld;
beforeAll(async () => {
  world = await openEnterpriseWorld();
});
afterAll(() => world.close());

const heading = '统一社会信用代码,企业名称,法定代表人,住所,主要产品,2024年营业收入（万元）,2024年职工人数';
const rowsOf = (lines: readonly string[]): Buffer => Buffer.from(`\ufeff${heading}\r\n${lines.join('\r\n')}\r\n`);
const line = (number: number, name: string, rest = '王小明,柳浦镇创业路1号,纱线、面料,1234.5,88'): string =>
  `${codeOf(number)},${name},${rest}`;

async function bring(post: string, content: Buffer, name = '名单.csv') {
  const sent = await world.send(post, enterpriseApi.importEnterprises, {}, { name, content });
  const { id } = sent.body as { id?: string };
  if (id === undefined) throw new Error(JSON.stringify(sent.body));
  while (true) {
    const found = await world.ask(post, enterpriseApi.readImport, { params: { importId: id } });
    if (!['reading', 'checked', 'saving'].includes(found.state)) return found;
    await pause(20);
  }
}
const count = async () => (await world.ask(office, enterpriseApi.totalEnterprises, {})).all.count;
const find = async (text: string) => (await world.ask(office, enterpriseApi.listEnterprises, { query: { text } })).rows;

describe('a list', () => {
  test('brings what is new, changes what is known by its code, leaves what is the same, and is taken back as a whole', async () => {
    const known = await world.register(office, {
      name: '芦洲旧名纺织有限公司',
      code: codeOf(1),
      legalRepresentative: '李四',
      scope: '纺纱',
    });
    const before = await count();
    const first = await bring(
      office,
      rowsOf([line(1, '芦洲新名纺织有限公司'), line(2, '芦洲云锦服饰有限公司'), ',没有代码的纺织厂,,,,,']),
    );
    expect([first.state, first.counts]).toEqual(['saved', { created: 2, changed: 1, same: 0, figures: 2 }]);
    expect(await count()).toBe(before + 2);
    const now = await world.read(office, known.id);
    const contentOf = ({ spans }: typeof now) => spans.at(-1)?.content;
    expect(contentOf(now)).toMatchObject({
      legalRepresentative: '王小明',
      scope: '纺纱',
      otherNames: ['芦洲旧名纺织有限公司'],
    });
    expect((await find('云锦'))[0]).toMatchObject({ name: '芦洲云锦服饰有限公司', employees: 88, revenueYear: 2024 });
    expect((await find('旧名')).map(({ name }) => name)).toEqual(['芦洲新名纺织有限公司']);

    const again = await bring(office, rowsOf([line(1, '芦洲新名纺织有限公司'), line(2, '芦洲云锦服饰有限公司')]));
    expect([again.state, again.counts]).toMatchObject(['saved', { created: 0, changed: 0, same: 2 }]);

    const params = { importId: first.id };
    expect(await world.refused(chief, enterpriseApi.undoImport, { params, body: { reason: '传错了' } })).toBe(
      '403 not-allowed',
    );
    const undone = await world.ask(office, enterpriseApi.undoImport, { params, body: { reason: '传错了' } });
    expect(undone.state).toBe('undone');
    expect(await count()).toBe(before);
    expect(contentOf(await world.read(office, known.id))).toMatchObject({
      name: '芦洲旧名纺织有限公司',
      legalRepresentative: '李四',
      otherNames: [],
    });
    expect(await world.refused(office, enterpriseApi.undoImport, { params, body: { reason: '再来' } })).toMatch(
      /enterprise-import-state/u,
    );
  });

  test('with one fault in it brings nothing, and says each fault with line, column and value', async () => {
    const before = await count();
    const found = await bring(
      office,
      rowsOf([line(21, '芦洲甲纺织有限公司'), `${codeOf(22).slice(0, 17)}?,,王,,,x,`, line(21, '芦洲乙纺织有限公司')]),
    );
    expect([found.state, found.failure, await count()]).toEqual(['failed', 'enterprise-import-faulty', before]);
    expect(found.faults.map(({ line: at, column, code }) => [at, column, code])).toEqual([
      [3, '企业名称', 'enterprise-row-name'],
      [3, '统一社会信用代码', 'credit-code-character'],
      [3, '2024年营业收入（万元）', 'enterprise-row-number'],
    ]);
    const saved = await world.api.app.inject({
      url: addressOf('', enterpriseApi.importFaults, { importId: found.id }, undefined),
      headers: headersOf(office),
    });
    expect(saved.body).toContain('没有企业名称');
    const twice = await bring(office, rowsOf([line(21, '芦洲甲纺织有限公司'), line(21, '芦洲乙纺织有限公司')]));
    expect(twice.faults).toMatchObject([{ line: 3, code: 'enterprise-row-twice', limit: 2 }]);
  });

  test('that is long is read beside, says how far it is, and leaves nothing to be reckoned', async () => {
    const industries = ['1711', '1810', '6510', ''];
    const lines = Array.from({ length: 4000 }, (_, at) => {
      const founded = `${1995 + (at % 30)}-0${1 + (at % 9)}-1${at % 9}`;
      const figures = `${(at * 7) % 30_000},${at % 5 === 0 ? '' : (at * 3) % 900}`;
      return `${codeOf(50_000 + at)},芦洲长单${at}出口纺织有限公司,王小明,${founded},${industries[at % 4]},纱线、面料,${figures}`;
    });
    const columns =
      '统一社会信用代码,企业名称,法定代表人,成立日期,行业代码,主要产品,2024年营业收入（万元）,2023年职工人数';
    const long = Buffer.from(`${columns}\n${lines.join('\n')}\n`);
    const found = await bring(office, long);
    expect([found.state, found.percent, found.counts.created]).toEqual(['saved', 100, 4000]);
    const { db, clock, tags } = world.deps;
    const tagged = await world.database.owner
      .selectFrom('enterprise' as never)
      .select(sql<number>`count(distinct tags)::integer`.as('kinds'))
      .where('import_id' as never, '=', found.id as never)
      .executeTakeFirstOrThrow();
    expect((tagged as { kinds: number }).kinds).toBeGreaterThan(5);
    const settled = await asSystem(() => settleRows(db, { importId: found.id }, dayAt(clock.now()), tags));
    expect(settled).toBe(0);
  });

  test('is stopped on the way and leaves nothing; what is over is not stopped', async () => {
    const before = await count();
    const rows = Array.from({ length: 20_000 }, (_, at) => line(80_000 + at, `芦洲半路${at}纺织有限公司`));
    const sent = await world.send(
      office,
      enterpriseApi.importEnterprises,
      {},
      { name: '名单.csv', content: rowsOf(rows) },
    );
    const params = { importId: String(sent.body.id) };
    expect(await world.refused(chief, enterpriseApi.cancelImport, { params })).toBe('403 not-allowed');
    const stopped = await world.ask(office, enterpriseApi.cancelImport, { params });
    expect([stopped.state, stopped.failure]).toEqual(['failed', 'enterprise-import-cancelled']);
    expect(await world.refused(office, enterpriseApi.cancelImport, { params })).toMatch(/enterprise-import-state/u);
    // The next list of the region waits for nobody.
    expect((await bring(office, rowsOf([line(32, '芦洲接着来纺织有限公司')]))).state).toBe('saved');
    expect(await count()).toBe(before + 1);
  });

  test('that is long is compared with all others little by little, and what was cut short is compared again', async () => {
    const twins = ['芦洲锦岚家纺有限公司', '芦洲锦岚家纺（芦洲）有限公司', '芦洲别样五金厂'];
    const made = await bring(
      office,
      Buffer.from(`企业名称,法定代表人,住所\n${twins.map((name) => `${name},陈锦岚,柳浦镇锦岚路8号`).join('\n')}\n`),
    );
    const { owner } = world.database;
    const pairs = async () =>
      (
        await sql<{ count: number }>`select count(*)::integer as count from enterprise_pair p
        join enterprise e on e.id = p.second_id where e.import_id = ${made.id}`.execute(owner)
      ).rows[0]?.count;
    while ((await pairs()) === 0) await pause(20);
    const found = await pairs();
    await sql`delete from enterprise_pair`.execute(owner);
    await putCompared(owner as never, made.id, '');
    while ((await compareSome(world.deps)) > 0);
    expect(await pairs()).toBe(found);
    expect(await compareSome(world.deps)).toBe(0);
  });

  test('that changed something since is not taken back', async () => {
    const made = await bring(office, rowsOf([line(31, '芦洲丙纺织有限公司')]));
    const [row] = await find('芦洲丙纺织');
    if (row === undefined) throw new Error('not there');
    await world.ask(office, enterpriseApi.correctEnterprise, {
      params: { enterpriseId: row.id },
      body: { revision: 1, change: { shortName: '丙纺' }, reason: '补上简称' },
    });
    const undo = world.refused(office, enterpriseApi.undoImport, {
      params: { importId: made.id },
      body: { reason: '传错了' },
    });
    expect(await undo).toMatch(/enterprise-import-kept/u);
  });

  test('beyond the reach, or by somebody who may not', async () => {
    const far = await bring(office, Buffer.from('企业名称,地区\n望江甲纺织有限公司,990102\n'));
    expect(far.faults).toMatchObject([{ line: 2, code: 'enterprise-row-beyond' }]);
    const sent = await world.send(
      chief,
      enterpriseApi.importEnterprises,
      {},
      { name: '名单.csv', content: rowsOf([]) },
    );
    expect(sent.status).toBe(403);
    expect(reviewer).not.toBe(chief);
  });

  test('in GB 18030 is read, and a formula stays a text', async () => {
    const gb = Buffer.from([
      0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6, 10, 0xc2, 0xab, 0xd6, 0xde, 0xb6, 0xa1, 0xb3, 0xa7, 10,
    ]);
    expect((await bring(office, gb)).counts.created).toBe(1);
    expect((await find('芦洲丁厂')).length).toBe(1);
    const formula = await bring(office, Buffer.from('企业名称,经营范围\n芦洲戊纺织厂,=1+1\n'));
    expect(formula.state).toBe('saved');
  });

  test.each<[string, Buffer, string]>([
    ['nothing in it', Buffer.alloc(0), 'csv-empty'],
    ['only a heading', Buffer.from(`${heading}\n`), 'enterprise-import-empty'],
    ['no names', Buffer.from('甲,乙\n1,2\n'), 'enterprise-import-name-column'],
    ['a NUL', Buffer.from('企业名称\n甲\0乙\n'), 'csv-nul'],
    ['an open quote', Buffer.from('企业名称\n"甲\n乙\n'), 'csv-quote'],
    ['ten thousand columns', Buffer.from(`企业名称${',x'.repeat(10_000)}\n`), 'csv-wide'],
    ['another encoding', Buffer.from([0xc6, 0xff, 0xff, 0x80, 0x20, 0xff, 10]), 'csv-encoding'],
    ['a workbook under another name', Buffer.from('PK\u0003\u0004xxxx'), 'csv-binary'],
  ])('with %s is refused', async (_what, content, code) => {
    const before = await count();
    const found = await bring(office, content);
    expect([found.state, found.failure, await count()]).toEqual(['failed', code, before]);
  });
});
