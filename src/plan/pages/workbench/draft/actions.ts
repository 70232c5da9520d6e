import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import type { Values } from '../../../../../platform/web/form/model.ts';
import type { Span } from '../../../../kernel/index.ts';
import { type DraftChangedJson, type DraftJson, planApi } from '../../../contract.ts';
import type { ItemKind, Review } from '../../../domain/model.ts';
import { historyWord } from '../../wording/history.ts';
import { reviewWord } from '../../wording/words.ts';
import { draftKey, draftQueue } from './draft-queue.ts';

/** Everything a person can do to the open draft. Those that throw belong to a form, which shows the refusal. */
export interface DraftActions {
  review(ids: readonly string[], review: Exclude<Review, 'corrected'>): Promise<void>;
  correct(id: string, fields: Values): Promise<void>;
  add(kind: ItemKind, place: Span, fields: Values): Promise<string | undefined>;
  remove(id: string): Promise<void>;
  merge(into: string, others: readonly string[]): Promise<void>;
  dismiss(findingId: string, reason: string): Promise<void>;
  reopen(findingId: string): Promise<void>;
  correctHead(head: Partial<DraftJson['head']>): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Most items that one request may review. */
const MOST = 5_000;

export function useDraftActions(planId: string): DraftActions {
  const client = useQueryClient();
  return useMemo(() => {
    const queue = draftQueue(client, planId);
    const params = { planId };
    const told = async (work: Promise<unknown>): Promise<void> => {
      await work.catch((error: unknown) => notify(sentencesOf(error).join('\n'), { tone: 'bad' }));
    };
    const undo = () =>
      told(
        queue
          .change([], (revision) => send(planApi.undo, { params, body: { revision } }))
          .then((changed) => notify(changed.redo ? `已撤销：${historyWord(changed.redo.action)}` : '已撤销')),
      );
    const withUndo = (text: string) => notify(text, { action: { label: '撤销', run: () => void undo() } });
    const item = (id: string) => ({ planId, itemId: id });
    /** What the person sees at once, before the server has answered. */
    const showAtOnce = (ids: readonly string[], review: Review): void => {
      const reviewed = new Set(ids);
      client.setQueryData<DraftJson>(
        draftKey(planId),
        (draft) =>
          draft && { ...draft, items: draft.items.map((each) => (reviewed.has(each.id) ? { ...each, review } : each)) },
      );
    };

    return {
      undo,
      async review(ids, review) {
        showAtOnce(ids, review);
        for (let from = 0; from < ids.length; from += MOST) {
          const itemIds = ids.slice(from, from + MOST);
          await told(
            queue.change(itemIds, (revision) =>
              send(planApi.reviewItems, { params, body: { revision, review, itemIds } }),
            ),
          );
        }
        withUndo(ids.length === 1 ? `${ids[0]} ${reviewWord[review]}` : `${ids.length} 条${reviewWord[review]}`);
      },
      async correct(id, content) {
        await queue.change([id], (revision) =>
          send(planApi.correctItem, { params: item(id), body: { revision, content } }),
        );
        withUndo(`${id} 已更正`);
      },
      async add(kind, { start, end }, content) {
        const changed: DraftChangedJson = await queue.change([], (revision) =>
          send(planApi.addItem, { params, body: { revision, kind, start, end, content } }),
        );
        const id = changed.changed[0]?.id;
        withUndo(`已补录 ${id ?? ''}`);
        return id;
      },
      async remove(id) {
        await told(
          queue
            .change([id], (revision) => send(planApi.deleteItem, { params: item(id), query: { revision } }))
            .then(() => withUndo(`已删除 ${id}`)),
        );
      },
      async merge(into, others) {
        await queue.change([into, ...others], (revision) =>
          send(planApi.mergeItems, { params, body: { revision, into, others: [...others] } }),
        );
        withUndo(`已并入 ${into}`);
      },
      async dismiss(findingId, reason) {
        await queue.change([], (revision) =>
          send(planApi.setFinding, { params: { planId, findingId }, body: { revision, state: 'dismissed', reason } }),
        );
        withUndo('已注明不必处理');
      },
      async reopen(findingId) {
        await told(
          queue
            .change([], (revision) =>
              send(planApi.setFinding, { params: { planId, findingId }, body: { revision, state: 'open' } }),
            )
            .then(() => withUndo('已恢复为待处理')),
        );
      },
      async correctHead(head) {
        await queue.change([], (revision) => send(planApi.correctHead, { params, body: { revision, head } }));
        withUndo('已更正方案信息');
      },
      redo: () =>
        told(
          queue
            .change([], (revision) => send(planApi.redo, { params, body: { revision } }))
            .then((changed) => notify(changed.undo ? `已重做：${historyWord(changed.undo.action)}` : '已重做')),
        ),
    };
  }, [client, planId]);
}
