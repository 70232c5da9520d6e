import type { GridSummary } from '../props.ts';
import type { Autosave } from './autosave.ts';

export interface SaveStatus {
  readonly tone: 'good' | 'busy' | 'bad';
  readonly words: string;
}

/**
 * How it stands with saving, in words, whatever happens. `sending`: cells on their way; `isKept`: what is not saved survives
 * a closed tab.
 */
export function statusWords(saving: Autosave, summary: GridSummary, sending: number, isKept: boolean): SaveStatus {
  const { unsaved } = summary;
  const stuck = stuckWords(summary);
  const mine = unsaved - stuck.cells;
  if (saving.phase === 'dropped' || (saving.phase === 'sending' && saving.attempts > 0)) {
    const kept = isKept ? '已记在这台电脑上，' : '请不要关闭网页，';
    return { tone: 'bad', words: `连接中断，${unsaved} 格还没有保存，${kept}恢复后自动保存` };
  }
  if (saving.phase === 'stopped') return { tone: 'bad', words: `${unsaved} 格没有保存：${saving.words ?? ''}` };
  const busy = sending > 0 ? `正在保存 ${sending} 格` : mine > 0 ? `${mine} 格等待保存` : null;
  if (stuck.words.length > 0)
    return { tone: 'bad', words: [...(busy === null ? [] : [busy]), ...stuck.words].join('；') };
  if (busy !== null) return { tone: 'busy', words: busy };
  return { tone: 'good', words: '已保存' };
}

/** What saving cannot move by itself: a person has to. */
function stuckWords({ unreadable, withoutReason, refused, conflicts }: GridSummary): {
  cells: number;
  words: string[];
} {
  const words = [
    ...(unreadable > 0 ? [`${unreadable} 格不是数，没有保存`] : []),
    ...(withoutReason > 0 ? [`${withoutReason} 格写着没有数但没有原因，没有保存`] : []),
    ...(refused > 0 ? [`${refused} 格没有通过，没有保存`] : []),
    ...(conflicts > 0 ? [`${conflicts} 格别人也改过，请选用哪一个`] : []),
  ];
  return { cells: unreadable + withoutReason + refused + conflicts, words };
}
