import { type RawBuilder, sql } from 'kysely';
import type { Registered } from '../../domain/facts/index.ts';
import type { Db } from '../db.ts';
import { blockSize } from '../settle.ts';

interface Row {
  readonly id: string;
  readonly no: number;
  readonly region_id: string;
  readonly chain_id: string | null;
  readonly industry: string | null;
  readonly founded_on: string | null;
  readonly years: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  readonly titles: readonly (readonly [string, string, string | null, string | null])[] | null;
  readonly kept: readonly (readonly [string, string, number | null, string])[] | null;
}

const read = (db: Db, which: RawBuilder<unknown>) =>
  sql<Row>`select e.id, e.no, e.region_id, e.chain_id, e.industry, e.founded_on,
      (select jsonb_object_agg(f.period, f.figures) from enterprise_figures f
        where f.enterprise_id = e.id and length(f.period) = 4) as years,
      (select jsonb_agg(jsonb_build_array(t.kind, t.given_on, t.ends_on, t.ended_on)) from enterprise_title t
        where t.enterprise_id = e.id) as titles,
      (select jsonb_agg(jsonb_build_array(k.fact, k.from_day, k.value, k.source)) from enterprise_fact k
        where k.enterprise_id = e.id) as kept
    from enterprise e where ${which}`.execute(db);

const registeredOf = (row: Row): Registered => ({
  ...{ regionId: row.region_id, chainId: row.chain_id, industry: row.industry, foundedOn: row.founded_on },
  years: new Map(Object.entries(row.years ?? {}).map(([year, figures]) => [Number(year), figures])),
  titles: (row.titles ?? []).map(([kind, givenOn, endsOn, endedOn]) => ({ kind, givenOn, endsOn, endedOn })),
  kept: (row.kept ?? []).map(([fact, fromDay, value, source]) => ({ fact, fromDay, value, source })),
});

/** All that facts are made of, of one enterprise in sight. */
export async function registeredOne(db: Db, enterpriseId: string): Promise<Registered | undefined> {
  const { rows } = await read(db, sql`e.id = ${enterpriseId}`);
  return rows[0] === undefined ? undefined : registeredOf(rows[0]);
}

/** The same of one block of those that count, each with its row within the block. */
export async function registeredBlock(
  db: Db,
  block: number,
): Promise<{ readonly row: number; readonly about: Registered }[]> {
  const from = block * blockSize;
  const { rows } = await read(db, sql`e.no > ${from} and e.no <= ${from + blockSize} and e.counts`);
  return rows.map((each) => ({ row: Number(each.no) - 1 - from, about: registeredOf(each) }));
}
