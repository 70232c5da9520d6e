const form = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** A moment as a clock in China shows it. */
export const momentWords = (instant: string): string => form.format(new Date(instant));
