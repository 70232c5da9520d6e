import { ok, type Result } from '../../../kernel/index.ts';
import type { DraftState } from '../model.ts';
import { type Change, noChange } from './change.ts';
import { findItem } from './find.ts';

/** Takes one item out of the draft; the history keeps it. Refuses an unknown item. */
export function deleteItem(draft: DraftState, itemId: string): Result<Change> {
  const found = findItem(draft, itemId);
  return found.ok ? ok({ ...noChange, items: [{ before: found.value, after: null }] }) : found;
}
