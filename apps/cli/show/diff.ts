import type { DiffJson } from '../../../src/plan/contract.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { itemTitle, kindWord } from './plan.ts';

const CHANGE_WORD = { added: '新增', removed: '删去', changed: '改动', moved: '换位' } as const;

/** Fields as a person calls them; others keep the name of the contract. */
const FIELD_WORD: Readonly<Record<string, string>> = {
  ...{
    title: '标题',
    docNumber: '文号',
    issuer: '发文机关',
    issuedOn: '成文日期',
    validFrom: '施行日期',
    validTo: '失效日期',
  },
  ...{
    validityText: '有效期',
    addressees: '主送',
    name: '名称',
    value: '数值',
    value2: '上限',
    unit: '单位',
    op: '比较词',
  },
  ...{ year: '年份', mode: '方式', scope: '范围', lead: '牵头单位', coLeads: '联合牵头', units: '责任单位' },
  ...{ inheritedUnits: '一并落实的单位', groups: '责任分组', deadlines: '时限', recurring: '经常性要求', no: '编号' },
  ...{ subject: '对象', condition: '条件', kind: '种类', amount: '金额', rate: '比例', cap: '封顶', floor: '起付' },
  ...{ payer: '出资方', matchedBy: '配套方', per: '计量', base: '基数', windowFrom: '起始', windowTo: '截止' },
  ...{ stacking: '叠加规则', columns: '列', rows: '行', text: '原文', parents: '上位规划', table: '来自表格' },
};

/** What is different between two versions: the head first, then each item with the fields that changed. */
export function diffText(diff: DiffJson, terminal: Terminal): string {
  const { added, removed, changed, moved, same } = diff.counts;
  const title = `第${diff.from}版 → ${diff.to === null ? '草案' : `第${diff.to}版`}：新增 ${added}，删去 ${removed}，改动 ${changed}，换位 ${moved}，未变 ${same}`;
  const rows = [
    ...diff.head.map(({ field, from, to }) => ['改动', '抬头', fieldWord(field), `${words(from)} → ${words(to)}`]),
    ...diff.items.map((item) => {
      const shown = item.to ?? item.from;
      // The words of the document change with every figure; they are shown only when nothing else did.
      const telling = item.fields.filter(({ field }) => field !== 'text');
      const shownFields = telling.length > 0 ? telling : item.fields;
      const fields = shownFields.map(({ field, from, to }) => `${fieldWord(field)} ${words(from)} → ${words(to)}`);
      return [CHANGE_WORD[item.change], kindWord[item.kind], shown === null ? '' : itemTitle(shown), fields.join('；')];
    }),
  ];
  const columns = [
    { title: '变化', max: 4 },
    { title: '类别', max: 4 },
    { title: '条目', max: 48 },
    { title: '改了什么', max: 70 },
  ];
  return `${terminal.columns === null ? '' : `${terminal.style.strong(title)}\n`}${table(columns, rows, terminal)}`;
}

const fieldWord = (field: string): string => FIELD_WORD[field] ?? field;

function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return '无';
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(words).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
