import { tuplesOf } from '../../../../platform/db/tuples.ts';
import { missingIn } from '../../../policy/domain/index.ts';
import {
  factsToText,
  isKept,
  isWithinReach,
  type KeptColumn,
  keptColumns,
  type Stood,
  standingOf,
} from '../../domain/index.ts';
import type { BlockRunner, RanBlock } from './runner.ts';

/** What decides which judgements of a block are kept. */
export interface RowsAsked {
  readonly day: string;
  readonly firstNo: number;
  /** Of each edition its title, the program it is kept under, and the facts that are kept with it. */
  readonly editions: readonly {
    readonly title: string;
    readonly program: string;
    readonly demands: number;
    readonly facts: readonly { readonly number: number; readonly form: 'double' | 'short' | 'byte' }[];
  }[];
  /** Rows of `no, kind, given_on, ends_on, ended_on` (days as texts) as the database sent them, in shared memory. */
  readonly given: Uint8Array;
}

/** Columns of judgements as array literals of the database, and how many rows they have. */
export interface KeptRows {
  readonly block: number;
  readonly count: number;
  readonly columns: Readonly<Record<KeptColumn, string>>;
}

interface Given {
  readonly kind: string;
  readonly givenOn: string;
  readonly endsOn: string | null;
  readonly endedOn: string | null;
}

const verdicts = ['unmet', 'unknown', 'met'] as const;
const nothing = {
  program_id: null,
  verdict: null,
  reach: null,
  within: 'false',
  unmet: null,
  open: null,
  least: null,
  most: null,
  facts: null,
};

/** The judgements of a block that are kept. */
export function keptRows(
  { there, standings, results, columns }: RanBlock,
  { readers }: BlockRunner,
  { day, firstNo, editions, given }: RowsAsked,
  block: number,
): KeptRows {
  const titles = givenIn(given, firstNo);
  const lists = Object.fromEntries(keptColumns.map((key) => [key, [] as string[]])) as Record<KeptColumn, string[]>;
  const put = (row: Record<KeptColumn, string | number | bigint | null>): void => {
    for (const key of keptColumns) lists[key].push(row[key] === null ? 'NULL' : quoted(String(row[key])));
  };
  const judged = new Set(editions.map(({ title }) => title));
  for (let row = 0; row < there.length; row++) {
    if (there[row] !== 1) continue;
    const own = titles.get(row) ?? [];
    for (const [at, { title, program, demands, facts }] of editions.entries()) {
      const result = standings[at];
      if (result === undefined) continue;
      const held = heldOf(own, title, day);
      const stood: Stood = {
        standing: held.standing,
        verdict: verdicts[result.verdict[row] ?? 0] ?? 'unmet',
        reach: result.reach[row] ?? 0,
        demands,
        open: result.open[row] ?? 0,
      };
      if (!isKept(stood)) continue;
      const values = facts.map(({ number, form }) => {
        const value = columns[number]?.[row];
        return value === undefined || value === missingIn[form] ? Number.NaN : value;
      });
      const hasPoints = (result.most[row] ?? 0) > 0;
      put({
        ...{ no: firstNo + row, title, ...held, program_id: program, verdict: stood.verdict, reach: stood.reach },
        within: String(isWithinReach(stood)),
        ...(readers[at]?.demandsOf(results, row) ?? { unmet: null, open: null }),
        ...{ least: hasPoints ? (result.least[row] ?? 0) : null, most: hasPoints ? (result.most[row] ?? 0) : null },
        facts: factsToText(values),
      });
    }
    for (const title of new Set(own.map(({ kind }) => kind)))
      if (!judged.has(title)) {
        const held = heldOf(own, title, day);
        if (held.standing !== 'none') put({ no: firstNo + row, title, ...held, ...nothing });
      }
  }
  const text = Object.fromEntries(keptColumns.map((key) => [key, `{${lists[key].join()}}`]));
  return { block, count: lists.no.length, columns: text as Record<KeptColumn, string> };
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/gu, '\\$&')}"`;

function heldOf(titles: readonly Given[], kind: string, day: string) {
  const { standing, title } = standingOf(titles, kind, day, day);
  const ends = [title?.endsOn ?? null, title?.endedOn ?? null].filter((each) => each !== null).toSorted();
  return {
    standing: standing === 'expiring' ? ('held' as const) : standing,
    given_on: title?.givenOn ?? null,
    ends_on: ends[0] ?? null,
  };
}

function givenIn(bytes: Uint8Array, firstNo: number): ReadonlyMap<number, readonly Given[]> {
  const rows = tuplesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const text = (field: Buffer | null | undefined): string | null => field?.toString('utf8') ?? null;
  const all = new Map<number, Given[]>();
  for (const [no, kind, givenOn, endsOn, endedOn] of rows) {
    const row = (no?.readInt32BE(0) ?? firstNo) - firstNo;
    const own = all.get(row) ?? [];
    all.set(row, own);
    own.push({ kind: text(kind) ?? '', givenOn: text(givenOn) ?? '', endsOn: text(endsOn), endedOn: text(endedOn) });
  }
  return all;
}
