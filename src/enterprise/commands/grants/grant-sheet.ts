import type { SheetSpec } from '../../../kernel/index.ts';

const text = (most: number) => ({ kind: 'text', most }) as const;

/** The columns of a list of grants. */
export const grantSpec: SheetSpec = {
  name: '奖补清单',
  columns: [
    { field: 'code', title: '信用代码', width: 24, required: true, form: text(18), help: '统一社会信用代码' },
    { field: 'name', title: '企业', width: 36, form: text(120), help: '只供核对' },
    { field: 'title', title: '奖补事项', width: 40, required: true, form: text(200) },
    {
      ...{ field: 'clause', title: '条款', width: 30, form: text(160) },
      help: '政策库里的“政策编号/条款编号”；不在库里的不写',
    },
    { field: 'docNumber', title: '文号', width: 24, form: text(80) },
    { field: 'grantedOn', title: '发文日期', width: 14, required: true, form: { kind: 'day' } },
    { field: 'amount', title: '金额（元）', width: 16, required: true, form: { kind: 'number' } },
    { field: 'payer', title: '出资方', width: 20, required: true, form: text(80), help: '例如 市级财政' },
    { field: 'paidYear', title: '拨付年份', width: 12, form: { kind: 'number' }, help: '还没有拨付的不写' },
    { field: 'source', title: '凭据', width: 30, required: true, form: text(300), help: '拨付文件、公示等' },
  ],
};
