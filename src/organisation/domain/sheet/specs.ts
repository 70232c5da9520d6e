import type { CellForm, SheetColumn, SheetSpec } from '../../../kernel/index.ts';
import { regionLevels, unitKinds } from '../model.ts';

/** The workbook of a whole organisation: one sheet for each kind of record, in the order in which they lean on each other. */
export const recordKinds = ['region', 'unit', 'chain', 'person', 'post', 'delegation'] as const;
export type RecordKind = (typeof recordKinds)[number];

const text = (most: number): CellForm => ({ kind: 'text', most });
const column = (
  field: string,
  title: string,
  width: number,
  form: CellForm,
  help = '',
  required = false,
): SheetColumn => ({
  ...{ field, title, width, form, required },
  ...(help !== '' && { help }),
});
const must = (field: string, title: string, width: number, form: CellForm, help = '') =>
  column(field, title, width, form, help, true);

const idHelp = '可以自己编（字母、数字、点、横线），也可以空着由系统编。再次导入时靠它认出是同一条。';
const id = column('id', '编号', 14, text(40), idHelp);
const name = must('name', '名称', 28, text(80));
const aliases = column('aliases', '别名', 28, { kind: 'list', most: 80 }, '公文里的其他叫法，用顿号隔开。');
const from = column('validFrom', '生效日期', 13, { kind: 'day' }, '空着表示一直如此。');
const to = column('validTo', '失效日期', 13, { kind: 'day' }, '从这一天起不再有效；空着表示现在有效。');
const successor = column('successor', '继任', 16, text(80), '撤销或更名以后由谁继续，写代码、编号或名称。');
const region = must('region', '地区', 16, text(80), '地区的代码或名称。');
const note = column('note', '备注', 24, text(300));

export const sheetSpecs: Readonly<Record<RecordKind, SheetSpec>> = {
  region: {
    name: '地区',
    columns: [
      must('code', '代码', 14, text(12), '六位区划代码、九位乡镇代码，或自编代码，如 990100-Z01。'),
      must('name', '名称', 24, text(40)),
      must('level', '级别', 12, { kind: 'choice', options: regionLevels }),
      column('parent', '上级', 14, text(40), '上级地区的代码；县区和设区市可以空着，由代码推出。'),
      aliases,
      column('local', '自编代码', 10, { kind: 'yes' }),
      column('validFrom', '生效日期', 13, { kind: 'day' }, '区划调整时，给旧的一行写失效日期，再加新的一行。'),
      to,
      successor,
    ],
  },
  unit: {
    name: '单位',
    columns: [
      id,
      name,
      must('kind', '类型', 12, { kind: 'choice', options: unitKinds }),
      region,
      column('parent', '上级单位', 24, text(80), '上级单位的编号或名称。'),
      aliases,
      column('creditCode', '统一社会信用代码', 22, text(18)),
      column('bankAccount', '银行账号', 24, text(40), '显示为带星号的，原样留着就不会改动。'),
      from,
      to,
      successor,
      note,
    ],
  },
  chain: {
    name: '产业链',
    columns: [id, name, region, column('parent', '所属产业链', 24, text(80)), aliases, from, to],
  },
  person: {
    name: '人员',
    columns: [
      id,
      must('name', '姓名', 14, text(40)),
      column('phone', '电话', 16, text(30), '显示为带星号的，原样留着就不会改动。'),
      column('idNumber', '证件号', 22, text(30), '显示为带星号的，原样留着就不会改动。'),
      column('email', '电子邮箱', 24, text(120)),
      column('validTo', '离开日期', 13, { kind: 'day' }, '从这一天起不再在本平台任职。'),
      note,
    ],
  },
  post: {
    name: '岗位',
    columns: [
      id,
      must('person', '人员', 16, text(80), '人员的编号；没有重名时也可以写姓名。'),
      must('unit', '单位', 28, text(80), '单位的编号或名称。'),
      must('title', '岗位名称', 18, text(40)),
      column('main', '主岗', 8, { kind: 'yes' }),
      from,
      to,
      column('role', '角色', 14, text(40), '希望授予的角色；由安全管理员确认后才生效。'),
      column('grantRegion', '授权地区', 16, text(80), '角色管到哪个地区及以下；空着为单位所在地区。'),
      column('chains', '授权产业链', 20, { kind: 'list', most: 80 }, '只管这些产业链；空着为全部。'),
    ],
  },
  delegation: {
    name: '委托',
    columns: [
      id,
      must('post', '岗位编号', 14, text(40)),
      must('toPerson', '受托人', 16, text(80), '人员的编号；没有重名时也可以写姓名。'),
      must('validFrom', '开始日期', 13, { kind: 'day' }),
      must('lastDay', '最后一天', 13, { kind: 'day' }),
      must('reason', '事由', 28, text(200)),
    ],
  },
};
