import { insideAsSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { type AuditNote, recording } from '../../audit/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { isEmail, isPhone, masked } from '../../organisation/index.ts';
import type { EnterpriseJson } from '../contract.ts';
import {
  type ContactRow,
  deleteContact,
  type EnterpriseDb,
  insertChange,
  lockContact,
  putContact,
  readContacts,
  readPrivate,
  type StoredEnterprise,
  touchEnterprise,
} from '../store.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { lockEnterprise, recordOf } from './lock.ts';
import { readEnterprise, seenEnterprise } from './read-enterprise.ts';

interface Person {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly mail: string;
}
type Of = { readonly enterpriseId: string };
type OfContact = Of & { readonly contactId: string };

const mostContacts = 50;

/** Notes whom to talk to. Number and address are kept apart and shown masked; the log and the history have them masked too. */
export async function addContact(actor: Actor, asked: Person & Of, deps: EnterpriseDeps): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  const person = checkedPerson(asked);
  return changing(actor, asked.enterpriseId, 'enterprise.add-contact', deps, async (db, row) => {
    if ((await readContacts(db, row.id)).length >= mostContacts)
      throw new RefusalError({ code: 'enterprise-contacts-many', field: row.name, limit: mostContacts });
    const contact = rowOf(deps.newId(), row.id, person);
    await insideAsSystem(db, () => putContact(db, contact, doingOf(deps, actor)));
    return { before: {}, after: shownOf(contact) };
  });
}

/** Changes a contact; what is left out of number and address stays as it is, unseen. */
export async function changeContact(
  actor: Actor,
  asked: OfContact & Omit<Person, 'phone' | 'mail'> & { phone?: string | undefined; mail?: string | undefined },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  return changing(actor, asked.enterpriseId, 'enterprise.change-contact', deps, async (db, row) => {
    const before = await knownContact(db, row, asked.contactId);
    const kept = await insideAsSystem(db, () => readPrivate(db, before.id));
    const person = checkedPerson({
      ...asked,
      phone: asked.phone ?? kept?.phone ?? '',
      mail: asked.mail ?? kept?.mail ?? '',
    });
    const contact = rowOf(before.id, row.id, person);
    await insideAsSystem(db, () => putContact(db, contact, doingOf(deps, actor)));
    return { before: shownBefore(before), after: shownOf(contact) };
  });
}

export async function removeContact(
  actor: Actor,
  asked: OfContact & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  return changing(actor, asked.enterpriseId, 'enterprise.remove-contact', deps, async (db, row) => {
    const before = await knownContact(db, row, asked.contactId);
    await insideAsSystem(db, () => deleteContact(db, before.id));
    return { before: shownBefore(before), after: {}, reason: asked.reason };
  });
}

/** Shows number and address whole, with the reason in the log. */
export async function revealContact(
  actor: Actor,
  asked: OfContact & { readonly reason: string },
  deps: EnterpriseDeps,
): Promise<{ phone: string; mail: string }> {
  permit(actor, 'enterprise.contact');
  return recording(deps, actor, async (db, note) => {
    const row = await seenEnterprise(actor, asked.enterpriseId, { db });
    const contact = (await readContacts(db, row.id)).find(({ id }) => id === asked.contactId);
    const found = contact === undefined ? undefined : await readPrivate(db, contact.id);
    if (contact === undefined || found === undefined)
      throw new RefusalError({ code: 'enterprise-contact-unknown', field: 'contactId', given: asked.contactId });
    const shown = [contact.phone, contact.mail].filter((each) => each !== '').join(' ');
    note({
      action: 'enterprise.reveal-contact',
      ...recordOf(row),
      changes: [{ field: 'contact', before: shown, after: shown }],
      reason: asked.reason,
    });
    return found;
  });
}

interface Done {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

async function changing(
  actor: Actor,
  enterpriseId: string,
  action: AuditNote['action'],
  deps: EnterpriseDeps,
  work: (db: EnterpriseDb, row: StoredEnterprise) => Promise<Done>,
): Promise<EnterpriseJson> {
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, enterpriseId, null);
    const { before, after, reason } = await work(db, row);
    const doing = doingOf(deps, actor);
    const revision = await touchEnterprise(db, row.id, doing);
    await insertChange(db, {
      ...{ id: deps.newId(), enterpriseId: row.id, revision, kind: 'contact', holdsFrom: today(deps) },
      ...{ parts: ['contacts'], before, after, reason, ...doing },
    });
    const changes = [{ field: 'contact', before, after }];
    note({ action, ...recordOf(row), changes, ...(reason === undefined ? {} : { reason }) });
  });
  return readEnterprise(actor, { enterpriseId }, deps);
}

function checkedPerson(given: Person): Person {
  const [name, role, mail] = [given.name.trim(), given.role.trim(), given.mail.trim()];
  const phone = given.phone.normalize('NFKC').replace(/[\s()]/gu, '');
  const faults: Refusal[] = [];
  if (phone === '' && mail === '') faults.push({ code: 'enterprise-contact-empty', field: 'phone' });
  if (phone !== '' && !isPhone(phone))
    faults.push({ code: 'enterprise-contact-phone', field: 'phone', given: given.phone });
  if (mail !== '' && !isEmail(mail)) faults.push({ code: 'enterprise-contact-mail', field: 'mail', given: mail });
  if (faults.length > 0) throw new RefusalError(...faults);
  return { name, role, phone, mail };
}

/** First letter and house of an address: `w***@example.com`. */
export const maskedMail = (mail: string): string => {
  const at = mail.lastIndexOf('@');
  return at < 1 ? '' : `${mail.slice(0, 1)}***${mail.slice(at)}`;
};
export const maskedPhone = (phone: string): string => (phone === '' ? '' : (masked('phone', phone) ?? ''));

const rowOf = (id: string, enterpriseId: string, person: Person): ContactRow => ({
  ...{ id, enterpriseId, ...person },
  ...{ phoneMasked: maskedPhone(person.phone), mailMasked: maskedMail(person.mail) },
});
const shownOf = ({ name, role, phoneMasked, mailMasked }: ContactRow) => ({
  ...{ name, role, phone: phoneMasked, mail: mailMasked },
});
const shownBefore = (row: { name: string; role: string; phone_masked: string; mail_masked: string }) => ({
  ...{ name: row.name, role: row.role, phone: row.phone_masked, mail: row.mail_masked },
});

async function knownContact(db: EnterpriseDb, row: StoredEnterprise, contactId: string) {
  const contact = await lockContact(db, row.id, contactId);
  if (contact === undefined)
    throw new RefusalError({ code: 'enterprise-contact-unknown', field: 'contactId', given: contactId });
  return contact;
}
