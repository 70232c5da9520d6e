import { setTimeout as pause } from 'node:timers/promises';
import type { CityReader, FigureCity } from '../../platform/db/testing/figure-city.ts';
import { csrfTokenOf } from '../../platform/http/csrf.ts';
import type { PivotSpec } from '../../src/indicator/contract.ts';
import { type Times, timesOf } from '../load/figures.ts';

/** What a kind of request took. */
export interface Asked {
  readonly name: string;
  readonly times: Times;
  readonly failures: number;
  /** Answers in a second. */
  readonly rate: number;
}

const root = (address: string): string => `${address}/api/v1`;
const headersOf = ({ token }: CityReader) => ({
  accept: 'application/json',
  cookie: `jw_session=${token}`,
  'x-csrf-token': csrfTokenOf(token),
});

interface Run {
  readonly name: string;
  readonly people: number;
  readonly seconds: number;
  /** Milliseconds from one request of a person to his next; 0: as soon as the last is answered. */
  readonly every: number;
  /** Does one request, as a person; gives whether it was answered well. */
  readonly ask: (person: number, turn: number) => Promise<boolean>;
}

/** People ask for a time, each at his own moment within the first second; what it took counts from when it was due. */
export async function run({ name, people, seconds, every, ask }: Run): Promise<Asked> {
  const took: number[] = [];
  let failures = 0;
  const end = performance.now() + seconds * 1000;
  const person = async (number: number): Promise<void> => {
    await pause((number * every) / people);
    for (let turn = 0; performance.now() < end; turn += 1) {
      const due = performance.now();
      const good = await ask(number, turn).catch(() => false);
      const left = every - (performance.now() - due);
      took.push(performance.now() - due);
      if (!good) failures += 1;
      if (left > 0) await pause(left);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: people }, (_, number) => person(number)));
  return { name, times: timesOf(took), failures, rate: took.length / ((performance.now() - began) / 1000) };
}

async function get(address: string, reader: CityReader, path: string): Promise<Response> {
  return fetch(`${root(address)}${path}`, { headers: headersOf(reader) });
}

/** The whole tree of two years, page after page, from the beginning again when it is done. */
export function exportPages(address: string, { office }: FigureCity): Run['ask'] {
  const next = new Map<number, string>();
  return async (person) => {
    const after = next.get(person);
    const query = new URLSearchParams({
      from: '2024-01',
      to: '2025-12',
      limit: '1000',
      ...(after !== undefined && { after }),
    });
    const answer = await get(address, office, `/figures/export?${query}`);
    if (!answer.ok) return false;
    const page = (await answer.json()) as { next: string | null };
    if (page.next === null) next.delete(person);
    else next.set(person, page.next);
    return true;
  };
}

const usual: PivotSpec = {
  ...{ rows: ['place'], columns: ['period'], measures: ['value', 'yearOnYear'], indicators: ['bi01'], axis: 'region' },
  ...{ periods: { from: '2025-01', to: '2025-12', length: 'month' }, place: null, depth: 'children', chains: [] },
  ...{ top: null, sort: null, totals: true },
};
/** Tables that people ask for: by county and month, towns in order, chains by quarter, many indicators. */
export const pivots: readonly (readonly [name: string, spec: PivotSpec])[] = [
  ['县 × 月，同比', usual],
  [
    '160 个镇，前 20，占比位次',
    { ...usual, depth: 'leaves', columns: [], measures: ['value', 'share', 'rank'], top: 20 },
  ],
  ['链 × 季', { ...usual, rows: ['chain'], periods: { from: '2024-Q1', to: '2025-Q4', length: 'quarter' } }],
  [
    '10 个指标 × 县',
    {
      ...usual,
      rows: ['indicator', 'place'],
      columns: [],
      indicators: Array.from({ length: 10 }, (_, n) => `bi${String(n + 1).padStart(2, '0')}`),
    },
  ],
  [
    '县 × 链 × 年',
    {
      ...usual,
      rows: ['place', 'chain'],
      periods: { from: '2023', to: '2025', length: 'year' },
      measures: ['value', 'yearOnYear', 'share'],
    },
  ],
];

/** A table of another indicator each time. */
export const pivot =
  (address: string, reader: CityReader, spec: PivotSpec): Run['ask'] =>
  async (person, turn) => {
    const only =
      spec.indicators.length === 1
        ? [`bi${String(1 + ((person * 13 + turn) % 60)).padStart(2, '0')}`]
        : spec.indicators;
    const query = new URLSearchParams({ spec: JSON.stringify({ ...spec, indicators: only }) });
    return (await get(address, reader, `/pivot?${query}`).then(read)).ok;
  };

export const matrix =
  (address: string, reader: CityReader): Run['ask'] =>
  async (person, turn) => {
    const indicators = `bi${String(1 + ((person * 13 + turn) % 60)).padStart(2, '0')}`;
    return (await get(address, reader, `/matrix?indicators=${indicators}&period=2025-12`).then(read)).ok;
  };

export const cell =
  (address: string, reader: CityReader): Run['ask'] =>
  async (person, turn) => {
    const indicator = `bi${String(1 + ((person * 13 + turn) % 60)).padStart(2, '0')}`;
    return (await get(address, reader, `/cells?indicator=${indicator}&period=2025-12`).then(read)).ok;
  };

export const figures =
  (address: string, reader: CityReader): Run['ask'] =>
  async (person, turn) => {
    const indicator = `bi${String(1 + ((person * 13 + turn) % 60)).padStart(2, '0')}`;
    return (await get(address, reader, `/cells/figures?indicator=${indicator}&period=2025-12`).then(read)).ok;
  };

async function read(answer: Response): Promise<Response> {
  await answer.arrayBuffer();
  return answer;
}

/** A clerk enters one value of one of his enterprises, each time another. */
export function enter(address: string, { clerks }: FigureCity, mark: string): Run['ask'] {
  return async (person, turn) => {
    const clerk = clerks[person % clerks.length];
    if (clerk === undefined) return false;
    const figure = {
      ...{
        indicatorId: `bi${String(1 + (turn % 60)).padStart(2, '0')}`,
        period: '2025-12',
        chainId: 'bc1-1',
        role: 'part',
      },
      ...{ enterpriseId: `${mark}-${person}-${turn}`, value: 100 + (turn % 900) },
    };
    const answer = await fetch(`${root(address)}/figures`, {
      ...{ method: 'PUT', headers: { ...headersOf(clerk), 'content-type': 'application/json' } },
      body: JSON.stringify({ key: `${mark}-${person}-${turn}`, unitId: clerk.unitId, figures: [figure] }),
    });
    const told = (await answer.json()) as { saved?: number };
    return answer.ok && told.saved === 1;
  };
}

/** What an answer costs that asks the database nothing. */
export const healthy =
  (address: string): Run['ask'] =>
  async () =>
    (await fetch(`${address}/healthz`).then(read)).ok;
