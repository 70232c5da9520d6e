import type { Db } from './db.ts';
import type { Doing } from './enterprise.ts';

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

export const lockContact = (db: Db, enterpriseId: string, contactId: string) =>
  db
    .selectFrom('enterprise_contact')
    .select(columns)
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', contactId)
    .forUpdate()
    .executeTakeFirst();

export interface ContactRow {
  readonly id: string;
  readonly enterpriseId: string;
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly mail: string;
  readonly phoneMasked: string;
  readonly mailMasked: string;
}

export async function putContact(db: Db, contact: ContactRow, { at, by }: Doing): Promise<void> {
  const { id, enterpriseId, name, role, phone, mail, phoneMasked, mailMasked } = contact;
  const shown = { name, role, phone_masked: phoneMasked, mail_masked: mailMasked, by_name: by.name };
  await db
    .insertInto('enterprise_contact')
    .values({ id, enterprise_id: enterpriseId, ...shown, at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(shown))
    .execute();
  await db
    .insertInto('enterprise_contact_private')
    .values({ contact_id: id, enterprise_id: enterpriseId, phone, mail })
    .onConflict((conflict) => conflict.column('contact_id').doUpdateSet({ phone, mail }))
    .execute();
}

/** The numbers whole; only whoever may open them finds any. */
export const readPrivate = (db: Db, contactId: string) =>
  db
    .selectFrom('enterprise_contact_private')
    .select(['phone', 'mail'])
    .where('contact_id', '=', contactId)
    .executeTakeFirst();

export async function deleteContact(db: Db, contactId: string): Promise<void> {
  await db.deleteFrom('enterprise_contact').where('id', '=', contactId).execute();
}
