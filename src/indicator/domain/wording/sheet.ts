import { dueNow, punctuality, type Sheet, sheetStateNames } from '../sheet/model.ts';

/** How a sheet stands with its deadline on a day: `还有 3 天截止`, `已迟 2 天`, `按时报送`. */
export function punctualityWords(sheet: Sheet, today: string): string {
  const due = dueNow(sheet);
  const stand = punctuality(sheet, today);
  if (stand === 'not-open') return `${dayWords(sheet.opensOn)}开始填报`;
  const isIn = sheet.state === 'submitted' || sheet.state === 'approved';
  const days = daysBetween(due, (isIn ? sheet.submittedOn : null) ?? today);
  if (isIn) return days > 0 ? `迟报 ${days} 天` : '按时报送';
  if (stand === 'late') return `已迟 ${days} 天`;
  return days === 0 ? '今天截止' : `还有 ${-days} 天截止`;
}

/** The state of a sheet with what happens next. */
export function sheetWords({ state, returned, extendedTo, asked }: Sheet): string {
  const cells = returned.length === 0 ? '' : `，有 ${returned.length} 处要改`;
  const more = asked !== null ? `；申请延期到 ${dayWords(asked.to)}，等待答复` : '';
  const granted = extendedTo === null ? '' : `；已同意延期到 ${dayWords(extendedTo)}`;
  return `${sheetStateNames[state]}${state === 'returned' ? cells : ''}${granted}${more}`;
}

const dayWords = (day: string): string => {
  const [, month = '', date = ''] = day.split('-');
  return `${Number(month)} 月 ${Number(date)} 日`;
};
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
