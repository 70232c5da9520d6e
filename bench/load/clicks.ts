import { addressOf } from '../../platform/http/client.ts';
import { noticeApi } from '../../src/notice/contract.ts';
import { planApi } from '../../src/plan/contract.ts';
import { workApi } from '../../src/work/contract.ts';

/** One kind of click: what a person does, and the addresses that it asks. */
export interface Click {
  readonly name: string;
  readonly paths: readonly string[];
}

const list = (query: Parameters<typeof addressOf>[3]): string => addressOf('', planApi.listPlans, undefined, query);
const filter = (conditions: object): string => JSON.stringify(conditions);

/** The yardstick: what the same server answers without looking at anything. */
export const yardstick: Click = { name: '对照 /healthz', paths: ['/healthz'] };

/** What people do all day, over a list of very many plans. */
export const clicks: readonly Click[] = [
  { name: '方案清单第 1 页', paths: [list({ pageSize: 50 })] },
  { name: '翻到第 2 至 40 页', paths: [2, 5, 17, 40].map((page) => list({ page, pageSize: 50 })) },
  {
    name: '按列排序',
    paths: ['-issuedOn', 'title', '-findings', 'status,-updatedAt'].map((sort) => list({ sort, pageSize: 50 })),
  },
  {
    name: '按条件筛选',
    paths: [
      list({ filter: filter({ status: { in: ['draft', 'revising'] } }), pageSize: 50 }),
      list({ filter: filter({ issuedOn: { from: '2025-01-01', to: '2025-06-30' } }), pageSize: 50 }),
      list({ filter: filter({ errors: { from: 1 } }), pageSize: 50 }),
    ],
  },
  { name: '找字', paths: ['丝绸', '装备制造', '第4711号', '〔2025〕88号'].map((text) => list({ text, pageSize: 50 })) },
  {
    name: '工作台',
    paths: [
      addressOf('', workApi.readCounts, undefined, {}),
      addressOf('', workApi.listWork, undefined, { box: 'todo' }),
      addressOf('', noticeApi.readUnread, undefined, {}),
    ],
  },
  { name: '全局搜索', paths: ['纺织', '新材料'].map((text) => addressOf('', workApi.search, undefined, { text })) },
];
