import { isoDate } from '../heading/marks.ts';

/** “2023年11月1日至2024年12月31日期间”: the window in which an award can be had. */
export function windowOf(text: string): { from: string | null; to: string | null } {
  const m =
    /(20\d{2})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|-)(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日(?:期间|，|内|止)?/.exec(
      text,
    );
  if (!m) return { from: null, to: null };
  return { from: isoDate(m[1]!, m[2]!, m[3]!), to: isoDate(m[4] ?? m[1]!, m[5]!, m[6]!) };
}
