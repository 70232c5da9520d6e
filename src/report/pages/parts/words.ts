const moments = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
const days = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium' });

export const momentWords = (at: string): string => moments.format(new Date(at));
export const dayOfMoment = (at: string): string => days.format(new Date(at));
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
