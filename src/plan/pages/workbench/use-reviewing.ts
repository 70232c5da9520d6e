import type { Review } from '../../domain/model.ts';
import { useWorkbench, type Workbench } from './workbench-context.ts';

export interface Reviewing {
  /** Reviews items and goes on to the next one that nobody has looked at. */
  settle(ids: readonly string[], review: Exclude<Review, 'corrected'>): Promise<void>;
  /** Deletes an item and goes on to its neighbour. */
  remove(id: string): Promise<void>;
}

/** Verbs that also move the eye on, so that a reviewer never looks for the next item. */
export const reviewing = ({ listed, actions, change, view }: Workbench): Reviewing => ({
  async settle(ids, review) {
    const next = view.ticked.size > 0 ? undefined : nextOpen(listed, ids[0]);
    if (next !== undefined) change({ do: 'look', id: next, from: 'structure' });
    change({ do: 'tick', ids: new Set() });
    await actions.review(ids, review);
  },
  async remove(id) {
    const at = listed.findIndex((item) => item.id === id);
    const next = listed[at + 1] ?? listed[at - 1];
    change({ do: 'look', id: next?.id ?? null, from: 'structure' });
    await actions.remove(id);
  },
});

export const useReviewing = (): Reviewing => reviewing(useWorkbench());

/** The first unreviewed item after this one, or else from the top; undefined when all are reviewed. */
export function nextOpen(listed: Workbench['listed'], after: string | undefined): string | undefined {
  const at = listed.findIndex((item) => item.id === after);
  const isOpen = (item: (typeof listed)[number]) => item.review === 'unreviewed' && item.id !== after;
  return (listed.slice(at + 1).find(isOpen) ?? listed.slice(0, Math.max(0, at)).find(isOpen))?.id;
}
