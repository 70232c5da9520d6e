import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { closureOf, regionHierarchy } from '../domain/index.ts';
import { loadRegions } from './load.ts';
import type { OrganisationTables } from './tables.ts';

/** Rows of one insert. */
const rowsAtOnce = 5000;

/** Works out anew which region lies in which, and when, and writes the difference. */
export async function refreshRegionClosure(db: Kysely<OrganisationTables>): Promise<void> {
  const regions = await loadRegions(db);
  const rows = closureOf(regionHierarchy([...regions.values()])).map(
    ({ ancestor, descendant, validFrom, validTo }) => ({
      ...{ ancestor, descendant },
      valid_from: validFrom ?? '-infinity',
      valid_to: validTo ?? 'infinity',
    }),
  );
  const sign = (row: (typeof rows)[number]): string => Object.values(row).join(' ');
  const stored = await db.selectFrom('region_closure').selectAll().execute();
  const [wanted, known] = [new Set(rows.map(sign)), new Set(stored.map(sign))];
  const gone = stored.filter((row) => !wanted.has(sign(row)));
  for (const { ancestor, descendant, valid_from } of gone)
    await db
      .deleteFrom('region_closure')
      .where('ancestor', '=', ancestor)
      .where('descendant', '=', descendant)
      .where('valid_from', '=', valid_from)
      .execute();
  const added = rows.filter((row) => !known.has(sign(row)));
  for (let at = 0; at < added.length; at += rowsAtOnce)
    await db
      .insertInto('region_closure')
      .values(added.slice(at, at + rowsAtOnce))
      .execute();
}

/** The same for units or chains, in one statement; `union` ends it even if there were a circle. */
export async function refreshClosure(db: Kysely<OrganisationTables>, table: 'unit' | 'chain'): Promise<void> {
  const [nodes, closure] = [sql.table(table), sql.table(`${table}_closure`)];
  await sql`
    with recursive up as (
      select id as ancestor, id as descendant from ${nodes}
      union
      select n.parent, up.descendant from up join ${nodes} n on n.id = up.ancestor where n.parent is not null
    ), gone as (
      delete from ${closure} c where not exists (
        select from up where up.ancestor = c.ancestor and up.descendant = c.descendant)
    )
    insert into ${closure} (ancestor, descendant)
    select ancestor, descendant from up
    where not exists (select from ${closure} c where c.ancestor = up.ancestor and c.descendant = up.descendant)`.execute(
    db,
  );
}
