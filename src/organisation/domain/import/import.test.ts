import { describe, expect, test } from 'vitest';
import {
  chain,
  delegation,
  exampleOrganisation,
  grant,
  noRegisters,
  organisationOf,
  person,
  post,
  sheetOf,
  term,
  unit,
} from '../../../../tests/examples/organisation.ts';
import type { SheetText } from '../../../kernel/index.ts';
import { fateOf, shownChanges } from '../change/describe.ts';
import { applied, type Organisation } from '../change/model.ts';
import { exportSheets } from '../sheet/export.ts';
import { planImport } from './plan-import.ts';
import { planUndo } from './undo.ts';

const today = '2025-06-01';
const plan = (sheets: readonly SheetText[], before: Organisation = exampleOrganisation) => {
  let next = 0;
  return planImport(sheets, before, { registers: noRegisters, today, newId: () => `new${++next}` });
};
const faults = (...sheets: SheetText[]) =>
  plan(sheets).faults.map(({ sheet, row, column, code }) => [sheet, row, column, code].join(' '));

/** What an export writes, read back as text. */
const asTexts = (organisation: Organisation): SheetText[] =>
  exportSheets(organisation).map(({ spec, rows }) => ({
    name: spec.name,
    rows: [spec.columns.map(({ title }) => title), ...rows].map((cells, at) => ({
      row: at + 1,
      cells: cells.map((cell) => (cell === null ? null : String(cell))),
    })),
  }));

test('an export that comes back unchanged changes nothing', () => {
  const { changes, faults: found, rows } = plan(asTexts(exampleOrganisation));
  expect(found).toEqual([]);
  expect(changes).toEqual([]);
  expect(rows).toBe(12);
});

test('an empty installation takes the whole of another', () => {
  const empty = organisationOf();
  const texts = asTexts(exampleOrganisation).map(({ name, rows }) => ({
    name,
    // Masked values cannot come out of nothing.
    rows: rows.map((line) => ({ ...line, cells: line.cells.map((cell) => (cell?.includes('*') ? null : cell)) })),
  }));
  const { changes, faults: found } = plan(texts, empty);
  expect(found).toEqual([]);
  const now = applied(empty, changes);
  expect([...now.region.values()]).toEqual([...exampleOrganisation.region.values()]);
  expect([...now.post.values()]).toEqual([...exampleOrganisation.post.values()]);
  expect(now.grant.get('office')).toEqual(
    grant('office', 'chain-office', { region: '990100', chains: ['textile'], state: 'proposed' }),
  );
});

describe('records', () => {
  test('new rows get ids, known ones are changed, links go by name and in any order', () => {
    const { changes, faults: found } = plan([
      sheetOf(
        '单位',
        { 名称: '芦洲工业园管委会', 类型: '园区', 地区: '芦洲区', 上级单位: '芦洲区人民政府' },
        { 名称: '芦洲区人民政府', 类型: '政府', 地区: '990103', 上级单位: null },
        { 名称: '临江市工业和信息化局', 类型: '部门', 地区: '临江', 上级单位: null },
      ),
    ]);
    expect(found).toEqual([]);
    expect(changes.map((change) => [change.key, fateOf(change)])).toEqual([
      ['new1', 'added'],
      ['new2', 'added'],
    ]);
    expect(changes[0]?.after).toMatchObject({ parent: 'new2', region: '990103', kind: 'park' });
  });

  test('columns that the file does not have stay as they are, empty cells are emptied', () => {
    const { changes } = plan([sheetOf('人员', { 编号: 'p-system', 姓名: '系统管理员乙', 电话: null })]);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.after).toMatchObject({ name: '系统管理员乙', phone: null, idNumber: '11010519491231002X' });
    expect(shownChanges(changes[0]!)).toEqual([
      { field: 'name', before: '系统管理员甲', after: '系统管理员乙' },
      { field: 'phone', before: '138****5678', after: null },
    ]);
  });

  test('a masked value stays what it was; one that is not its mask is refused', () => {
    expect(plan([sheetOf('人员', { 编号: 'p-system', 姓名: '系统管理员甲', 电话: '138****5678' })]).changes).toEqual(
      [],
    );
    expect(faults(sheetOf('人员', { 编号: 'p-system', 姓名: '系统管理员甲', 电话: '139****5678' }))).toEqual([
      '人员 2 电话 masked-value-strange',
    ]);
  });

  test('a region that is handed over has an old row that ends and a new one', () => {
    const { changes, faults: found } = plan([
      sheetOf(
        '地区',
        { 代码: '990181', 名称: '白河市', 级别: '县区', 上级: null, 生效日期: null, 失效日期: null },
        { 代码: '990103', 名称: '芦洲区', 级别: '县区', 上级: '990100', 生效日期: null, 失效日期: '2026-01-01' },
        { 代码: '990103', 名称: '芦洲区', 级别: '县区', 上级: '白河市', 生效日期: '2026-01-01', 失效日期: null },
      ),
    ]);
    expect(found).toEqual([]);
    expect(changes.map(({ key }) => key)).toEqual(['990181', '990103']);
    expect(changes[1]?.after).toMatchObject({
      terms: [
        term('芦洲区', '990100', { validTo: '2026-01-01' }),
        term('芦洲区', '990181', { validFrom: '2026-01-01' }),
      ],
    });
  });

  test('posts bring proposals; delegations end the day after their last', () => {
    const { changes, faults: found } = plan([
      sheetOf('人员', { 姓名: '市工信局填报员', 编号: 'p-clerk' }),
      sheetOf('岗位', {
        编号: 'clerk',
        人员: '市工信局填报员',
        单位: '市工信局',
        岗位名称: '填报员',
        角色: '牵头单位',
        授权产业链: '现代纺织产业链',
      }),
      sheetOf('委托', {
        岗位编号: 'office',
        受托人: '市工信局填报员',
        开始日期: '2025-07-01',
        最后一天: '2025-07-31',
        事由: '出差',
      }),
    ]);
    expect(found).toEqual([]);
    expect(changes.map(({ kind }) => kind)).toEqual(['person', 'post', 'delegation', 'grant']);
    expect(changes[2]?.after).toEqual(delegation('new1', 'office', 'p-clerk'));
    expect(changes[3]?.after).toEqual(grant('clerk', 'lead-unit', { chains: ['textile'], state: 'proposed' }));
  });
});

describe('faults', () => {
  test('of form, links and sense are told together, in the order of the file', () => {
    expect(
      faults(
        sheetOf(
          '单位',
          { 名称: '甲', 类型: '衙门', 地区: '990100' },
          { 名称: '乙', 类型: '部门', 地区: '云海市' },
          { 名称: '芦洲区工业和信息化局', 类型: '部门', 地区: '临江市', 编号: 'lz-gxj', 上级单位: 'lz-gxj' },
        ),
        sheetOf(
          '人员',
          { 姓名: '丙', 电话: '12', 证件号: '110105194912310021', 电子邮箱: '无', 离开日期: '2025-02-30' },
          { 姓名: '安全管理员甲' },
        ),
        sheetOf('岗位', { 人员: '丁', 单位: '甲', 岗位名称: '主任', 角色: '皇帝' }),
      ),
    ).toEqual([
      '单位 2 类型 cell-not-listed',
      '单位 3 地区 reference-unknown',
      '单位 4 上级单位 superior-circle',
      '人员 2 离开日期 cell-not-a-day',
      '人员 3 姓名 person-unclear',
      '岗位 2 人员 reference-unknown',
    ]);
  });

  test('people’s numbers', () => {
    expect(faults(sheetOf('人员', { 姓名: '丙', 电话: '12', 证件号: '110105194912310021', 电子邮箱: '无' }))).toEqual([
      '人员 2 电话 phone-wrong',
      '人员 2 证件号 id-number-wrong',
      '人员 2 电子邮箱 email-wrong',
    ]);
  });

  test('names and codes that are taken, rows that mean the same', () => {
    const code = '91350100M000100Y43';
    expect(
      faults(
        sheetOf(
          '单位',
          { 编号: 'a', 名称: '临江市工业和信息化局', 类型: '部门', 地区: '990100', 统一社会信用代码: code },
          { 编号: 'b', 名称: '乙', 类型: '部门', 地区: '990100', 统一社会信用代码: code },
          { 编号: 'b', 名称: '丙', 类型: '部门', 地区: '990100' },
          { 编号: '编号', 名称: '丁', 类型: '部门', 地区: '990100' },
        ),
      ),
    ).toEqual(['单位 2 名称 unit-name-taken', '单位 4 编号 row-twice', '单位 5 编号 id-form-wrong']);
  });

  test('ending what others lean on, the last administrator among them', () => {
    const ended = { 编号: 'gxj', 名称: '临江市工业和信息化局', 类型: '部门', 地区: '990100', 失效日期: '2025-01-01' };
    const { faults: found } = plan([sheetOf('单位', ended)]);
    expect(found.map(({ code, row, given }) => `${code} ${row} ${given}`)).toEqual([
      'others-lean-on-it 2 lz-gxj',
      'posts-go-on 2 市链办主任 链办主任',
      'posts-go-on 2 系统管理员甲 系统管理员',
      'posts-go-on 2 安全管理员甲 安全管理员',
    ]);
    expect(faults(sheetOf('人员', { 编号: 'p-security', 姓名: '安全管理员甲', 离开日期: '2025-01-01' }))).toEqual([
      '岗位   last-administrator',
      '人员 2 离开日期 posts-go-on',
    ]);
    expect(
      faults(
        sheetOf('岗位', {
          编号: 'system',
          人员: 'p-system',
          单位: 'gxj',
          岗位名称: '系统管理员',
          失效日期: '2026-01-01',
        }),
      ),
    ).toEqual(['岗位   last-administrator']);
  });

  test('a region may end while its units go on under its successor, which its successor must be there', () => {
    const row = { 代码: '990103', 名称: '芦洲区', 级别: '县区', 失效日期: '2025-01-01' };
    expect(faults(sheetOf('地区', row))).toEqual([]);
    expect(faults(sheetOf('地区', { ...row, 继任: '云海区' }))).toEqual(['地区 2 继任 reference-unknown']);
    expect(faults(sheetOf('地区', { ...row, 继任: '990103' }))).toEqual(['地区 2 继任 successor-not-then']);
  });

  test('what is granted is not the business of an import', () => {
    expect(
      faults(
        sheetOf('岗位', { 编号: 'office', 人员: 'p-office', 单位: 'gxj', 岗位名称: '链办主任', 角色: '牵头单位' }),
      ),
    ).toEqual(['岗位 2 角色 grant-stands']);
  });

  test('delegations: within the post, to somebody else, and not over', () => {
    const row = (more: Record<string, string>) =>
      sheetOf('委托', {
        岗位编号: 'office',
        受托人: 'p-security',
        开始日期: '2025-07-01',
        最后一天: '2025-07-31',
        事由: '出差',
        ...more,
      });
    expect(faults(row({ 受托人: 'p-office' }))).toEqual(['委托 2 受托人 delegation-to-holder']);
    expect(faults(row({ 开始日期: '2025-08-01' }))).toEqual(['委托 2 最后一天 life-reversed']);
    expect(faults(row({ 开始日期: '2025-04-01', 最后一天: '2025-04-02' }))).toEqual([
      '委托 2 最后一天 delegation-over',
    ]);
    expect(faults(row({ 最后一天: '2029-07-31' }))).toContain('委托 2 最后一天 delegation-too-long');
    // The security administrator may not come to act with business data.
    expect(faults(row({}))).toEqual(['岗位  角色 roles-incompatible']);
  });

  test('sheets that are not ours', () => {
    expect(faults(sheetOf('Sheet1', { 甲: '乙' }))).toEqual(['   sheets-missing']);
    expect(faults(sheetOf('产业链', { 名称: '丝绸产业链', 地区: '临江市' }), sheetOf('附表', { 甲: '乙' }))).toEqual([
      '附表   sheet-unknown',
    ]);
  });
});

describe('undo', () => {
  const sheets = [
    sheetOf('单位', { 编号: 'new', 名称: '芦洲区商务局', 类型: '部门', 地区: '芦洲区' }),
    sheetOf('人员', { 编号: 'p-office', 姓名: '市链办主任', 备注: '改' }),
  ];
  const { changes } = plan(sheets);
  const now = applied(exampleOrganisation, changes);

  test('puts everything back', () => {
    const undo = planUndo(changes, now, today);
    expect(undo.refusals).toEqual([]);
    const back = applied(now, undo.changes);
    expect(back).toEqual(exampleOrganisation);
  });

  test('names what was changed since and what is needed since', () => {
    const changedSince = applied(now, [
      {
        kind: 'person',
        key: 'p-office',
        before: null,
        after: person('p-office', '市链办主任', { phone: '13900000000' }),
      },
    ]);
    expect(planUndo(changes, changedSince, today).refusals).toMatchObject([
      { code: 'undo-changed-since', given: '市链办主任' },
    ]);
    const neededSince = applied(now, [
      {
        kind: 'unit',
        key: 'below',
        before: null,
        after: unit('below', '芦洲区商务服务中心', { region: '990103', parent: 'new' }),
      },
      { kind: 'post', key: 'x', before: null, after: post('x', 'p-office', 'new', '局长') },
      { kind: 'chain', key: 'y', before: null, after: chain('y', '丝绸产业链') },
    ]);
    expect(planUndo(changes, neededSince, today).refusals.map(({ code, given }) => `${code} ${given}`)).toEqual([
      'undo-needed-since 芦洲区商务局',
      'undo-needed-since 芦洲区商务局',
    ]);
  });
});
