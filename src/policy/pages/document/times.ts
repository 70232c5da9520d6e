import type { PolicyJson } from '../../contract.ts';
import { spanWords } from '../wording/words.ts';

export interface TimeBar {
  readonly kind: 'valid' | 'window' | 'year';
  readonly name: string;
  readonly words: string;
  /** Percent of the line. */
  readonly left: number;
  readonly width: number;
}

export interface Times {
  readonly bars: readonly TimeBar[];
  /** Where each year begins. */
  readonly marks: readonly { readonly year: number; readonly left: number }[];
  /** The day that is shown; null outside of the line. */
  readonly today: number | null;
}

type Told = Pick<PolicyJson, 'valid' | 'eventYear' | 'on' | 'clauses'>;

const dayMs = 86_400_000;
const numberOf = (day: string): number => Date.parse(day) / dayMs;
const yearOf = (day: string): number => Number(day.slice(0, 4));
const whole = 100;
/** A day on a line of many years is still seen. */
const leastWidth = 0.8;
const mostMarks = 12;

/** Every time of a policy on one line of whole years. A document without an end goes to the end of the line. */
export function timesOf({ valid, eventYear, on, clauses }: Told): Times {
  const year = eventYear ?? yearOf(on.shown);
  const windows = windowsOf(clauses);
  const days = [valid.from, valid.to, on.shown, `${year}-01-01`, `${year}-12-31`, ...windows.flatMap(endsOf)];
  const years = days.flatMap((day) => (day === null ? [] : [yearOf(day)]));
  const [first, last] = [Math.min(...years), Math.max(...years) + (valid.to === null ? 1 : 0)];
  const [start, end] = [numberOf(`${first}-01-01`), numberOf(`${last + 1}-01-01`)];
  const at = (day: string): number => ((numberOf(day) - start) / (end - start)) * whole;
  const bar = (kind: TimeBar['kind'], name: string, from: string | null, to: string | null): TimeBar => {
    const left = from === null ? 0 : at(from);
    const right = to === null ? whole : at(to) + whole / (end - start);
    return { kind, name, words: spanWords({ from, to }), left, width: Math.max(leastWidth, right - left) };
  };
  const step = Math.ceil((last - first + 1) / mostMarks);
  const marks = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((_, index) => index % step === 0)
    .map((each) => ({ year: each, left: at(`${each}-01-01`) }));
  const today = at(on.asked);
  return {
    bars: [
      bar('valid', '有效期', valid.from, valid.to),
      ...windows.map(({ name, from, to }) => bar('window', name, from, to)),
      { ...bar('year', '奖补年度', `${year}-01-01`, `${year}-12-31`), words: `${year} 年的事` },
    ],
    marks,
    today: today >= 0 && today <= whole ? today : null,
  };
}

interface Window {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
const endsOf = ({ from, to }: Window): string[] => [from, to];

/** Each window once, with how many clauses it is for. */
function windowsOf(clauses: Told['clauses']): Window[] {
  const found = new Map<string, Window & { readonly count: number }>();
  for (const { windowSpan } of clauses) {
    if (windowSpan === null) continue;
    const key = `${windowSpan.from} ${windowSpan.to}`;
    found.set(key, { ...windowSpan, name: '', count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].map(({ from, to, count }) => ({ from, to, name: `受理（${count} 条）` }));
}
