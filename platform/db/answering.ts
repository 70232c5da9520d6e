import { type Kysely, sql } from 'kysely';

/** True when the database answers a question within the given milliseconds. */
export async function isAnswering<Tables>(db: Kysely<Tables>, milliseconds: number): Promise<boolean> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    clock = setTimeout(() => resolve(false), milliseconds);
  });
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(clock));
}
