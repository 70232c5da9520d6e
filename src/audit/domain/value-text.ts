import { isCut } from './changes.ts';

const longestShown = 200;

/** A kept value in words: texts as they are, lists with commas, nothing as （空）, a cut one with its length. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (isCut(value)) return `${value.begins}……（共 ${value.length} 字，摘要 ${value.digest.slice(0, 20)}…）`;
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return value.length === 0 ? '（空）' : value.map(valueText).join('、');
  const text = JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}……` : text;
}
