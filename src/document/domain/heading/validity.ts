import { hanNumber } from '../number/numeral.ts';
import { isoDate } from './marks.ts';

export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
  /** Start and end in the text that was given. */
  readonly start: number;
  readonly end: number;
}

const FROM_DATE = '自?((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日起(?:正式)?(?:施行|实施|执行|生效|试行)?';
const FROM_ISSUE =
  '自(?:发布|印发|公布|下发|发文|颁布|签发)之?日起?(?:(\\d{1,3}|[一二三四五六七八九十]{1,3})日后)?(?:正式)?(?:施行|实施|执行|生效|试行)';
const TERM = '(?:有效期|有效期限|执行期限?|实施期限?|试行期|期限)(?:为|暂定|暂定为|至|到|截至|延续至)?';
const UNTIL = '(?:有效期|执行期限?|实施期限?|期限)?(?:至|到|截至)((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日';
const YEARS = `${TERM}(\\d{1,2}|[一二两三四五六七八九十])年`;

/**
 * Reads 自…起施行，有效期…. A term of years ends N years minus one day after its first day. `issuedOn` is needed for
 * 自印发之日起; without it the dates stay null (annotation rules §1).
 */
export function readValidity(text: string, issuedOn: string | null): Validity | null {
  const start = [...text.matchAll(new RegExp(`${FROM_ISSUE}|${FROM_DATE}`, 'g'))]
    .filter((m) => isOwn(text, m.index))
    .at(-1);
  if (!start) {
    const term =
      /有效期(?:为)?(?:自)?((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|-)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/.exec(
        text,
      );
    if (!term) return null;
    return {
      from: isoDate(term[1]!, term[2]!, term[3]!),
      to: isoDate(term[4]!, term[5]!, term[6]!),
      start: term.index,
      end: term.index + term[0].length,
    };
  }
  const from = start[2]
    ? isoDate(start[2], start[3]!, start[4]!)
    : start[1]
      ? addDays(issuedOn, toNumber(start[1]))
      : issuedOn;
  const rest = text.slice(start.index, start.index + start[0].length + 60);
  const until = new RegExp(UNTIL).exec(rest.slice(start[0].length));
  const years = new RegExp(YEARS).exec(rest);
  const tail = until ?? years;
  const end = start.index + (tail ? rest.indexOf(tail[0]) + tail[0].length : start[0].length);
  const to = until
    ? isoDate(until[1]!, until[2]!, until[3]!)
    : years && from
      ? addYears(from, toNumber(years[1]!))
      : null;
  return { from, to, start: start.index, end };
}

/** “2022年10月1日起…退税” speaks of a measure; the document's own validity stands with 本, 施行 or 有效期. */
function isOwn(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 60), at + 60);
  return (
    /施行|实施|执行|生效|试行|有效/.test(text.slice(at, at + 40)) &&
    (/本|办法|措施|方案|意见|政策|通知|规定|细则|计划/.test(around) || /有效期/.test(around))
  );
}

const toNumber = (w: string): number => (/^\d+$/.test(w) ? Number(w) : (hanNumber(w) ?? 0));

function addYears(iso: string, years: number): string {
  const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
  return fromUtc(Date.UTC(y + years, m - 1, d) - 86_400_000);
}

function addDays(iso: string | null, days: number): string | null {
  if (!iso) return null;
  const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
  return fromUtc(Date.UTC(y, m - 1, d) + days * 86_400_000);
}

/** Calendar arithmetic only: no clock is read. */
function fromUtc(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  // Civil from days (Howard Hinnant's algorithm), so that no Date object is needed.
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const d = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const m = mp < 10 ? mp + 3 : mp - 9;
  const y = yoe + era * 400 + (m <= 2 ? 1 : 0);
  return isoDate(String(y), String(m), String(d));
}
