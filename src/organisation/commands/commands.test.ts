import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unit } from '../../../tests/examples/organisation.ts';
import { type OrganisationWorld, openOrganisationWorld, refusalsOf } from '../../../tests/organisation/world.ts';
import type { Actor } from '../../access/index.ts';
import { delegateFor, delegateOwn, revokeFor, revokeOwn } from './delegate.ts';
import { confirmGrants, grantPosts, proposeGrants, withdrawGrants } from './grants.ts';
import * as read from './read.ts';
import { revealPerson, revealUnit } from './reveal.ts';
import { addRole, listRoles, removeRole, saveRole } from './roles.ts';
import { addPerson, addPost, savePerson, savePost } from './save-person.ts';
import { saveRegion } from './save-region.ts';
import { addChain, addUnit, saveUnit } from './save-unit.ts';

let world: OrganisationWorld;
beforeAll(async () => {
  world = await openOrganisationWorld();
});
afterAll(() => world?.close());

const system = <T>(work: (actor: Actor) => Promise<T>) => world.as('system-admin', work);
const security = <T>(work: (actor: Actor) => Promise<T>) => world.as('security-admin', work);
const fields = ({ id: _id, ...rest }: ReturnType<typeof unit>) => rest;
const newUnit = (name: string, more = {}) =>
  system((actor) => addUnit(actor, fields(unit('', name, more)), world.deps));
const newPerson = (name: string, more = {}) =>
  system((actor) =>
    addPerson(actor, { name, phone: null, idNumber: null, email: null, note: '', validTo: null, ...more }, world.deps),
  );
const newPost = (personId: string, unitId: string, title = '经办人') =>
  system((actor) =>
    addPost(actor, { personId, unitId, title, main: true, validFrom: null, validTo: null }, world.deps),
  );

describe('units and people', () => {
  test('are found by any spelling, near and far, and not without the permission', async () => {
    const found = await world.as('lj-clerk', (actor) => read.listUnits(actor, { text: '市工信局' }, world.deps));
    expect(found.rows.map(({ name }) => name)).toEqual(['临江市工业和信息化局', '白河市工业和信息化局']);
    const inDistrict = JSON.stringify({ region: { in: ['990103'] }, kind: { in: ['town'] } });
    const towns = await world.as('lj-clerk', (actor) =>
      read.listUnits(actor, { filter: inDistrict, sort: '-name' }, world.deps),
    );
    expect(towns.rows).toHaveLength(6);
    const lists: readonly ((actor: Actor) => Promise<unknown>)[] = [
      (actor) => read.listUnits(actor, {}, world.deps),
      (actor) => read.listPeople(actor, {}, world.deps),
      (actor) => read.listPosts(actor, {}, world.deps),
      (actor) => read.listChains(actor, {}, world.deps),
      (actor) => read.listRegions(actor, {}, world.deps),
    ];
    for (const list of lists) expect(await refusalsOf(world.as('lj-public', list))).toEqual(['not-allowed']);
  });

  test('a unit is added, changed at the version that was seen, and told to the log with its numbers masked', async () => {
    const id = await newUnit('临江市测试中心', {
      parent: 'lj-gov',
      bankAccount: '6222 0202 0011 2233',
      aliases: ['测试中心'],
    });
    const seen = await system((actor) => read.readUnit(actor, id, world.deps));
    expect(seen).toMatchObject({
      name: '临江市测试中心',
      bankAccount: '6222********2233',
      regionName: '临江市',
      state: 'current',
    });
    const given = {
      ...fields(unit('', seen.name, { parent: 'lj-gov' })),
      id,
      bankAccount: seen.bankAccount,
      note: '改',
      version: seen.version,
    };
    await system((actor) => saveUnit(actor, given, world.deps));
    expect(await world.log()).toEqual([
      'organisation.save-unit | 临江市测试中心 | aliases: 测试中心 → null | note: null → 改',
    ]);
    expect(await refusalsOf(system((actor) => saveUnit(actor, given, world.deps)))).toEqual(['record-changed']);
    expect(
      await system((actor) => revealUnit(actor, { id, field: 'bankAccount', reason: '核对账户' }, world.deps)),
    ).toBe('6222020200112233');
    expect(await world.log()).toEqual([
      'organisation.reveal | 临江市测试中心 | bankAccount: ************2233 → ************2233 | 核对账户',
    ]);
  });

  test('wrong ones are refused with every fault', async () => {
    const wrong = {
      parent: 'nobody',
      region: '990199',
      creditCode: '123',
      bankAccount: '1',
      validFrom: '2025-01-01',
      validTo: '2024-01-01',
    };
    expect(await refusalsOf(newUnit('临江市商务局', wrong))).toEqual([
      'life-reversed',
      'credit-code-wrong',
      'bank-account-wrong',
      'region-unknown',
      'life-reversed',
    ]);
    expect(await refusalsOf(newUnit('临江市商务局'))).toEqual(['unit-name-taken']);
    expect(await refusalsOf(newPerson('某岗', { phone: '1' }))).toEqual(['phone-wrong']);
    expect(
      await refusalsOf(world.as('lj-office', (actor) => addUnit(actor, fields(unit('', '某局')), world.deps))),
    ).toEqual(['not-allowed']);
    expect(
      await refusalsOf(
        system((actor) =>
          addChain(
            actor,
            { name: '丝', region: '990100', parent: 'x', aliases: [], validFrom: null, validTo: null },
            world.deps,
          ),
        ),
      ),
    ).toEqual(['superior-unknown']);
  });

  test('a person who leaves must have ended the posts first; saving nothing new writes nothing', async () => {
    const id = await newPerson('借调人员', { phone: '13800001234' });
    const postId = await newPost(id, 'lj-gxj');
    const seen = await system((actor) => read.readPerson(actor, id, world.deps));
    expect(seen).toMatchObject({ phone: '138****1234', posts: '临江市工业和信息化局 经办人' });
    const same = {
      id,
      version: seen.version,
      name: seen.name,
      phone: seen.phone,
      idNumber: null,
      email: null,
      note: '',
      validTo: null,
    };
    const before = await world.log();
    await system((actor) => savePerson(actor, same, world.deps));
    expect(await world.log()).toEqual(before);
    const leaving = { ...same, validTo: '2026-04-01' };
    expect(await refusalsOf(system((actor) => savePerson(actor, leaving, world.deps)))).toEqual(['posts-go-on']);
    const { rows } = await system((actor) => read.listPosts(actor, { personId: id }, world.deps));
    const ended = {
      id: postId,
      version: rows[0]!.version,
      title: '经办人',
      main: true,
      validFrom: null,
      validTo: '2026-04-01',
    };
    await system((actor) => savePost(actor, ended, world.deps));
    await system((actor) => savePerson(actor, leaving, world.deps));
    expect((await system((actor) => read.readPerson(actor, id, world.deps))).validTo).toBe('2026-04-01');
  });
});

describe('sensitive values', () => {
  test('one’s own is shown to everybody, others’ only with the permission', async () => {
    const reveal = (id: string) => (actor: Actor) =>
      revealPerson(actor, { id, field: 'phone', reason: '联系本人' }, world.deps);
    expect(await world.as('lj-clerk', reveal('p-lj-clerk'))).toMatch(/^1990000\d{4}$/);
    expect(await refusalsOf(world.as('lj-clerk', reveal('p-lj-office')))).toEqual(['not-allowed']);
    expect(await refusalsOf(security(reveal('p-lj-office')))).toEqual(['not-allowed']);
    expect(await system(reveal('p-lj-office'))).toMatch(/^1990000\d{4}$/);
    expect(await refusalsOf(system(reveal('nobody')))).toEqual(['person-unknown']);
    expect((await world.log())[0]).toContain('联系本人');
  });

  test('row-level security alone hides them', async () => {
    const rows = await world.as('lj-office', () =>
      world.database.db.selectFrom('person_private').selectAll().execute(),
    );
    expect(rows.map(({ person_id }) => person_id)).toEqual(['p-lj-office']);
  });
});

describe('regions', () => {
  const day = async (code: string, at: string) => {
    const { regions } = await system((actor) => read.listRegions(actor, { day: at, codes: code }, world.deps));
    return regions[0]?.parent ?? null;
  };
  const luzhou = { code: '990104', level: 'county', local: false } as const;
  const term = (parent: string, validFrom: string | null, validTo: string | null) => ({
    name: '青石区',
    parent,
    aliases: [],
    successor: null,
    validFrom,
    validTo,
  });

  test('a change of boundaries leaves the days before it as they were', async () => {
    const { version } = await system((actor) => read.readRegion(actor, '990104', world.deps));
    const terms = [term('990100', null, '2026-01-01'), term('990181', '2026-01-01', null)];
    expect(await refusalsOf(system((actor) => saveRegion(actor, { ...luzhou, terms }, world.deps)))).toEqual([
      'region-code-taken',
    ]);
    await system((actor) => saveRegion(actor, { ...luzhou, version, terms }, world.deps));
    expect([await day('990104', '2025-12-31'), await day('990104', '2026-01-01')]).toEqual(['990100', '990181']);
    const closure = await world.database.owner
      .selectFrom('region_closure')
      .selectAll()
      .where('descendant', '=', '990104')
      .orderBy('ancestor')
      .execute();
    expect(closure.map((row) => [row.ancestor, row.valid_from, row.valid_to])).toEqual([
      ['990000', '-infinity', 'infinity'],
      ['990100', '-infinity', 'infinity'],
      ['990104', '-infinity', 'infinity'],
      ['990181', '2026-01-01', 'infinity'],
    ]);
    expect(await refusalsOf(system((actor) => saveRegion(actor, { ...luzhou, version, terms }, world.deps)))).toEqual([
      'record-changed',
    ]);
  });

  test('terms that cannot be are refused', async () => {
    const { version } = await system((actor) => read.readRegion(actor, '990102', world.deps));
    const wang = { code: '990102', level: 'county', local: false, version } as const;
    const save = (...terms: ReturnType<typeof term>[]) =>
      refusalsOf(system((actor) => saveRegion(actor, { ...wang, terms }, world.deps)));
    expect(await save(term('990100', null, '2025-01-01'), term('990100', '2025-02-01', null))).toEqual(['life-gap']);
    expect(await save(term('990102', null, null))).toEqual(['superior-circle']);
    expect(await save(term('990199', null, null))).toEqual(['superior-unknown']);
  });
});

describe('delegations', () => {
  const span = { validFrom: '2026-03-10', lastDay: '2026-03-20', reason: '出差' };

  test('the holder lets somebody act for a while, and takes it back', async () => {
    const id = await world.as('lj-office', (actor) =>
      delegateOwn(actor, { ...span, postId: 'lj-office', toPerson: 'p-lj-office-2' }, world.deps),
    );
    const mine = await world.as('lj-office-2', (actor) => read.listOwnDelegations(actor, {}, world.deps));
    expect(mine.rows).toMatchObject([
      { id, holder: '市链办主任', to: '市链办副主任', lastDay: '2026-03-20', state: 'coming' },
    ]);
    expect((await world.as('lj-finance', (actor) => read.listOwnDelegations(actor, {}, world.deps))).rows).toEqual([]);
    const revoke = (actor: Actor) => revokeOwn(actor, { id, reason: '行程取消' }, world.deps);
    expect(await refusalsOf(world.as('lj-office-2', revoke))).toEqual(['delegation-unknown']);
    await world.as('lj-office', revoke);
    expect(await refusalsOf(world.as('lj-office', revoke))).toEqual(['delegation-revoked']);
    expect(await refusalsOf(system((actor) => revokeFor(actor, { id, reason: '重复办理' }, world.deps)))).toEqual([
      'delegation-revoked',
    ]);
  });

  test('not of the post of somebody else, not to an administrator; the system administrator may for others', async () => {
    const given = { ...span, postId: 'lj-office', toPerson: 'p-lj-office-2' };
    expect(await refusalsOf(world.as('lj-finance', (actor) => delegateOwn(actor, given, world.deps)))).toEqual([
      'post-unknown',
    ]);
    expect(
      await refusalsOf(
        world.as('lj-office', (actor) => delegateOwn(actor, { ...given, toPerson: 'p-audit' }, world.deps)),
      ),
    ).toEqual(['roles-incompatible']);
    expect(await refusalsOf(world.as('lj-office', (actor) => delegateFor(actor, given, world.deps)))).toEqual([
      'not-allowed',
    ]);
    await system((actor) => delegateFor(actor, { ...given, postId: 'lj-finance' }, world.deps));
    expect((await security((actor) => read.listDelegations(actor, { text: '财政' }, world.deps))).rows).toHaveLength(1);
  });
});

describe('grants', () => {
  const scope = { region: null, chains: [] };

  test('are proposed by one administrator and confirmed by another', async () => {
    const postId = await newPost(await newPerson('新填报员'), 'lj-gxj', '填报');
    const wanted = { postId, roleId: 'reporting-clerk', ...scope };
    expect(await system((actor) => proposeGrants(actor, { grants: [wanted] }, world.deps))).toBe(1);
    expect(await refusalsOf(system((actor) => confirmGrants(actor, { postIds: [postId] }, world.deps)))).toEqual([
      'not-allowed',
    ]);
    expect(await refusalsOf(security((actor) => proposeGrants(actor, { grants: [wanted] }, world.deps)))).toEqual([
      'not-allowed',
    ]);
    const filter = JSON.stringify({ grant: { in: ['proposed'] } });
    expect(
      (await security((actor) => read.listGrants(actor, { filter }, world.deps))).rows.map(({ id }) => id),
    ).toEqual([postId]);
    expect(await security((actor) => confirmGrants(actor, { postIds: [postId] }, world.deps))).toBe(1);
    expect((await world.log())[0]).toMatch(/^access\.grant/);
    expect(await refusalsOf(security((actor) => confirmGrants(actor, { postIds: [postId] }, world.deps)))).toEqual([
      'nothing-proposed',
    ]);
    expect(await refusalsOf(system((actor) => proposeGrants(actor, { grants: [wanted] }, world.deps)))).toEqual([
      'grant-stands',
    ]);
    await security((actor) => withdrawGrants(actor, { postIds: [postId], reason: '调岗' }, world.deps));
    expect(
      await refusalsOf(security((actor) => withdrawGrants(actor, { postIds: [postId], reason: '调岗' }, world.deps))),
    ).toEqual(['nothing-granted']);
  });

  test('hold over the region of the unit unless another is named; scopes must fit and exist', async () => {
    const postId = await newPost(await newPerson('新审核员'), 'lz-tjj', '审核');
    const grant = (more: object) =>
      security((actor) =>
        grantPosts(actor, { grants: [{ postId, roleId: 'reviewer', ...scope, ...more }] }, world.deps),
      );
    await grant({ chains: ['lj-textile'] });
    const { rows } = await security((actor) => read.listGrants(actor, { text: '新审核员' }, world.deps));
    expect(rows).toMatchObject([{ grant: 'granted', grantRegion: '990103', chainNames: ['现代纺织产业链'] }]);
    expect(await refusalsOf(grant({ region: '990199' }))).toEqual(['region-unknown']);
    expect(await refusalsOf(grant({ chains: ['nothing'] }))).toEqual(['chain-unknown']);
    expect(await refusalsOf(grant({ roleId: 'enterprise', region: '990103' }))).toEqual(['grant-region-needless']);
    expect(await refusalsOf(grant({ roleId: 'nothing' }))).toEqual(['role-unknown']);
    expect(await refusalsOf(grant({ postId: 'nothing' }))).toEqual(['post-unknown']);
  });

  test('keep duties apart, also when two administrators grant at once', async () => {
    const person = await newPerson('两个岗位的人');
    const [one, other] = [await newPost(person, 'lj-gxj', '甲'), await newPost(person, 'lj-xinxi', '乙')];
    const grant = (postId: string, roleId: string) =>
      security((actor) => grantPosts(actor, { grants: [{ postId, roleId, ...scope }] }, world.deps));
    const both = await Promise.allSettled([grant(one, 'lead-unit'), grant(other, 'audit-admin')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = both.find((each) => each.status === 'rejected');
    expect(lost?.reason?.refusals).toMatchObject([{ code: 'roles-incompatible' }]);
  });

  test('the last administrator of a kind stays, whichever way it would go', async () => {
    const withdraw = (postId: string) =>
      security((actor) => withdrawGrants(actor, { postIds: [postId], reason: '试一试' }, world.deps));
    for (const postId of ['system-admin', 'security-admin', 'audit-admin'])
      expect(await refusalsOf(withdraw(postId))).toEqual(['last-administrator']);
    const change = security((actor) =>
      grantPosts(actor, { grants: [{ postId: 'audit-admin', roleId: 'reporting-clerk', ...scope }] }, world.deps),
    );
    expect(await refusalsOf(change)).toEqual(['last-administrator']);
    const { rows } = await system((actor) => read.listPosts(actor, { personId: 'p-audit' }, world.deps));
    const { version, title, main } = rows[0]!;
    const end = system((actor) =>
      savePost(actor, { id: 'audit-admin', version, title, main, validFrom: null, validTo: '2027-01-01' }, world.deps),
    );
    expect(await refusalsOf(end)).toEqual(['last-administrator']);
  });

  test('of two that go at once, one stays', async () => {
    const second = await newPost(await newPerson('第二名审计管理员'), 'lj-xinxi', '审计管理员');
    await security((actor) =>
      grantPosts(actor, { grants: [{ postId: second, roleId: 'audit-admin', ...scope }] }, world.deps),
    );
    const withdraw = (postId: string) =>
      security((actor) => withdrawGrants(actor, { postIds: [postId], reason: '试一试' }, world.deps));
    const both = await Promise.allSettled([withdraw('audit-admin'), withdraw(second)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('nobody grants by writing past the commands', async () => {
    const write = (postId: string) =>
      world.as(postId, () =>
        world.database.db
          .updateTable('post_grant')
          .set({ role_id: 'chain-office', state: 'granted' })
          .where('post_id', '=', 'lj-clerk')
          .executeTakeFirst(),
      );
    for (const postId of ['system-admin', 'audit-admin', 'lj-office']) {
      const { numUpdatedRows } = await write(postId);
      expect([postId, Number(numUpdatedRows)]).toEqual([postId, 0]);
    }
  });
});

describe('roles', () => {
  const role = { name: '科技专员', scope: 'unit', permissions: ['plan.read', 'plan.export'], note: '' } as const;

  test('are made and changed by the security administrator, never mixing duties', async () => {
    expect(await refusalsOf(system((actor) => addRole(actor, role, world.deps)))).toEqual(['not-allowed']);
    const id = await security((actor) => addRole(actor, role, world.deps));
    expect(await refusalsOf(security((actor) => addRole(actor, role, world.deps)))).toEqual(['role-name-taken']);
    expect(
      await refusalsOf(
        security((actor) =>
          addRole(actor, { ...role, name: '混合', permissions: ['plan.read', 'audit.read'] }, world.deps),
        ),
      ),
    ).toEqual(['role-mixes-kinds', 'role-scope-unfit']);
    await security((actor) => saveRole(actor, { ...role, id, permissions: ['plan.read'] }, world.deps));
    expect(await world.log()).toEqual([
      'access.change-role | 科技专员 | permissions: plan.read、plan.export → plan.read',
    ]);
    const postId = await newPost(await newPerson('科技专员'), 'lj-kjj');
    await security((actor) =>
      grantPosts(actor, { grants: [{ postId, roleId: id, region: null, chains: [] }] }, world.deps),
    );
    expect((await security((actor) => listRoles(actor, world.deps))).find((each) => each.id === id)?.posts).toBe(1);
    const made = { ...role, id, scope: 'installation', permissions: ['audit.read'] } as const;
    expect(await refusalsOf(security((actor) => saveRole(actor, made, world.deps)))).toEqual(['role-kind-fixed']);
    expect(await refusalsOf(security((actor) => removeRole(actor, { id }, world.deps)))).toEqual(['role-in-use']);
    expect(await refusalsOf(security((actor) => removeRole(actor, { id: 'finance' }, world.deps)))).toEqual([
      'role-built-in',
    ]);
  });
});
