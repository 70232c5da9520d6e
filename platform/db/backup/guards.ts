import pg from 'pg';

/**
 * Takes off what would keep rows from coming in as they were, inside the transaction of a restoration, and gives back
 * how to put it on again: triggers of ours (which freeze editions or count changes) and references between tables
 * (which depend on the order). Row by row nothing is lost: references are checked whole when they are put back.
 */
export async function liftGuards(client: pg.Client): Promise<() => Promise<void>> {
  const triggers = await client.query<{ table: string; name: string; state: string }>(`
    select c.relname as table, t.tgname as name, t.tgenabled as state
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled <> 'D'
    order by 1, 2`);
  const references = await client.query<{ table: string; name: string; definition: string }>(`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype = 'f' and k.conparentid = 0
    order by 1, 2`);
  const alter = (table: string, what: string) => client.query(`alter table ${pg.escapeIdentifier(table)} ${what}`);
  for (const { table, name } of triggers.rows) await alter(table, `disable trigger ${pg.escapeIdentifier(name)}`);
  for (const { table, name } of references.rows) await alter(table, `drop constraint ${pg.escapeIdentifier(name)}`);
  return async () => {
    for (const { table, name, definition } of references.rows)
      await alter(table, `add constraint ${pg.escapeIdentifier(name)} ${definition}`);
    for (const { table, name, state } of triggers.rows)
      await alter(table, `enable ${modes[state] ?? ''} trigger ${pg.escapeIdentifier(name)}`);
  };
}

/** How a trigger was on: always, on replicas, or (O) as usual. */
const modes: Readonly<Record<string, string>> = { A: 'always', R: 'replica' };
