import { sql } from 'kysely';
import type { RegionLevel } from '../domain/index.ts';
import type { Db } from './lists.ts';

/** A region as it is on a day. */
export interface RegionNode {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly local: boolean;
  readonly parent: string | null;
  readonly aliases: readonly string[];
  /** Regions right below on that day. */
  readonly children: number;
}

export interface RegionQuery {
  readonly day: string;
  /** Only those right below; null: only the top. */
  readonly parent?: string | null | undefined;
  /** Only these. */
  readonly codes?: readonly string[] | undefined;
  readonly words: readonly string[];
  readonly limit: number;
}

/** Regions that exist on a day, by code. */
export async function listRegions(db: Db, { day, parent, codes, words, limit }: RegionQuery): Promise<RegionNode[]> {
  const holds = sql<boolean>`(t.valid_from is null or t.valid_from <= ${day}::date) and (t.valid_to is null or t.valid_to > ${day}::date)`;
  const found = words.map(
    (word) =>
      sql<boolean>`(t.name ilike ${pattern(word)} or array_to_string(t.aliases, '、') ilike ${pattern(word)} or t.code like ${`${word.replace(/[\\%_]/g, '\\$&')}%`})`,
  );
  return db
    .selectFrom('region_term as t')
    .innerJoin('region as r', 'r.code', 't.code')
    .where(holds)
    .$if(parent !== undefined, (q) =>
      parent === null ? q.where('t.parent', 'is', null) : q.where('t.parent', '=', parent!),
    )
    .$if(codes !== undefined, (q) => q.where(sql<boolean>`t.code = any(${[...(codes ?? [])]}::text[])`))
    .$if(found.length > 0, (q) => q.where(sql<boolean>`${sql.join(found, sql` and `)}`))
    .select([
      't.code',
      't.name',
      'r.level',
      'r.local',
      't.parent',
      't.aliases',
      sql<number>`(select count(*) from region_term b where b.parent = t.code
        and (b.valid_from is null or b.valid_from <= ${day}::date) and (b.valid_to is null or b.valid_to > ${day}::date))`.as(
        'children',
      ),
    ])
    .orderBy(sql`length(t.code) > 6, t.code`)
    .limit(limit)
    .execute();
}

const pattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
