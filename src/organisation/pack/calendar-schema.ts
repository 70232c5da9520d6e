import Type, { type Static } from 'typebox';
import { closed, day, id, oneOf, text, year } from '../../../platform/pack-loader/fields.ts';

const clock = () => Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

/** Days off and make-up days by year, each year with the notice that says so. */
export const calendarSchema = closed({
  kind: oneOf('working-calendar'),
  id: id(),
  source: text(),
  /** When an office is open on a working day; deadlines in working hours run only then. */
  hours: Type.Array(closed({ from: clock(), to: clock() }), { minItems: 1, maxItems: 6 }),
  years: Type.Array(
    closed({
      year: year(),
      notice: text(60),
      issuedOn: day(),
      /** First and last day off, both included. */
      off: Type.Array(closed({ name: text(20), from: day(), to: day() }), { minItems: 1, maxItems: 30 }),
      /** Saturdays and Sundays that are worked. */
      work: Type.Array(day(), { maxItems: 30 }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
});

export type CalendarContent = Static<typeof calendarSchema>;
