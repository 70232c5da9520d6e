import { dayAt } from '../../../kernel/index.ts';

const moments = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

/** A moment as a clock in China shows it, wherever the computer stands. */
export const momentWords = (at: string): string => moments.format(new Date(at));
export const dayOfMoment = (at: string): string => dayAt(at);
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
