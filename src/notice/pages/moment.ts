const precise = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2025-03-01 08:00` in Chinese time, wherever the reader is. */
export const momentOf = (at: string): string => precise.format(new Date(at));
