import { sm3 } from '../../../platform/digest/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type Chain, masked, type Person, type Post, type Region, type Unit } from '../domain/index.ts';

/**
 * What a record looks like, in sixteen digits: whoever saves tells what was on the screen, and is refused when it is no
 * longer so. Sensitive values count masked, since they are shown so.
 */
const versionOf = (...shown: readonly unknown[]): string => sm3(JSON.stringify(shown)).slice(4, 20);

export const unitVersion = (unit: Unit): string =>
  shownUnitVersion({ ...unit, bankAccount: masked('bankAccount', unit.bankAccount) });
export const shownUnitVersion = (u: Unit): string =>
  versionOf(
    u.name,
    u.kind,
    u.region,
    u.parent,
    u.aliases,
    u.validFrom,
    u.validTo,
    u.successor,
    u.creditCode,
    u.bankAccount,
    u.note,
  );

export const chainVersion = (c: Chain): string =>
  versionOf(c.name, c.region, c.parent, c.aliases, c.validFrom, c.validTo);

export const personVersion = (person: Person): string =>
  shownPersonVersion({
    ...person,
    phone: masked('phone', person.phone),
    idNumber: masked('idNumber', person.idNumber),
  });
export const shownPersonVersion = (p: Person): string =>
  versionOf(p.name, p.phone, p.idNumber, p.email, p.note, p.validTo);

export const postVersion = (p: Pick<Post, 'title' | 'main' | 'validFrom' | 'validTo'>): string =>
  versionOf(p.title, p.main, p.validFrom, p.validTo);

export const regionVersion = ({ level, local, terms }: Region): string =>
  versionOf(level, local, ...terms.map((t) => [t.name, t.parent, t.aliases, t.successor, t.validFrom, t.validTo]));

/** Refuses (`record-changed`) a change of what was no longer so. */
export function expectVersion(given: string, now: string): void {
  if (given !== now) throw new RefusalError({ code: 'record-changed', field: 'version' });
}
