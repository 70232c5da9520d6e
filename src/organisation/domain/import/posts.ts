import type { SheetRecord } from '../../../kernel/index.ts';
import { same } from '../change/model.ts';
import { dayAfter } from '../delegation/delegation.ts';
import { settledScope } from '../grant/grant.ts';
import type { Delegation, Post, PostGrant } from '../model.ts';
import {
  type Desk,
  finderByName,
  given,
  identify,
  put,
  referred,
  regionFinder,
  tell,
  textOf,
  unitFinder,
} from './desk.ts';

/** Posts by their id, or by person, unit and title; a role that is named becomes a proposal. */
export function importPosts(desk: Desk, records: readonly SheetRecord[]): void {
  const people = finderByName(desk.now.person, ({ name }) => [name]);
  const units = unitFinder(desk);
  const stored = new Map([...desk.before.post.values()].map((post) => [signOf(post), post.id]));
  const grants = grantReader(desk);
  for (const record of records) {
    const old = desk.before.post.get(textOf(record, 'id') ?? '');
    const link = (field: 'person' | 'unit', found: readonly string[], was: string | undefined): string =>
      (textOf(record, field) === null ? was : referred(desk, 'post', record, field, found)) ?? '';
    const personId = link('person', people(textOf(record, 'person') ?? ''), old?.personId);
    const unitId = link('unit', units(textOf(record, 'unit') ?? '', null), old?.unitId);
    const title = given(record, 'title', old?.title ?? '') ?? '';
    const known = stored.get(signOf({ personId, unitId, title }));
    const key = identify(desk, 'post', record, known === undefined ? [] : [known]);
    const before = desk.before.post.get(key) ?? null;
    const after: Post = {
      ...{ id: key, personId, unitId, title },
      main: given(record, 'main', before?.main ?? false),
      validFrom: given(record, 'validFrom', before?.validFrom ?? null),
      validTo: given(record, 'validTo', before?.validTo ?? null),
    };
    if (personId === '' || unitId === '') continue;
    put(desk, 'post', key, after, !same(before, after));
    grants(record, after);
  }
}

const signOf = ({ personId, unitId, title }: Pick<Post, 'personId' | 'unitId' | 'title'>): string =>
  [personId, unitId, title].join('\n');

/** Reads the role of a row. What is granted stays: only the security administrator changes it. */
function grantReader(desk: Desk): (record: SheetRecord, post: Post) => void {
  const roles = finderByName(desk.roles, ({ name }) => [name]);
  const regions = regionFinder(desk);
  const chains = finderByName(desk.now.chain, ({ name }) => [name]);
  return (record, post) => {
    const roleId = referred(desk, 'post', record, 'role', roles(textOf(record, 'role') ?? ''));
    if (roleId === null) return;
    const region = referred(desk, 'post', record, 'grantRegion', regions(textOf(record, 'grantRegion') ?? ''));
    const unitRegion = desk.now.unit.get(post.unitId)?.region ?? '';
    const named = given<readonly string[]>(record, 'chains', []).flatMap((name) => {
      const found = chains(name);
      const near = found.filter((id) => desk.now.chain.get(id)?.region === (region ?? unitRegion));
      const [only] = near.length === 1 ? near : found;
      const clear = near.length === 1 || found.length === 1;
      if (!clear)
        tell(desk, 'post', record.row, {
          code: found.length === 0 ? 'reference-unknown' : 'reference-unclear',
          field: 'chains',
          given: name,
        });
      return clear ? [only!] : [];
    });
    const { scope, refusals } = settledScope(desk.roles.get(roleId)!.scope, { region, chains: named }, unitRegion);
    for (const refusal of refusals)
      tell(desk, 'post', record.row, refusal.field === 'region' ? { ...refusal, field: 'grantRegion' } : refusal);
    const before = desk.before.grant.get(post.id) ?? null;
    const wanted: PostGrant = { postId: post.id, roleId, ...scope, state: 'proposed' };
    if (before?.state === 'granted') {
      if (!same({ ...before, state: 'proposed' }, wanted))
        tell(desk, 'post', record.row, {
          code: 'grant-stands',
          field: 'role',
          given: desk.roles.get(before.roleId)?.name ?? null,
        });
      return;
    }
    desk.rows.set(`grant ${post.id}`, record.row);
    put(desk, 'grant', post.id, wanted, !same(before, wanted));
  };
}

/** Delegations by their id, or by post, person and first day. */
export function importDelegations(desk: Desk, records: readonly SheetRecord[]): void {
  const people = finderByName(desk.now.person, ({ name }) => [name]);
  const posts = finderByName(desk.now.post, () => []);
  const sign = (one: Pick<Delegation, 'postId' | 'toPerson' | 'validFrom'>) =>
    [one.postId, one.toPerson, one.validFrom].join('\n');
  const stored = new Map([...desk.before.delegation.values()].map((one) => [sign(one), one.id]));
  for (const record of records) {
    const postId = referred(desk, 'delegation', record, 'post', posts(textOf(record, 'post') ?? ''));
    const toPerson = referred(desk, 'delegation', record, 'toPerson', people(textOf(record, 'toPerson') ?? ''));
    const [validFrom, lastDay] = [textOf(record, 'validFrom'), textOf(record, 'lastDay')];
    if (postId === null || toPerson === null || validFrom === null || lastDay === null) continue;
    const known = stored.get(sign({ postId, toPerson, validFrom }));
    const key = identify(desk, 'delegation', record, known === undefined ? [] : [known]);
    const before = desk.before.delegation.get(key) ?? null;
    const after: Delegation = {
      ...{ id: key, postId, toPerson, validFrom, validTo: dayAfter(lastDay) },
      reason: textOf(record, 'reason') ?? '',
      revokedAt: before?.revokedAt ?? null,
    };
    put(desk, 'delegation', key, after, !same(before, after));
  }
}
