import { type RawBuilder, sql } from 'kysely';
import { binaryBytes } from '../../../../platform/db/index.ts';
import type { Registered } from '../../domain/facts/index.ts';
import type { Db } from '../db.ts';
import { blockSize } from '../settle.ts';

interface Row {
  readonly id: string;
  readonly region_id: string;
  readonly chain_id: string | null;
  readonly industry: string | null;
  readonly founded_on: string | null;
  readonly years: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  readonly titles: readonly (readonly [string, string, string | null, string | null])[] | null;
  readonly kept: readonly (readonly [string, string, number | null, string])[] | null;
}

/** All that facts are made of beside the row itself. */
const parts = {
  years: `(select jsonb_object_agg(f.period, f.figures) from enterprise_figures f
    where f.enterprise_id = e.id and length(f.period) = 4)`,
  titles: `(select jsonb_agg(jsonb_build_array(t.kind, t.given_on, t.ends_on, t.ended_on)) from enterprise_title t
    where t.enterprise_id = e.id)`,
  kept: `(select jsonb_agg(jsonb_build_array(k.fact, k.from_day, k.value, k.source)) from enterprise_fact k
    where k.enterprise_id = e.id)`,
} as const;

const read = (db: Db, which: RawBuilder<unknown>) =>
  sql<Row>`select e.id, e.region_id, e.chain_id, e.industry, e.founded_on,
      ${sql.raw(parts.years)} as years, ${sql.raw(parts.titles)} as titles, ${sql.raw(parts.kept)} as kept
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

/**
 * The same of the enterprises of one block that are in the register and have not ended, still as the database sends it: see
 * `registeredIn`, which a thread does.
 */
export function registeredBytes(db: Db, block: number): Promise<Uint8Array> {
  const from = Math.trunc(block) * blockSize;
  const columns = ['e.no::integer', 'e.region_id', 'e.chain_id', 'e.industry', 'e.founded_on::text'];
  const texts = [parts.years, parts.titles, parts.kept].map((part) => `${part}::text`);
  return binaryBytes(
    db,
    `select ${[...columns, ...texts].join(', ')} from enterprise e
      where e.no > ${from} and e.no <= ${from + blockSize} and e.counts and e.state in ('open', 'suspended')`,
  );
}
