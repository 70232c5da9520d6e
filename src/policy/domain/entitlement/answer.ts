import type { Fact, NumberFact } from '../check/facts.ts';

/** What is wrong with a typed answer, with what would be right. */
export interface AnswerFault {
  readonly code: 'answer-empty' | 'answer-not-a-number' | 'answer-decimals' | 'answer-range' | 'answer-not-a-day';
  readonly limit: string;
}
export type Answer = { readonly value: number } | { readonly fault: AnswerFault };

/** How a fact is asked for. */
export type AnswerForm =
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'day' }
  /** A year in which something came to be; 0 for never. */
  | { readonly kind: 'year'; readonly mayBeNever: boolean }
  /** The units it may be typed in, the usual one first. */
  | { readonly kind: 'figure'; readonly units: readonly string[]; readonly decimals: number };

const monies: Readonly<Record<string, bigint>> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n };

/** How to ask for a fact: by its type, its unit and its range. */
export function formOfAnswer(fact: Fact): AnswerForm {
  if (fact.type === 'flag') return { kind: 'flag' };
  if (fact.type === 'choice') return { kind: 'choice', options: fact.options.map(({ name }) => name) };
  if (isDay(fact)) return { kind: 'day' };
  if (isYear(fact)) return { kind: 'year', mayBeNever: fact.low <= 0 };
  const units = Object.hasOwn(monies, fact.written)
    ? [fact.written, ...Object.keys(monies).filter((unit) => unit !== fact.written)]
    : [fact.written];
  return { kind: 'figure', units, decimals: fact.decimals };
}

/** Days are written as eight figures: 20240315. */
const isDay = ({ written, decimals, low, high }: NumberFact): boolean =>
  written === '' && decimals === 0 && low >= 10_000_101 && high <= 99_991_231;
/** A calendar year, and not a number of years such as an age. */
const isYear = ({ written, high, scale }: NumberFact): boolean => written === '年' && scale === 1 && high > 1000;

/** Reads a figure as typed in a unit: `1,234.5`, `５０`, `3.2亿`. A unit that is typed along counts before the chosen one. */
export function readFigure(fact: NumberFact, typed: string, unit: string): Answer {
  const plain = typed.normalize('NFKC').replace(/[\s,]/gu, '');
  if (plain === '') return fault('answer-empty', fact.written);
  const found = /^(-?)(\d{1,16})(?:\.(\d{1,12}))?(亿元?|万元?|元|%)?$/u.exec(plain);
  if (found === null) return fault('answer-not-a-number', fact.written);
  const [, sign, whole = '', decimals = '', word = ''] = found;
  const times = timesOf(word === '' ? unit : word, fact);
  if (times === null) return fault('answer-not-a-number', fact.written);
  // As a fraction of the stored step, so that nothing is rounded.
  const digits = BigInt(whole + decimals) * times.of * BigInt(fact.scale);
  const per = times.per * 10n ** BigInt(decimals.length);
  if (digits % per !== 0n) return fault('answer-decimals', String(fact.decimals));
  const size = digits / per;
  return within(fact, sign === '-' ? -size : size);
}

/** How many of the unit in files one of a typed unit is. */
function timesOf(word: string, { written }: NumberFact): { readonly of: bigint; readonly per: bigint } | null {
  if (word === written) return { of: 1n, per: 1n };
  const typed = monies[word.startsWith('亿') ? '亿元' : word.startsWith('万') ? '万元' : word];
  const own = monies[written];
  return typed === undefined || own === undefined ? null : { of: typed, per: own };
}

function within(fact: NumberFact, stored: bigint): Answer {
  if (stored < BigInt(fact.low) || stored > BigInt(fact.high)) return fault('answer-range', rangeText(fact));
  return { value: Number(stored) };
}

/** Reads a day as calendars write it: `2024-03-15`. */
export function readDay(fact: NumberFact, typed: string): Answer {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(typed.trim()) ?? [];
  const day = new Date(`${year}-${month}-${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(typed.trim())) return fault('answer-not-a-day', '');
  return within(fact, BigInt(year + month + date));
}

/** Reads a calendar year. */
export function readYear(fact: NumberFact, typed: string): Answer {
  const plain = typed.normalize('NFKC').replace(/年$/u, '').trim();
  if (plain === '') return fault('answer-empty', '年');
  return /^\d{1,4}$/u.test(plain) ? within(fact, BigInt(plain)) : fault('answer-not-a-number', '年');
}

const fault = (code: AnswerFault['code'], limit: string): Answer => ({ fault: { code, limit } });

const rangeText = ({ low, high, scale, written }: NumberFact): string => `${low / scale} 到 ${high / scale}${written}`;
