/** What pages of this slice say in the same way. */

const FEN = 100;
/** Whole 元 as fen, for amounts on the screen. */
export const fenOf = (yuan: number): number => yuan * FEN;

/** A place in a document: `三/（一）/2` reads 三（一）2, `附件9/六/2` reads 附件9 六 2. */
export const placeWords = (place: string): string =>
  place.split('/').reduce((before, label) => {
    const brackets = before.endsWith('）') || label.startsWith('（');
    return before === '' || brackets ? `${before}${label}` : `${before} ${label}`;
  }, '');

/** Whole 元 to the last, where a figure at a border must not be rounded: 19,998 元. */
export const exactYuan = (yuan: number): string => `${yuan.toLocaleString('zh-CN')} 元`;

/** From a day to a day, either of which may be open. */
export function spanWords({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  if (from === null && to === null) return '没有写';
  if (to === null) return `${from} 起`;
  return from === null ? `到 ${to}` : `${from} 至 ${to}`;
}

/** A moment (ISO 8601) as people read it, in the country's time. */
export const momentOf = (moment: string): string =>
  new Date(moment).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });

/** The first of a hash: enough to see that two differ. */
export const shortHash = (hash: string): string => hash.slice(0, 19);

const OFFSET_MS = 8 * 3_600_000;
/** Today in the country's time, as the server takes it when no day is asked about. */
export const today = (): string => new Date(Date.now() + OFFSET_MS).toISOString().slice(0, 10);
