import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { dayAt } from '../../../../kernel/index.ts';
import { selectionApi } from '../../../contract.ts';

/** What is shown of rounds is read anew after something was done. */
export function useDone(): (words: string) => Promise<void> {
  const client = useQueryClient();
  return async (words) => {
    notify(words);
    for (const endpoint of [
      ...[selectionApi.readRound, selectionApi.listRounds, selectionApi.readProspects],
      ...[selectionApi.listSheets, selectionApi.listRemovals, selectionApi.reviewTitles],
    ])
      await client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === keyOf(endpoint)[0],
      });
  };
}

export const today = (): string => dayAt(new Date().toISOString());

export const verdictWords: Readonly<Record<string, string>> = {
  met: '够条件',
  unmet: '不够条件',
  unknown: '数不全，还判断不了',
  empty: '这一版的门槛还没有录入',
  none: '没有生效的版次',
};
export const entryStateWords: Readonly<Record<string, string>> = {
  applied: '已受理',
  withdrawn: '已撤回',
  'turned-away': '不受理',
};
