import { addDays, type Day } from '../../../kernel/index.ts';

/** So many days before a round ends, whoever has handed in nothing is reminded. */
export const remindedBefore = [7, 3, 1] as const;

/** The day of the newest reminder that is due: everybody who was last spoken to before it is reminded. Null: none is due. */
export function reminderDay(dueOn: Day, today: Day): Day | null {
  if (today > dueOn) return null;
  const days = remindedBefore.map((before) => addDays(dueOn, -before)).filter((day) => day <= today);
  return days.toSorted().at(-1) ?? null;
}
