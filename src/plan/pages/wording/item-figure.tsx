import { useMoneyChoice } from '../../../../platform/web/money/choice.ts';
import type { PlanItem } from '../../domain/model.ts';
import { figureOf } from './titles.ts';

/** The figure of an item in one line, its sums in the unit that the person chose. */
export function ItemFigure({ item }: { readonly item: PlanItem }) {
  return <>{figureOf(item, useMoneyChoice())}</>;
}
