import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { panels as allPanels, workApi } from '../../contract.ts';

export type Panel = (typeof allPanels)[number];
export interface DeskSettings {
  /** Which parts of the first page are shown, in order. */
  readonly panels: readonly Panel[];
  readonly tab: string | null;
}

export const panelNames: Readonly<Record<Panel, string>> = {
  todo: '待办',
  done: '已办',
  given: '我发起',
  copied: '抄送',
  messages: '消息',
  week: '本周到期',
};

/** What is kept, with what is usual in its place where nothing is. */
export function deskOf(value: unknown): DeskSettings {
  const { panels, tab } = (value ?? {}) as { panels?: readonly Panel[]; tab?: string };
  const known = (panels ?? allPanels).filter((panel) => allPanels.includes(panel));
  return { panels: known.length > 0 ? known : allPanels, tab: tab ?? null };
}

const params = { name: 'workbench' } as const;

/** How the person has arranged the first page, and how to change it; a change shows at once and is kept behind it. */
export function useDesk(): { readonly desk: DeskSettings | null; change(next: Partial<DeskSettings>): void } {
  const client = useQueryClient();
  const kept = useQuery({ ...queryFor(workApi.readSetting, { params }), staleTime: Number.POSITIVE_INFINITY });
  const desk = kept.data === undefined ? (kept.isError ? deskOf(null) : null) : deskOf(kept.data.value);
  return {
    desk,
    change: (next) => {
      const { panels, tab } = { ...(desk ?? deskOf(null)), ...next };
      const value = { panels: [...panels], ...(tab !== null && { tab }) };
      client.setQueryData(keyOf(workApi.readSetting, params), { value });
      send(workApi.setSetting, { params, body: { value } }).catch(() =>
        notify('布置没有保存，下次打开还是原来的样子。', { tone: 'bad' }),
      );
    },
  };
}
