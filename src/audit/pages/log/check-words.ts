const dayMs = 86_400_000;

/** The day so many days before a moment, in Chinese time: `2025-03-01`. */
export const daysAgo = (days: number, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(now.getTime() - days * dayMs));

/** What was typed as a noted end: `12:sm3:…`, empty for none, null for what is not one. */
export function notedHead(typed: string): string | null {
  const text = typed.trim();
  return text === '' || /^[1-9]\d{0,14}:sm3:[0-9a-f]{64}$/.test(text) ? text : null;
}
