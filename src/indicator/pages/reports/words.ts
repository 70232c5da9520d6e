import type { ReportJson } from '../../contract/reading-api.ts';
import { contentOn } from '../../contract/reading-api.ts';
import { type MatrixSearch, matrixSearch } from '../matrix/address.ts';
import { type PivotSearch, searchOf } from '../pivot/address.ts';

/** The day that it is in China. */
const dayOf = (moment: number): string => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);

export type Opened =
  | { readonly to: '/analysis'; readonly search: PivotSearch }
  | { readonly to: '/matrix'; readonly search: MatrixSearch };

/** Where a saved report opens: its table, with its periods moved on to today where they follow the calendar. */
export function openedOf({ id, content, follow, changedAt }: ReportJson, now = Date.now()): Opened {
  const shown = contentOn(content, follow, dayOf(Date.parse(changedAt)), dayOf(now));
  if (shown.kind === 'pivot') return { to: '/analysis', search: { ...searchOf(shown.spec), report: id } };
  const { indicators, ...query } = shown.query;
  return { to: '/matrix', search: { ...matrixSearch({ ...query, indicator: indicators.split(',')[0] }), report: id } };
}

/** What is to be done about one that is no longer sent. */
export const stopHelp: Readonly<Record<NonNullable<ReportJson['stopped']>['why'], string>> = {
  'post-ended': '请由现在的岗位打开这张表，另存一份。',
  'not-allowed': '需要时请联系安全管理员恢复权限，再点“修改”保存一次。',
  refused: '表里的指标、地方或时期现在已经不能这样看。请打开这张表，改好后保存。',
};
