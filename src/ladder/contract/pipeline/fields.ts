import type { ListFields } from '../../../../platform/http/list-query.ts';
import { type PipelineBox, pipelineBoxes } from '../../domain/pipeline/index.ts';

/** What the lists of a title show, and the words of their choices. Likelihood in conditions is in percent. */

export { type PipelineBox, pipelineBoxes };
export const boxNames: Readonly<Record<PipelineBox, string>> = {
  ...{ reach: '够得着', met: '已经符合', expiring: '快到期', held: '有效', expired: '已到期', new: '当年新增' },
};
export const pipelineVerdictNames = { met: '符合', unknown: '还不能断定', unmet: '不符合' } as const;
export const standingNames = { held: '有效', expired: '已到期', none: '没有' } as const;

export const pipelineFields = {
  name: { title: '企业', kind: 'text', sheetWidth: 36 },
  code: { title: '统一社会信用代码', kind: 'text', nullable: true, sheetWidth: 22 },
  reach: { title: '可能性（%）', kind: 'number', nullable: true, sheetWidth: 12 },
  verdict: {
    ...{ title: '按当天的版次', kind: 'choice', options: Object.keys(pipelineVerdictNames) },
    ...{ nullable: true, sheetWidth: 14 },
  },
  short: { title: '还差什么', kind: 'text', sort: false, filter: false, sheetWidth: 80 },
  by: { title: '什么时候够', kind: 'text', sort: false, filter: false, sheetWidth: 24 },
  points: { title: '得分', kind: 'text', sort: false, filter: false, sheetWidth: 14 },
  region: { title: '地区', kind: 'pick', sheetWidth: 14 },
  chain: { title: '产业链', kind: 'pick', nullable: true, sheetWidth: 18 },
  standing: { title: '称号', kind: 'choice', options: Object.keys(standingNames), sort: false, sheetWidth: 10 },
  givenOn: { title: '授予', kind: 'day', nullable: true, sheetWidth: 12 },
  endsOn: { title: '到期', kind: 'day', nullable: true, sheetWidth: 12 },
  days: { title: '离到期（天）', kind: 'number', sort: false, filter: false, nullable: true, sheetWidth: 12 },
  since: { title: '从哪天起是这样', kind: 'day', sheetWidth: 14 },
} as const satisfies ListFields;
export type PipelineField = keyof typeof pipelineFields;

export const pipelineLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  verdict: pipelineVerdictNames,
  standing: standingNames,
};
