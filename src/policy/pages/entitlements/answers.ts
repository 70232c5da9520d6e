import type { FactTable } from '../../domain/check/facts.ts';
import { type Audience, audiences } from '../../domain/entitlement/audience.ts';

/** What somebody has answered so far. It stays in his browser. */
export interface Answers {
  /** Null: not chosen yet. */
  readonly audience: Audience | null;
  /** The day that is asked about; null: today. */
  readonly on: string | null;
  /** By fact: the stored whole number, or null for “I do not know”. */
  readonly values: Readonly<Record<string, number | null>>;
}

export const noAnswers: Answers = { audience: null, on: null, values: {} };

/** As text for a link or the browser's own memory: `who=firm&on=2025-12-31&chain=0&revenue=-`. */
export function writeAnswers({ audience, on, values }: Answers): string {
  const text = new URLSearchParams();
  if (audience !== null) text.set('who', audience);
  if (on !== null) text.set('on', on);
  for (const [fact, value] of Object.entries(values)) text.set(fact, value === null ? '-' : String(value));
  return text.toString();
}

/** Reads what `writeAnswers` wrote; what no fact can be is left out, whoever wrote it. */
export function readAnswers(text: string, facts: FactTable): Answers {
  const given = new URLSearchParams(text);
  const who = audiences.find((each) => each === given.get('who')) ?? null;
  const day = given.get('on') ?? '';
  const values: Record<string, number | null> = {};
  for (const fact of facts.facts) {
    const value = given.get(fact.id);
    if (value === '-') values[fact.id] = null;
    else if (value !== null && /^-?\d{1,16}$/u.test(value) && fits(Number(value), fact))
      values[fact.id] = Number(value);
  }
  return { audience: who, on: isDay(day) ? day : null, values };
}

function fits(value: number, fact: FactTable['facts'][number]): boolean {
  if (fact.type === 'flag') return value === 0 || value === 1;
  if (fact.type === 'choice') return value >= 0 && value < fact.options.length;
  return value >= fact.low && value <= fact.high;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What is known, by the number of the fact; NaN for what is not. */
export const knownOf = ({ values }: Answers, facts: FactTable): Float64Array =>
  Float64Array.from(facts.facts, ({ id }) => values[id] ?? Number.NaN);
