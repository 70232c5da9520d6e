import type { Db } from './lists.ts';

/** A sensitive value of a person, whole, with the name; undefined when there is no such person to be seen. */
export async function readPersonSecret(db: Db, id: string, field: 'phone' | 'idNumber') {
  const row = await db
    .selectFrom('person')
    .leftJoin('person_private', 'person_private.person_id', 'person.id')
    .select(['person.name', 'person_private.phone', 'person_private.id_number'])
    .where('person.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { name: row.name, value: field === 'phone' ? row.phone : row.id_number };
}

/** The bank account of a unit, whole. */
export async function readUnitSecret(db: Db, id: string) {
  const row = await db
    .selectFrom('unit')
    .leftJoin('unit_private', 'unit_private.unit_id', 'unit.id')
    .select(['unit.name', 'unit_private.bank_account'])
    .where('unit.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { name: row.name, value: row.bank_account };
}
