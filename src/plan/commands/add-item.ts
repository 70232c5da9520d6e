import { type Actor, permit } from '../../access/index.ts';
import { ok } from '../../kernel/index.ts';
import { addItem as decide } from '../domain/draft/add-item.ts';
import { blank } from '../domain/draft/blank.ts';
import { checkPlace, pathAt, wordsAt } from '../domain/draft/place.ts';
import type { ItemKind } from '../domain/model.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import { withFields } from './content.ts';
import type { PlanDeps } from './deps.ts';

export interface AddItem {
  readonly planId: string;
  readonly revision: number;
  readonly kind: ItemKind;
  readonly start: number;
  readonly end: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Adds an item at a place of the text; its words and headings come from there unless given. */
export function addItem(actor: Actor, given: AddItem, deps: PlanDeps): Promise<DraftChanged> {
  permit(actor, 'plan.draft');
  const { kind, start, end, content } = given;
  return changeDraft(
    actor,
    given,
    ({ page, nextItem, sign }) => {
      const place = checkPlace(page, { start, end });
      if (!place.ok) return place;
      const words = kind === 'table' ? {} : { text: wordsAt(page, place.value) };
      const found = { ...blank[kind], ...words, path: pathAt(page.outline, place.value) };
      const whole = withFields(kind, found, { ...content, start, end });
      const change = decide(page, kind, whole as never, nextItem, sign);
      return change.ok ? ok({ action: 'add-item', change: change.value, numbersUsed: 1 }) : change;
    },
    deps,
  );
}
