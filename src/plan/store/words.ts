import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { PlanTables } from './tables.ts';

/** So many hits are read one by one; words that more have are found soon by walking a list in its order. */
const fewEnough = 2000;

/** Words that many have are looked up no more for so long: that they are many stays true, and a list is right either way. */
const rememberedMs = 600_000;
const mostRemembered = 5000;
const many = new Map<string, number>();

/**
 * Ids of the plans of some places (null: of all) in whose line of the list all the words are, whoever may see them; null
 * without words or for many.
 */
export function planIdsWith(
  db: Kysely<PlanTables>,
  words: readonly string[],
  places: readonly string[] | null,
): Promise<readonly string[] | null> {
  const [wanted, within] = [[...words], places && [...places]];
  if (wanted.length === 0) return Promise.resolve(null);
  return unlessMany([['plan', ...wanted], within], async () => {
    const { rows } = await sql<Hits>`
      select plans_with_words(${wanted}::text[], ${within}::text[], ${fewEnough}::integer) as ids`.execute(db);
    return rows[0]?.ids ?? null;
  });
}

/** The same of indicators or tasks: `version/item`. */
export function itemIdsWith(
  db: Kysely<PlanTables>,
  kind: 'indicator' | 'task',
  words: readonly string[],
): Promise<readonly string[] | null> {
  const wanted = [...words];
  return unlessMany([[kind, ...wanted]], async () => {
    const { rows } = await sql<Hits>`
      select items_with_words(${kind}, ${wanted}::text[], ${fewEnough}::integer) as ids`.execute(db);
    return rows[0]?.ids ?? null;
  });
}

interface Hits {
  readonly ids: readonly string[] | null;
}

async function unlessMany(
  of: readonly unknown[],
  look: () => Promise<readonly string[] | null>,
): Promise<readonly string[] | null> {
  const key = JSON.stringify(of);
  const until = many.get(key);
  if (until !== undefined && until > Date.now()) return null;
  const ids = await look();
  if (ids !== null) return ids;
  if (many.size >= mostRemembered) many.clear();
  many.set(key, Date.now() + rememberedMs);
  return null;
}
