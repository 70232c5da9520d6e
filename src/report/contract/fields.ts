import type { ListFields } from '../../../platform/http/list-query.ts';
import { bulletinKindNames, bulletinStateNames } from '../domain/index.ts';

/** What the list of papers shows, and the words of its choices. */
export const bulletinFields = {
  title: { title: '标题', kind: 'text', sheetWidth: 50 },
  kind: { title: '种类', kind: 'choice', options: Object.keys(bulletinKindNames), sheetWidth: 12 },
  state: { title: '状态', kind: 'choice', options: Object.keys(bulletinStateNames), sheetWidth: 10 },
  number: { title: '文号', kind: 'text', nullable: true, sheetWidth: 24 },
  period: { title: '期别', kind: 'text', sheetWidth: 12 },
  region: { title: '地区', kind: 'pick', sheetWidth: 14 },
  chain: { title: '产业链', kind: 'pick', nullable: true, sheetWidth: 18 },
  issuer: { title: '发文单位', kind: 'text', sheetWidth: 24 },
  subject: { title: '责任单位', kind: 'text', nullable: true, sheetWidth: 24 },
  signedOn: { title: '签发日期', kind: 'day', nullable: true, sheetWidth: 14 },
  changedAt: { title: '修改日期', kind: 'day', sheetWidth: 14 },
} as const satisfies ListFields;
export type BulletinField = keyof typeof bulletinFields;

export const bulletinLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: bulletinKindNames,
  state: bulletinStateNames,
};

/** Being written; waiting for a signature; signed and not out yet; out; given up; all. */
export const bulletinBoxes = ['all', 'draft', 'review', 'signed', 'out', 'withdrawn'] as const;
export type BulletinBox = (typeof bulletinBoxes)[number];

export const fileKindNames = { docx: 'Word 文档', pdf: 'PDF', xlsx: '电子表格' } as const;
export type BulletinFileKind = keyof typeof fileKindNames;
