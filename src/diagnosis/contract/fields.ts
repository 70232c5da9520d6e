import type { ListFields } from '../../../platform/http/list-query.ts';
import { scaleNames, scales } from '../../enterprise/domain/index.ts';
import { diagnosisStateNames } from '../domain/model/index.ts';

/** What the list of diagnoses shows, and the words of its choices. */
export const listedStates = ['filling', 'submitted', 'inspected'] as const;
export const diagnosisFields = {
  enterprise: { title: '企业', kind: 'text', sheetWidth: 34 },
  code: { title: '统一社会信用代码', kind: 'text', nullable: true, sheetWidth: 24 },
  region: { title: '地区', kind: 'pick', sheetWidth: 14 },
  chain: { title: '产业链', kind: 'pick', nullable: true, sheetWidth: 18 },
  industry: { title: '行业代码', kind: 'text', nullable: true, sheetWidth: 10 },
  scale: { title: '规模', kind: 'choice', options: scales, nullable: true, sheetWidth: 8 },
  state: { title: '状态', kind: 'choice', options: listedStates, sheetWidth: 10 },
  level: { title: '等级', kind: 'number', nullable: true, sheetWidth: 10 },
  score: { title: '得分', kind: 'number', nullable: true, sheetWidth: 10 },
  selfScore: { title: '自评得分', kind: 'number', nullable: true, sheetWidth: 10 },
  begunAt: { title: '开始日期', kind: 'day', sheetWidth: 14 },
  submittedAt: { title: '报送日期', kind: 'day', nullable: true, sheetWidth: 14 },
  inspectedAt: { title: '核验日期', kind: 'day', nullable: true, sheetWidth: 14 },
  inspectedBy: { title: '核验人', kind: 'text', nullable: true, sheetWidth: 12 },
} as const satisfies ListFields;
export type DiagnosisField = keyof typeof diagnosisFields;
export const diagnosisLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  scale: scaleNames,
  state: diagnosisStateNames,
};

/** One paper or photograph. */
export const mostFileBytes = 15 * 1024 * 1024;
