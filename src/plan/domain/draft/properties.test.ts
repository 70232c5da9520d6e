import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleDraft, examplePage, exampleText, indicator, secretary } from '../../../../tests/examples/plan.ts';
import { ok, type Result } from '../../../kernel/index.ts';
import { diffVersions } from '../diff/diff.ts';
import type { DraftState, PlanItem } from '../model.ts';
import { inTextOrder } from '../order.ts';
import { addItem } from './add-item.ts';
import { applyChange, type Change, inverse } from './change.ts';
import { correctItem } from './correct-item.ts';
import { deleteItem } from './delete-item.ts';
import { mergeItems } from './merge-items.ts';
import { reviewItems } from './review-items.ts';

/** A deed that somebody does to whatever draft there is: some are refused, and then nothing changes. */
type Deed = (draft: DraftState, nextNumber: number) => Result<Change>;

const pick = (draft: DraftState, at: number): string => draft.items[at % Math.max(1, draft.items.length)]?.id ?? 'I1';
/** Content of one kind goes only to items of that kind: the command sees to it. */
const pickIndicator = (draft: DraftState, at: number): string =>
  pick({ ...draft, items: draft.items.filter((item) => item.kind === 'indicator') }, at);
const place = fc
  .tuple(fc.nat(exampleText.length + 20), fc.integer({ min: -5, max: 40 }))
  .map(([start, length]) => ({ start, end: start + length }));

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(fc.nat(9), fc.integer(), place).map(
    ([at, value, where]): Deed =>
      (draft) =>
        correctItem(
          draft,
          examplePage,
          { itemId: pickIndicator(draft, at), content: indicator({ value, ...where }) },
          secretary,
        ),
  ),
  place.map(
    (where): Deed =>
      (_draft, next) =>
        addItem(examplePage, 'indicator', indicator(where), next, secretary),
  ),
  fc.nat(9).map(
    (at): Deed =>
      (draft) =>
        deleteItem(draft, pick(draft, at)),
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([a, b]): Deed =>
      (draft) =>
        mergeItems(draft, pick(draft, a), [pick(draft, b)], ok, secretary),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom('confirmed', 'rejected', 'unreviewed')).map(
    ([at, review]): Deed =>
      (draft) =>
        reviewItems(draft, [pick(draft, at)], review, secretary),
  ),
);

test('whatever is done, each step can be taken back, ids stay unique and the order is that of the text', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const states: DraftState[] = [exampleDraft()];
      const changes: Change[] = [];
      for (const [at, one] of deeds.entries()) {
        const result = one(states.at(-1)!, 100 + at);
        if (!result.ok) continue;
        changes.push(result.value);
        states.push(applyChange(states.at(-1)!, result.value));
      }
      for (const { items } of states) {
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        expect([...items].sort(inTextOrder)).toEqual(items);
      }
      let state = states.at(-1)!;
      for (const [back, change] of changes.toReversed().entries()) {
        state = applyChange(state, inverse(change));
        expect(state).toEqual(states.at(-2 - back));
      }
    }),
  );
});

test('a version compared with itself, under other ids and further down the page, shows nothing', () => {
  const values = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 });
  fc.assert(
    fc.property(values, fc.nat(100_000), (years, by) => {
      const items = years.map((year, at): PlanItem => {
        const content = indicator({ year, text: `到${year}年营业收入`, start: at * 10, end: at * 10 + 8 });
        return { id: `I${at}`, kind: 'indicator', review: 'confirmed', origin: 'extracted', touched: null, content };
      });
      const moved = items.map((item) => {
        const { start, end } = item.content;
        return {
          ...item,
          id: `${item.id}9`,
          content: { ...item.content, start: start + by, end: end + by },
        } as PlanItem;
      });
      const { head } = exampleDraft();
      expect(diffVersions({ head, items }, { head, items: moved }).counts.same).toBe(items.length);
    }),
  );
});
