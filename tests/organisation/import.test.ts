import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { asSystem } from '../../platform/db/index.ts';
import { readWorkbook } from '../../platform/files/index.ts';
import { writeForm } from '../../platform/workbook/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { exportOrganisation, organisationTemplate } from '../../src/organisation/commands/export-workbook.ts';
import {
  checkImport,
  commitImport,
  listImports,
  markImport,
  undoImport,
} from '../../src/organisation/commands/import-workbook.ts';
import { readUnit } from '../../src/organisation/commands/read.ts';
import { saveUnit } from '../../src/organisation/commands/save-unit.ts';
import { seedRegisters } from '../../src/organisation/commands/seed.ts';
import { seedDemoOrganisation } from '../../src/organisation/commands/seed-demo.ts';
import { type RecordKind, sheetSpecs } from '../../src/organisation/domain/index.ts';
import { type OrganisationWorld, openOrganisationWorld, refusalsOf } from './world.ts';

let world: OrganisationWorld;
beforeAll(async () => {
  world = await openOrganisationWorld();
});
afterAll(() => world?.close());

const fileName = '机构.xlsx';
const system = <T>(work: Parameters<typeof world.as<T>>[1]) => world.as('system-admin', work);
/** A workbook with rows of one sheet, by the fields of its columns. */
const workbook = (kind: RecordKind, ...rows: Readonly<Record<string, string>>[]) =>
  writeForm(
    [
      {
        spec: sheetSpecs[kind],
        rows: rows.map((row) => sheetSpecs[kind].columns.map(({ field }) => row[field] ?? null)),
      },
    ],
    { name: '填写说明', lines: [] },
  );
const check = (bytes: Uint8Array) => system((actor) => checkImport(actor, { fileName, bytes }, world.deps));
const commit = async (bytes: Uint8Array) => {
  const { fingerprint } = await check(bytes);
  return system((actor) => commitImport(actor, { fileName, bytes, fingerprint }, world.deps));
};
const undo = (id: string) => system((actor) => undoImport(actor, { id, reason: '导错了' }, world.deps));
/** Everything stored, to see that nothing was left over. */
const everything = async () => {
  const { owner } = world.database;
  const of = (
    table:
      | 'unit'
      | 'unit_closure'
      | 'person'
      | 'person_private'
      | 'post'
      | 'post_grant'
      | 'region_term'
      | 'region_closure'
      | 'delegation',
  ) => owner.selectFrom(table).selectAll().execute();
  const tables = await Promise.all([
    of('unit'),
    of('unit_closure'),
    of('person'),
    of('person_private'),
    of('post'),
    of('post_grant'),
    of('region_term'),
    of('region_closure'),
    of('delegation'),
  ]);
  return tables.map((rows) => rows.map((row) => JSON.stringify(row)).sort());
};

test('what is exported can be imported again and changes nothing', async () => {
  const bytes = await system((actor) => exportOrganisation(actor, world.deps));
  expect(await world.log()).toEqual(['organisation.export | 组织机构']);
  const found = await check(bytes);
  expect(found).toMatchObject({ faultCount: 0, faults: [], counts: [], differences: [] });
  expect(found.rows).toBeGreaterThan(100);
  expect(await refusalsOf(commit(bytes))).toEqual(['import-changes-nothing']);
  const sheets = await readWorkbook('机构.xlsx', bytes);
  const people = sheets.find(({ name }) => name === '人员')!.rows;
  expect(people.some(({ cells }) => cells.some((cell) => /^1990000\d{4}$/.test(cell ?? '')))).toBe(false);
});

test('the template has all sheets and no rows', async () => {
  const sheets = await readWorkbook('模板.xlsx', await system((actor) => organisationTemplate(actor, world.deps)));
  expect(sheets.map(({ name }) => name)).toEqual(['填写说明', '地区', '单位', '产业链', '人员', '岗位', '委托']);
  for (const { rows } of sheets.slice(1)) expect(rows.map(({ row }) => row)).toEqual([1]);
});

describe('an import', () => {
  test('with one fault stores nothing and comes back with the fault at its row', async () => {
    const before = await everything();
    const bytes = await workbook(
      'unit',
      { name: '芦洲区科学技术局', kind: '部门', region: '芦洲区', parent: '芦洲区人民政府' },
      { name: '芦洲区审计局', kind: '衙门', region: '芦洲区' },
    );
    const found = await check(bytes);
    expect(found.faults).toMatchObject([{ sheet: '单位', row: 3, column: '类型', code: 'cell-not-listed' }]);
    expect(await refusalsOf(commit(bytes))).toEqual(['import-faulty']);
    expect(await everything()).toEqual(before);
    const marked = await readWorkbook(
      'x.xlsx',
      await system((actor) => markImport(actor, { fileName, bytes }, world.deps)),
    );
    expect(marked[1]?.rows[2]?.cells.at(-1)).toMatch(/^「类型」的「衙门」不在列表里。/);
  });

  test('is taken back whole, and leaves everything as it was', async () => {
    const before = await everything();
    const sheet = (kind: RecordKind, row: Readonly<Record<string, string>>) => ({
      spec: sheetSpecs[kind],
      rows: [sheetSpecs[kind].columns.map(({ field }) => row[field] ?? null)],
    });
    const bytes = await writeForm(
      [
        {
          spec: sheetSpecs.region,
          rows: [
            ['990104', '青石区', '县区', '990100', null, null, null, '2027-01-01', null],
            ['990104', '青石区', '县区', '白河市', null, null, '2027-01-01', null, null],
          ],
        },
        sheet('unit', { id: 'qs-audit', name: '青石区审计局', kind: '部门', region: '青石区', parent: 'qs-gov' }),
        sheet('person', { id: 'p-qs', name: '青石区审计局经办人', phone: '13800001234' }),
        sheet('post', { id: 'qs-post', person: 'p-qs', unit: 'qs-audit', title: '经办人', role: '填报员' }),
        sheet('delegation', {
          post: 'qs-post',
          toPerson: 'p-lj-clerk',
          validFrom: '2026-04-01',
          lastDay: '2026-04-10',
          reason: '学习',
        }),
      ],
      { name: '填写说明', lines: [] },
    );
    const batch = await commit(bytes);
    expect(batch).toMatchObject({ rows: 6, added: 5, changed: 1, ended: 0, undoneAt: null });
    expect(
      await world.database.owner.selectFrom('post_grant').selectAll().where('post_id', '=', 'qs-post').execute(),
    ).toMatchObject([{ role_id: 'reporting-clerk', state: 'proposed' }]);
    expect((await world.log(7)).map((line) => line.split(' | ')[0])).toEqual([
      ...Array(6).fill('organisation.import-record'),
      'organisation.import',
    ]);
    expect((await system((actor) => listImports(actor, {}, world.deps))).batches[0]?.id).toBe(batch.id);
    expect((await undo(batch.id)).undoneBy).toBe('市系统管理员');
    expect(await everything()).toEqual(before);
    expect(await refusalsOf(undo(batch.id))).toEqual(['import-undone']);
    expect(await refusalsOf(undo('nothing'))).toEqual(['import-batch-unknown']);
  });

  test('is not taken back over what others did since, which it names', async () => {
    const batch = await commit(
      await workbook(
        'unit',
        { id: 'x-1', name: '芦洲区甲中心', kind: '事业单位', region: '芦洲区' },
        { id: 'x-2', name: '芦洲区乙中心', kind: '事业单位', region: '芦洲区' },
      ),
    );
    await commit(
      await workbook('unit', { id: 'x-3', name: '芦洲区丙站', kind: '事业单位', region: '芦洲区', parent: 'x-1' }),
    );
    expect(await refusalsOf(undo(batch.id))).toEqual(['undo-needed-since']);
    const { version, name, kind, region } = await system((actor) => readUnit(actor, 'x-2', world.deps));
    const fields = {
      name,
      kind,
      region,
      parent: null,
      aliases: ['乙'],
      creditCode: null,
      bankAccount: null,
      validFrom: null,
      validTo: null,
      successor: null,
      note: '',
    };
    await system((actor) => saveUnit(actor, { id: 'x-2', version, ...fields }, world.deps));
    const cause = await undo(batch.id).catch((error: { refusals: object[] }) => error);
    expect(cause).toMatchObject({ refusals: [{ code: 'undo-changed-since', field: 'unit', given: '芦洲区乙中心' }] });
  });

  test('that was checked before somebody else changed something is checked again', async () => {
    const bytes = await workbook('unit', { name: '芦洲区丁中心', kind: '事业单位', region: '芦洲区' });
    const { fingerprint } = await check(bytes);
    await commit(await workbook('unit', { name: '芦洲区戊中心', kind: '事业单位', region: '芦洲区' }));
    const late = system((actor) => commitImport(actor, { fileName, bytes, fingerprint }, world.deps));
    expect(await refusalsOf(late)).toEqual(['import-stale']);
    const other = await workbook('unit', { name: '芦洲区己中心', kind: '事业单位', region: '芦洲区' });
    const { fingerprint: seen } = await check(bytes);
    expect(
      await refusalsOf(
        system((actor) => commitImport(actor, { fileName, bytes: other, fingerprint: seen }, world.deps)),
      ),
    ).toEqual(['import-stale']);
  });

  test('of ten thousand units is one batch, in and out again', async () => {
    const before = await everything();
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      ...{ id: `ent-${at}`, name: `芦洲第${at}号企业`, kind: '企业', region: '990103' },
      ...(at % 10 > 0 && { parent: `ent-${at - (at % 10)}` }),
    }));
    const batch = await commit(await workbook('unit', ...rows));
    expect(batch).toMatchObject({ rows: 10_000, added: 10_000 });
    const closure = await world.database.owner
      .selectFrom('unit_closure')
      .selectAll()
      .where('descendant', '=', 'ent-9999')
      .orderBy('ancestor')
      .execute();
    expect(closure.map(({ ancestor }) => ancestor)).toEqual(['ent-9990', 'ent-9999']);
    await undo(batch.id);
    expect(await everything()).toEqual(before);
  });

  test('is for the system administrator alone', async () => {
    const bytes = await workbook('unit', { name: '某局', kind: '部门', region: '芦洲区' });
    for (const postId of ['security-admin', 'audit-admin', 'lj-office'])
      expect(
        await refusalsOf(world.as(postId, (actor) => checkImport(actor, { fileName, bytes }, world.deps))),
      ).toEqual(['not-allowed']);
    const seen = await world.as('lj-office', () =>
      world.database.db.selectFrom('organisation_import_change').selectAll().execute(),
    );
    expect(seen).toEqual([]);
  });
});

test('seeding a second time brings nothing and writes nothing', async () => {
  const before = [await everything(), await world.log()];
  expect(
    await asSystem(() => seedRegisters(systemActor, { library: packLibrary(), invented: false }, world.deps)),
  ).toBe(0);
  const people = await asSystem(() => seedDemoOrganisation(systemActor, packLibrary(), world.deps));
  expect(new Set(people.flatMap(({ posts }) => posts.map(({ roleId }) => roleId))).size).toBe(11);
  expect([await everything(), await world.log()]).toEqual(before);
});
