import { type Day, dayAt } from '../../../kernel/index.ts';

/** The day that it is in Beijing, by the clock of this computer: for pictures and for what a form offers. */
export const todayHere = (): Day => dayAt(new Date().toISOString());

const moments = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

/** A moment as a clock in China shows it. */
export const momentWords = (instant: string): string => moments.format(new Date(instant));
