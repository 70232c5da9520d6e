import type { Db } from './db.ts';

const columns = ['id', 'name', 'role', 'phone_masked', 'mail_masked', 'at', 'by_name'] as const;

/** Whom to talk to, with masked numbers. */
export async function readContacts(db: Db, enterpriseId: string) {
  const rows = await db
    .selectFrom('enterprise_contact')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ phone_masked, mail_masked, by_name, ...rest }) => ({
    ...{ ...rest, phone: phone_masked, mail: mail_masked, by: by_name },
  }));
}
