/** Days and hours of work by the State Council's yearly notices. Years that nobody has published are refused, never guessed. */
export { type PublishedYear, type WorkingCalendar, workingCalendar } from './calendar.ts';
export { deadlineAfter, minutesOf, type WorkingHours, type WorkingSpan } from './hours.ts';
export { addWorkingDays, isWorkingDay, lastWorkingDay, workingDaysBetween } from './working-days.ts';
