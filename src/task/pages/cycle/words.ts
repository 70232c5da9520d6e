import type { CycleRowJson } from '../../contract.ts';
import { dayWords } from '../../domain/index.ts';

/** How a cycle stands, in one sentence. */
export function standingWords({ state, opensOn, dueOn, progress }: CycleRowJson): string {
  if (state === 'planned') return `${dayWords(opensOn)}开始填报，${dayWords(dueOn)}截止。`;
  if (state === 'frozen') return '已经冻结，灯、数、率和名次不再改变。';
  const when = state === 'open' ? `${dayWords(dueOn)}截止` : `${dayWords(dueOn)}已经截止`;
  if (progress === null || progress.asked === 0) return `${when}，没有要报的任务。`;
  const { asked, reported, units, unitsMissing } = progress;
  const waiting = unitsMissing === 0 ? `${units} 个单位都报全了` : `${units} 个单位里还有 ${unitsMissing} 个没有报全`;
  return `${when}。应报 ${asked} 项，已报 ${reported} 项，${waiting}。`;
}

/** 92.3%; a dash where nothing was due. */
export const rateWords = (rate: number | null): string => (rate === null ? '—' : `${rate.toFixed(1)}%`);

/** How a place or a rate moved against the time before. */
export function movedWords(
  now: number | null,
  before: number | null,
): { way: 'up' | 'down' | 'same' | 'new'; words: string } {
  if (now === null || before === null) return { way: 'new', words: '上期没有名次' };
  if (now === before) return { way: 'same', words: '和上期一样' };
  return now < before
    ? { way: 'up', words: `上升 ${before - now} 位` }
    : { way: 'down', words: `下降 ${now - before} 位` };
}
